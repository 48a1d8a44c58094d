using Intercom.Webhooks;

namespace Intercom.AspNetCore;

internal delegate Task WebhookHandler(WebhookBody body, IServiceProvider services, CancellationToken cancellationToken);

/// <summary>Which handlers take which bodies.</summary>
internal sealed class WebhookHandlers
{
    private readonly Dictionary<string, List<WebhookHandler>> _notifications = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<WebhookHandler>> _events = new(StringComparer.Ordinal);
    private readonly List<WebhookHandler> _anyEvent = [];
    private readonly List<WebhookHandler> _unknown = [];

    public void OnNotification(string topic, WebhookHandler handler) => Add(_notifications, topic, handler);

    public void OnEvent(string name, WebhookHandler handler) => Add(_events, name, handler);

    public void OnAnyEvent(WebhookHandler handler) => _anyEvent.Add(handler);

    public void OnUnknown(WebhookHandler handler) => _unknown.Add(handler);

    public IReadOnlyList<WebhookHandler> For(WebhookBody body)
    {
        var isEvent = body is FinWebhookEvent;
        var named = (isEvent ? _events : _notifications).GetValueOrDefault(body.Topic) ?? [];
        List<WebhookHandler> all = isEvent ? [.. named, .. _anyEvent] : named;
        return all.Count > 0 ? all : _unknown;
    }

    private static void Add(Dictionary<string, List<WebhookHandler>> table, string name, WebhookHandler handler)
    {
        if (!table.TryGetValue(name, out var handlers))
            table.Add(name, handlers = []);
        handlers.Add(handler);
    }
}
