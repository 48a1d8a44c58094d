using System.Text.Json;
using Intercom.Json;

namespace Intercom.Webhooks;

/// <summary>An event of Fin as it is posted: bare, without the envelope of a notification. Events that are not known are read as
/// well.</summary>
public sealed class FinWebhookEvent : WebhookBody
{
    private static readonly JsonNames Names = new("event_name\0conversation_id\0created_at_ms\0status\0message"u8);

    private readonly string? _status;

    private FinWebhookEvent(ReadOnlyMemory<byte> utf8)
        : base(utf8)
    {
        var json = Open(Text.Span);
        string? name = null;
        for (var at = -1; json.NextDeclared(Names, ref at);)
            switch (at)
            {
                case 0: name = json.Text(); break;
                case 1: ConversationId = json.Text(); break;
                case 2: CreatedAt = json.AnyTime(); break;
                case 3: _status = json.Text(); break;
                default: MessageId = json.Peek("id"); json.Skip(); break;
            }

        Topic = name is { Length: > 0 } ? name : throw new JsonException("The body is no event of Fin: it has no event_name.");
    }

    /// <summary>The name of the event: <c>fin_replied</c>, <c>fin_status_updated</c>, <c>csat_requested</c>.</summary>
    public override string Topic { get; }

    /// <summary>The conversation.</summary>
    public string? ConversationId { get; }

    /// <summary>The message that Fin wrote, under the same id as in the event stream; null for other events.</summary>
    public string? MessageId { get; }

    /// <inheritdoc/>
    public override DateTimeOffset? CreatedAt { get; }

    /// <inheritdoc/>
    // A message comes with each status that it has. Under another name than one of Fin's, an event could take the key of a notification.
    public override string DeliveryKey => MessageId is { Length: > 0 } && Topic.StartsWith("fin_", StringComparison.Ordinal)
        ? Key($"{Topic}:{MessageId}{(_status is null ? "" : $":{_status}")}")
        : HashKey();

    /// <summary>Reads an event, whose signature is the caller's to check before.</summary>
    /// <param name="utf8">The body. It is kept, and must not change.</param>
    /// <exception cref="JsonException">The body is not JSON, or has no <c>event_name</c>.</exception>
    public static FinWebhookEvent Parse(ReadOnlyMemory<byte> utf8) => new(utf8);
}
