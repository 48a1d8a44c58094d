using System.Globalization;
using System.Text.Json;

namespace Intercom.Testing;

/// <summary>The events of one conversation, as JSON text.</summary>
internal sealed class FinPayload(string conversationId)
{
    private int _events;
    private int _replies;
    private int _chunks;

    /// <summary>When every script starts; each event is a tenth of a second later than the one before.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public string Status(string status, string? reason) => Event("fin_status_updated", true, json =>
    {
        json.WriteString("status", status);
        if (reason is not null)
            json.WriteString("reason", reason);
    });

    public string Chunk(string textSoFar) => Event("fin_reply_chunk", false, json =>
    {
        json.WriteString("stream_id", $"stream-{_replies + 1}");
        json.WriteNumber("chunk_index", _chunks++);
        json.WriteString("chunk_text", textSoFar);
        json.WriteString("status", "replying");
    });

    public string Replied(string html, string status) => Event("fin_replied", true, json =>
    {
        _chunks = 0;
        _replies++;
        json.WriteStartObject("message");
        json.WriteString("id", $"message-{_replies}");
        json.WriteString("author", "fin");
        json.WriteString("body", html);
        json.WriteString("timestamp_ms", Now());
        json.WriteEndObject();
        json.WriteString("stream_id", $"stream-{_replies}");
        json.WriteString("status", status);
    });

    public string CsatRequested() => Event("csat_requested", true, static json =>
    {
        json.WriteStartObject("csat");
        json.WriteStartArray("options");
        var options = new[]
        {
            ("terrible", "😠", "Terrible"),
            ("bad", "🙁", "Bad"),
            ("ok", "😐", "OK"),
            ("good", "😃", "Good"),
            ("amazing", "🤩", "Amazing"),
        };
        foreach (var (key, emoji, label) in options)
        {
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WriteString("emoji", emoji);
            json.WriteString("label", label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private string Event(string name, bool namesUser, Action<Utf8JsonWriter> properties) => JsonText.Write(json =>
    {
        _events++;
        json.WriteString("event_name", name);
        json.WriteString("conversation_id", conversationId);
        if (namesUser)
            json.WriteString("user_id", "fake-user");
        properties(json);
        json.WriteString("created_at_ms", Now());
    });

    private string Now() => Start.AddMilliseconds(100 * _events).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
