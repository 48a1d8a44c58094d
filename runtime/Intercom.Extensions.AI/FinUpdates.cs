using System.Text.Json;
using Intercom.Json;
using Microsoft.Extensions.AI;

namespace Intercom.Extensions.AI;

/// <summary>Makes updates of Fin's events.</summary>
internal sealed class FinUpdates(string conversationId)
{
    private readonly string _responseId = Guid.NewGuid().ToString("N");
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private int _rewritten;
    private bool _isEscalated;

    public ChatResponseUpdate Of(FinStreamEvent<IntercomValue> e)
    {
        var raw = e.Raw;
        var update = new ChatResponseUpdate
        {
            ResponseId = _responseId,
            ConversationId = conversationId,
            ModelId = FinChatClient.Model,
            Role = ChatRole.Assistant,
            RawRepresentation = e,
            CreatedAt = Text(raw, "created_at_ms") is { } text && DateTimeOffset.TryParse(text, null, out var time) ? time : null,
        };
        if (e.TextDelta is { } delta)
            Write(update, Text(raw, "stream_id") ?? "", delta, e.IsRewritten);
        else if (e.Name == "fin_replied")
            End(update, raw);
        else if (e.Name == "csat_requested")
            Set(update, FinChatProperties.Csat, raw.TryGetProperty("csat", out var csat) ? csat : raw);
        if (e.TextDelta is null && Text(raw, "status") is { } status)
            Tell(update, status, Text(raw, "reason"));
        return update;
    }

    /// <summary>The reply that an update belongs to; null where it belongs to none.</summary>
    public static string? Stream(ChatResponseUpdate update) =>
        update.RawRepresentation is FinStreamEvent<IntercomValue> { TextDelta: not null, Raw: var raw }
            ? Text(raw, "stream_id") ?? ""
            : null;

    private void Write(ChatResponseUpdate update, string stream, string delta, bool isRewritten)
    {
        _written.Add(stream);
        if (isRewritten)
        {
            _rewritten++;
            Set(update, FinChatProperties.IsRewritten, true);
        }

        update.MessageId = Id(stream);
        update.Contents.Add(new TextContent(delta) { RawRepresentation = update.RawRepresentation });
    }

    // Text that came piece by piece is there already.
    private void End(ChatResponseUpdate update, JsonElement raw)
    {
        var stream = Text(raw, "stream_id") ?? "";
        update.MessageId = Id(stream);
        if (!raw.TryGetProperty("message", out var message) || Text(message, "body") is not { } html)
            return;
        Set(update, FinChatProperties.Html, html);
        if (!_written.Contains(stream))
            update.Contents.Add(new TextContent(html) { RawRepresentation = update.RawRepresentation });
    }

    private void Tell(ChatResponseUpdate update, string status, string? reason)
    {
        Set(update, FinChatProperties.Status, status);
        if (reason is not null)
            Set(update, FinChatProperties.Reason, reason);
        _isEscalated |= status == "escalated";
        // After an escalation comes "complete", which would hide it.
        if (_isEscalated)
            update.FinishReason = FinChatProperties.Escalated;
        else if (status is "awaiting_user_reply" or "resolved" or "complete")
            update.FinishReason = ChatFinishReason.Stop;
    }

    private string Id(string stream) => _rewritten == 0 ? $"{_responseId}:{stream}" : $"{_responseId}:{stream}:{_rewritten}";

    private static void Set(ChatResponseUpdate update, string name, object value) => (update.AdditionalProperties ??= [])[name] = value;

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
