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

    private protected WebhookBody(ReadOnlyMemory<byte> utf8) => Utf8 = utf8;

    /// <summary>What it is about: the topic of a notification, the name of an event. New ones appear without notice.</summary>
    public abstract string Topic { get; }

    /// <summary>What is the same in each delivery of one body, and in no other body.</summary>
    public abstract string DeliveryKey { get; }

    /// <summary>When it was made; null where it does not say.</summary>
    public abstract DateTimeOffset? CreatedAt { get; }

    /// <summary>The body, byte for byte as it was signed.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The body as JSON.</summary>
    public JsonElement Raw => _raw ??= new JsonCursor(Utf8.Span).Raw();

    /// <summary>Reads the whole body as an emitted type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public T As<T>()
        where T : IJson<T> => IntercomJson.Parse<T>(Utf8.Span);

    /// <summary>The JSON text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);

    private protected string HashKey() => Hash(Utf8.Span);

    /// <summary>A key of what identifies a body. It is kept for hours, however long the sender made it.</summary>
    private protected static string Key(string identity) => identity.Length <= LongestKey ? identity : Hash(Encoding.UTF8.GetBytes(identity));

    /// <summary>The input, once it is sure that the text is one JSON object and nothing else.</summary>
    private protected static JsonCursor Open(ReadOnlySpan<byte> utf8)
    {
        var whole = new Utf8JsonReader(utf8, JsonCursor.ReaderOptions);
        while (whole.Read())
        {
        }

        var input = new JsonCursor(utf8);
        return input.Token == JsonTokenType.StartObject ? input : throw new JsonException($"The body starts with {input.Token}, not with an object.");
    }

    private static string Hash(ReadOnlySpan<byte> utf8) => $"sha256:{Convert.ToHexString(SHA256.HashData(utf8))}";
}
