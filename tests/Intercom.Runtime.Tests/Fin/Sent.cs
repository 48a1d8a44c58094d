using System.Text;
using System.Text.Json;

namespace Intercom.Runtime.Tests.Fin;

/// <summary>What the server sends.</summary>
internal static class Sent
{
    public const string YourTurn = """{"event_name":"fin_status_updated","conversation_id":"c","user_id":"u","status":"awaiting_user_reply","created_at_ms":"2026-01-02T03:04:09.000Z"}""";

    public static string Chunk(int index, string text, string stream = "s1") =>
        $$"""{"event_name":"fin_reply_chunk","conversation_id":"c","stream_id":"{{stream}}","chunk_index":{{index}},"chunk_text":{{Quoted(text)}},"status":"replying","created_at_ms":"2026-01-02T03:04:05.678Z"}""";

    public static string Replied(string id, string? stream = "s1", string status = "replying") =>
        $$"""{"event_name":"fin_replied","conversation_id":"c","user_id":"u","message":{"id":"{{id}}","author":"fin","body":"<p>Hi</p>"},"status":"{{status}}","stream_id":{{Quoted(stream)}},"created_at_ms":"2026-01-02T03:04:08.000Z"}""";

    public static string Status(string status, string createdAt = "2026-01-02T03:04:10.000Z", string more = "") =>
        $$"""{"event_name":"fin_status_updated","conversation_id":"c","user_id":"u","status":"{{status}}","created_at_ms":"{{createdAt}}"{{more}}}""";

    public static string Csat() =>
        """{"event_name":"csat_requested","conversation_id":"c","user_id":"u","csat":{"options":[{"key":"good","emoji":"x","label":"Good"}]},"created_at_ms":"2026-01-02T03:04:11.000Z"}""";

    /// <summary>An event as it stands in the stream.</summary>
    public static string Event(string json, string? id = null, string newLine = "\n", string? type = null) =>
        $"{(id is null ? "" : $"id: {id}{newLine}")}{(type is null ? "" : $"event: {type}{newLine}")}data: {json}{newLine}{newLine}";

    public static string Error(int code, string message = "Token revoked", string more = "") =>
        Event($$"""{"message":"{{message}}","code":{{code}}{{more}}}""", type: "error");

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Quoted(string? text) => text is null ? "null" : $"\"{JsonEncodedText.Encode(text)}\"";
}
