using Intercom;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The credential of the options as they are now. Where a change made them unfit, the last one that was fit.</summary>
internal sealed partial class ReloadedCredential(
    IOptionsMonitor<IntercomClientOptions> monitor, string key, IntercomCredential first, ILogger logger)
{
    private readonly ILogger _logger = logger;
    private volatile IntercomCredential _last = first;
    private volatile string? _told;

    /// <summary>The token for a call.</summary>
    public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => Current().GetTokenAsync(cancellationToken);

    private IntercomCredential Current()
    {
        try
        {
            _last = monitor.Get(key).Credential ?? _last;
            _told = null;
        }
        catch (OptionsValidationException e)
        {
            // Each call asks; one line in the log is enough.
            if (_told != e.Message)
                Unfit(e.Message);
            _told = e.Message;
        }

        return _last;
    }

    [LoggerMessage(6, LogLevel.Error, "The options were changed to some that cannot work; the last token that could stays in use. {Fault}")]
    private partial void Unfit(string fault);
}
