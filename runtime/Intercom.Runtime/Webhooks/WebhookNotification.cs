using System.Text.Json;
using Intercom.Json;

namespace Intercom.Webhooks;

/// <summary>A notification: an item, and the envelope that all notifications have. Topics that are not known are read as well.</summary>
public sealed class WebhookNotification : WebhookBody
{
    private static readonly JsonNames Names = new("topic\0id\0app_id\0created_at\0delivery_attempts\0first_sent_at\0data"u8);

    private WebhookNotification(ReadOnlyMemory<byte> utf8)
        : base(utf8)
    {
        var json = Open(utf8.Span);
        var envelope = JsonInput.Object(Names);
        string? topic = null;
        while (envelope.Next(ref json))
        {
            switch (envelope.Index)
            {
                case 0: topic = json.Text(); break;
                case 1: Id = json.Text(); break;
                case 2: AppId = json.Text(); break;
                case 3: CreatedAt = json.AnyTime(); break;
                case 4: DeliveryAttempts = json.Integer(); break;
                case 5: FirstSentAt = json.AnyTime(); break;
                case 6: RawItem = json.Raw() is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("item", out var item) ? item : default; break;
            }
        }

        Topic = topic is { Length: > 0 } ? topic : throw new JsonException("The body is no notification: it has no topic.");
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

    /// <summary>What the notification is about, as JSON; undefined where there is none.</summary>
    public JsonElement RawItem { get; }

    /// <inheritdoc/>
    public override string DeliveryKey => Id is { Length: > 0 } ? $"notification:{Id}" : HashKey();

    /// <summary>Reads a notification, whose signature is the caller's to check before.</summary>
    /// <param name="utf8">The body. It is kept, and must not change.</param>
    /// <exception cref="JsonException">The body is not JSON, or has no topic.</exception>
    public static WebhookNotification Parse(ReadOnlyMemory<byte> utf8) => new(utf8);

    /// <summary>Reads what the notification is about as an emitted type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="JsonException">There is no item, or it cannot be a <typeparamref name="T"/>.</exception>
    public T Item<T>()
        where T : IJson<T> => RawItem.ValueKind == JsonValueKind.Undefined
        ? throw new JsonException($"The notification {Topic} has no item.")
        : IntercomJson.Parse<T>(JsonDocuments.Utf8(RawItem));
}
