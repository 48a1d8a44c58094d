using Intercom.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Intercom.AspNetCore;

internal delegate Task WebhookHandler(WebhookBody body, IServiceProvider services, CancellationToken cancellationToken);

internal delegate Task<IResult> AppCallHandler(AppCall call, IServiceProvider services, CancellationToken cancellationToken);

/// <summary>Which handlers take which bodies.</summary>
internal sealed class WebhookHandlers
{
    private readonly Dictionary<string, List<WebhookHandler>> _notifications = new(StringComparer.Ordinal);
    private readonly List<WebhookHandler> _anyEvent = [];
    private readonly List<WebhookHandler> _unknown = [];

    /// <summary>Whether some take notifications of a topic.</summary>
    public bool TakeNotifications => _notifications.Count > 0;

    /// <summary>Whether some take events of Fin.</summary>
    public bool TakeEvents => _anyEvent.Count > 0;

    /// <summary>Answers calls about the app itself; null where nobody does.</summary>
    public AppCallHandler? AppCalls { get; private set; }

    public void OnAppCall(AppCallHandler handler) =>
        AppCalls = AppCalls is null ? handler : throw new InvalidOperationException(
            "Calls about the app have a handler already; there is one, since its result is the answer.");

    public void OnNotification(string topic, WebhookHandler handler)
    {
        if (!_notifications.TryGetValue(topic, out var handlers))
            _notifications.Add(topic, handlers = []);
        handlers.Add(handler);
    }

    public void OnAnyEvent(WebhookHandler handler) => _anyEvent.Add(handler);

    public void OnUnknown(WebhookHandler handler) => _unknown.Add(handler);

    public IReadOnlyList<WebhookHandler> For(WebhookBody body)
    {
        var handlers = body is FinWebhookEvent ? _anyEvent : _notifications.GetValueOrDefault(body.Topic) ?? [];
        return handlers.Count > 0 ? handlers : _unknown;
    }
}
