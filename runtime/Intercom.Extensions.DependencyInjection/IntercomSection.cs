using Intercom;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Reads the options of a client from a section of the configuration.</summary>
internal sealed class IntercomSection(IConfiguration configuration)
{
    private readonly OptionsSection _section = new(configuration, "Intercom client", typeof(IntercomClientOptions));

    public void Apply(IntercomClientOptions options)
    {
        if (_section.Value(nameof(options.AccessToken)) is { } token)
            options.Credential = Token(token);
        options.Region = _section.Read(nameof(options.Region), "US, EU or AU", options.Region, IntercomRegions.TryParse);
        options.BaseAddress = _section.Read(
            nameof(options.BaseAddress),
            "an absolute address",
            options.BaseAddress,
            static (string text, out Uri? address) => Uri.TryCreate(text, UriKind.Absolute, out address));
        options.WorkspaceName = _section.Value(nameof(options.WorkspaceName)) ?? options.WorkspaceName;
        options.ApplicationName = _section.Value(nameof(options.ApplicationName)) ?? options.ApplicationName;
        foreach (var (name, value) in _section.Pairs(nameof(options.DefaultHeaders)))
            options.DefaultHeaders[name] = value;
        options.ApiVersion = _section.Value(nameof(options.ApiVersion)) ?? options.ApiVersion;
        options.Timeout = _section.ReadTime(nameof(options.Timeout), options.Timeout);
        options.AttemptTimeout = _section.ReadTime(nameof(options.AttemptTimeout), options.AttemptTimeout);
        options.MaxRetries = _section.ReadCount(nameof(options.MaxRetries), options.MaxRetries);
        options.MaxRetryDelay = _section.ReadTime(nameof(options.MaxRetryDelay), options.MaxRetryDelay);
        options.MaxResponseBytes = _section.ReadCount(nameof(options.MaxResponseBytes), options.MaxResponseBytes);
        options.DownloadIdleTimeout = _section.ReadTime(nameof(options.DownloadIdleTimeout), options.DownloadIdleTimeout);
        options.LimitRate = _section.Read(nameof(options.LimitRate), "true or false", options.LimitRate, bool.TryParse);
    }

    private IntercomCredential Token(string token)
    {
        try
        {
            return IntercomCredential.FromToken(token);
        }
        catch (ArgumentException)
        {
            throw _section.Invalid("AccessToken has characters that no token has.");
        }
    }
}
