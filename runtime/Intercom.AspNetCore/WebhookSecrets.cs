using Intercom.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Intercom.AspNetCore;

/// <summary>The secrets of an endpoint: those that the services' options have now, and its own. Options that cannot work leave those of
/// before in place.</summary>
internal sealed class WebhookSecrets
{
    private readonly IOptionsMonitor<IntercomWebhookOptions>? _shared;
    private readonly ILogger _log;
    private readonly WebhookSecret[] _ownClient;
    private readonly WebhookSecret[] _ownFin;
    private readonly bool _followsClient;
    private readonly bool _followsFin;
    private volatile Pair _now;
    private int _isBroken;

    /// <param name="first">The services' options as the endpoint started from them.</param>
    /// <param name="endpoint">The endpoint's options.</param>
    /// <param name="shared">The services' options as they change; null where there are none.</param>
    /// <param name="log">The log.</param>
    public WebhookSecrets(
        IntercomWebhookOptions first,
        IntercomWebhookOptions endpoint,
        IOptionsMonitor<IntercomWebhookOptions>? shared,
        ILogger log)
    {
        (_shared, _log) = (shared, log);
        // Of a kind of which the endpoint has left some out, it has all that it wants.
        _followsClient = first.ClientSecrets.All(endpoint.ClientSecrets.Contains);
        _followsFin = first.FinSecrets.All(endpoint.FinSecrets.Contains);
        _ownClient = [.. _followsClient ? endpoint.ClientSecrets.Except(first.ClientSecrets) : endpoint.ClientSecrets];
        _ownFin = [.. _followsFin ? endpoint.FinSecrets.Except(first.FinSecrets) : endpoint.FinSecrets];
        _now = new Pair(null, [.. endpoint.ClientSecrets], [.. endpoint.FinSecrets]);
    }

    public IReadOnlyList<WebhookSecret> Client => Now().Client;

    public IReadOnlyList<WebhookSecret> Fin => Now().Fin;

    private Pair Now()
    {
        var now = _now;
        if (_shared is null || Read() is not { } options || options == now.Options)
            return now;
        var next = new Pair(
            options,
            _followsClient ? [.. options.ClientSecrets, .. _ownClient] : _ownClient,
            _followsFin ? [.. options.FinSecrets, .. _ownFin] : _ownFin);
        // A kind whose last secret went away would be refused from now on, which no one who changes a secret means.
        if ((next.Client.Length == 0 && now.Client.Length > 0) || (next.Fin.Length == 0 && now.Fin.Length > 0))
            return Keep(null);
        _isBroken = 0;
        return _now = next;
    }

    private IntercomWebhookOptions? Read()
    {
        try
        {
            return _shared!.CurrentValue;
        }
        // Whatever makes the new options unusable, those of before are in force.
        catch (Exception e)
        {
            Keep(e);
            return null;
        }
    }

    private Pair Keep(Exception? why)
    {
        if (Interlocked.Exchange(ref _isBroken, 1) == 0)
            WebhookLog.NotReloaded(_log, why);
        return _now;
    }

    private sealed record Pair(IntercomWebhookOptions? Options, WebhookSecret[] Client, WebhookSecret[] Fin);
}
