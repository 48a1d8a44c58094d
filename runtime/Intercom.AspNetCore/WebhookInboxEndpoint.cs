using Intercom.Webhooks;
using Microsoft.Extensions.Logging;

namespace Intercom.AspNetCore;

/// <summary>An endpoint whose handlers run from an inbox.</summary>
public sealed class WebhookInboxEndpoint
{
    private readonly WebhookHandlers _handlers;
    private readonly ILogger _log;

    internal WebhookInboxEndpoint(string name, WebhookHandlers handlers, ILogger log) => (Name, _handlers, _log) = (name, handlers, log);

    /// <summary>Its path, by which it is found again by another process.</summary>
    public string Name { get; }

    /// <summary>Whether a body has a handler. One that has none need not be stored.</summary>
    /// <param name="body">The body.</param>
    public bool Takes(WebhookBody body) => _handlers.For(body).Count > 0;

    /// <summary>Runs the handlers of a body, one after the other.</summary>
    /// <param name="body">The body.</param>
    /// <param name="services">The services that handlers take theirs from.</param>
    /// <param name="cancellationToken">Ends the handlers.</param>
    public async Task HandleAsync(WebhookBody body, IServiceProvider services, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        var all = _handlers.For(body);
        if (all.Count == 0)
            WebhookLog.Unhandled(_log, WebhookLog.Shown(body.Topic), WebhookLog.Shown(body.DeliveryKey));
        foreach (var handler in all)
            await handler(body, services, cancellationToken).ConfigureAwait(false);
    }
}
