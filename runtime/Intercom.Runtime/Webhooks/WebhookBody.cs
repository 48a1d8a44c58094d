using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Intercom.Json;

namespace Intercom.Webhooks;

/// <summary>What Intercom posted: a notification, or an event of Fin.</summary>
public abstract class WebhookBody
{
    private const int LongestKey = 200;
    private JsonElement? _raw;

    private protected WebhookBody(ReadOnlyMemory<byte> utf8) => (Utf8, Text) = (utf8, Json(utf8));

    /// <summary>What it is about: the topic of a notification, the name of an event. New ones appear without notice.</summary>
    public abstract string Topic { get; }

    /// <summary>What is the same in each delivery of one body, and in no other body.</summary>
    public abstract string DeliveryKey { get; }

    /// <summary>When it was made; null where it does not say.</summary>
    public abstract DateTimeOffset? CreatedAt { get; }

    /// <summary>The body, byte for byte as it was signed.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The body as JSON.</summary>
    public JsonElement Raw => _raw ??= new JsonCursor(Text.Span).Raw();

    /// <summary>The body without a byte-order mark.</summary>
    private protected ReadOnlyMemory<byte> Text { get; }

    /// <summary>Reads the whole body as an emitted type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="onDeviation">Called for each place where the body is not what the type declares, once for the same topic and path. What
    /// it throws is dropped.</param>
    public T As<T>(Action<JsonDeviation>? onDeviation = null)
        where T : IJson<T> => Read<T>(Text, onDeviation);

    /// <summary>The JSON text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Text.Span);

    private protected string HashKey() => Hash(Utf8.Span);

    /// <summary>A key of what identifies a body. It is kept for hours, however long the sender made it.</summary>
    private protected static string Key(string identity) =>
        identity.Length <= LongestKey ? identity : Hash(Encoding.UTF8.GetBytes(identity));

    private protected T Read<T>(ReadOnlyMemory<byte> json, Action<JsonDeviation>? onDeviation)
        where T : IJson<T>
    {
        var deviations = new JsonDeviations(Topic, json);
        var value = IntercomJson.Parse<T>(json.Span, deviations);
        DeviationReport.Tell(onDeviation, deviations, Topic);
        return value;
    }

    /// <summary>A text without the byte-order mark that some senders and proxies put before it.</summary>
    internal static ReadOnlyMemory<byte> Json(ReadOnlyMemory<byte> utf8) => utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    /// <summary>The input, once it is sure that the text is one JSON object and nothing else.</summary>
    internal static JsonCursor Open(ReadOnlySpan<byte> utf8)
    {
        JsonCursor.Check(utf8);
        var input = new JsonCursor(utf8);
        return input.Token == JsonTokenType.StartObject ? input : throw new JsonException(
            $"The body starts with {input.Token}, not with an object.");
    }

    private static string Hash(ReadOnlySpan<byte> utf8) => $"sha256:{Convert.ToHexString(SHA256.HashData(utf8))}";
}
