using System.Text.Json;
using Intercom.Json;

namespace Intercom.Webhooks;

/// <summary>A notification: an item, and the envelope that all notifications have. Topics that are not known are read as well.</summary>
public class WebhookNotification : WebhookBody
{
    private static readonly JsonNames Names = new(
        "topic\0id\0app_id\0created_at\0delivery_attempts\0first_sent_at\0delivered_at\0delivery_status\0self\0data"u8);

    private protected WebhookNotification(ReadOnlyMemory<byte> utf8)
        : base(utf8)
    {
        var json = Open(Text.Span);
        string? topic = null;
        for (var at = -1; json.NextDeclared(Names, ref at);)
            switch (at)
            {
                case 0: topic = json.Text(); break;
                case 1: Id = json.Text(); break;
                case 2: AppId = json.Text(); break;
                case 3: CreatedAt = json.AnyTime(); break;
                case 4: DeliveryAttempts = json.Integer(); break;
                case 5: FirstSentAt = json.AnyTime(); break;
                case 6: DeliveredAt = json.AnyTime() is { } delivered && delivered > DateTimeOffset.UnixEpoch ? delivered : null; break;
                case 7: DeliveryStatus = json.Text(); break;
                case 8: Self = json.Text(); break;
                default: RawItem = json.Raw() is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(
                    "item",
                    out var item) ? item : default; break;
            }

        Topic = topic is { Length: > 0 } ? topic : throw new JsonException("The body is no notification: it has no topic.");
    }

    private protected WebhookNotification(WebhookNotification other)
        : base(other.Utf8)
    {
        (Topic, Id, AppId, Self, RawItem) = (other.Topic, other.Id, other.AppId, other.Self, other.RawItem);
        (CreatedAt, FirstSentAt, DeliveredAt) = (other.CreatedAt, other.FirstSentAt, other.DeliveredAt);
        (DeliveryAttempts, DeliveryStatus) = (other.DeliveryAttempts, other.DeliveryStatus);
    }

    /// <inheritdoc/>
    public override string Topic { get; }

    /// <summary>Identifies the notification, the same when it is delivered again; null for a ping.</summary>
    public string? Id { get; }

    /// <summary>The workspace that it happened in.</summary>
    public string? AppId { get; }

    /// <inheritdoc/>
    public override DateTimeOffset? CreatedAt { get; }

    /// <summary>How often it was sent, this time included.</summary>
    public long? DeliveryAttempts { get; }

    /// <summary>When it was first sent.</summary>
    public DateTimeOffset? FirstSentAt { get; }

    /// <summary>When it was delivered; null as long as it was not.</summary>
    public DateTimeOffset? DeliveredAt { get; }

    /// <summary>How far its delivery was when it was sent: <c>pending</c>, <c>retry</c>, …; null for a ping.</summary>
    public string? DeliveryStatus { get; }

    /// <summary>The address of the object that it is about; null where it names none.</summary>
    public string? Self { get; }

    /// <summary>What the notification is about, as JSON; undefined where there is none.</summary>
    public JsonElement RawItem { get; }

    /// <inheritdoc/>
    public override string DeliveryKey => Id is { Length: > 0 } ? Key($"notification:{Id}") : HashKey();

    /// <summary>Reads a notification, whose signature is the caller's to check before.</summary>
    /// <param name="utf8">The body. It is kept, and must not change.</param>
    /// <exception cref="JsonException">The body is not JSON, or has no topic.</exception>
    public static WebhookNotification Parse(ReadOnlyMemory<byte> utf8) => new(utf8);

    /// <summary>The notification, with what it is about read as a type.</summary>
    /// <typeparam name="T">The type, as the topic's <see cref="WebhookTopic{T}"/> names it; <see cref="IntercomValue"/> takes
    /// anything.</typeparam>
    /// <param name="onDeviation">Called for each place where the item is not what the type declares, once for the same topic and path. What
    /// it throws is dropped.</param>
    /// <exception cref="JsonException">There is no item, or it cannot be a <typeparamref name="T"/>.</exception>
    public WebhookNotification<T> About<T>(Action<JsonDeviation>? onDeviation = null)
        where T : IJson<T> => new(this, onDeviation);
}

/// <summary>A notification whose item is typed.</summary>
/// <typeparam name="T">The type of what it is about.</typeparam>
public sealed class WebhookNotification<T> : WebhookNotification
    where T : IJson<T>
{
    internal WebhookNotification(WebhookNotification notification, Action<JsonDeviation>? onDeviation)
        : base(notification) => Item = RawItem.ValueKind == JsonValueKind.Undefined
        ? throw new JsonException($"The notification {Topic} has no item.")
        : Read<T>(JsonDocuments.Utf8(RawItem), onDeviation);

    /// <summary>What the notification is about. What differs from the object that the API answers with was read without an exception, and
    /// kept.</summary>
    public T Item { get; }
}
