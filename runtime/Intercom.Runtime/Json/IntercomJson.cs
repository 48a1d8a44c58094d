using System.Text;
using System.Text.Json;

namespace Intercom.Json;

/// <summary>Reads and writes emitted types as JSON, without reflection.</summary>
public static class IntercomJson
{
    /// <summary>Reads a value from JSON text, for instance one that was stored.</summary>
    /// <typeparam name="T">The emitted type.</typeparam>
    /// <param name="json">The JSON text.</param>
    /// <exception cref="JsonException">The text is not JSON, or its root cannot be a <typeparamref name="T"/>.</exception>
    public static T Parse<T>(string json)
        where T : IJson<T> => Parse<T>(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads a value from JSON text in UTF-8.</summary>
    /// <typeparam name="T">The emitted type.</typeparam>
    /// <param name="utf8Json">The JSON text in UTF-8.</param>
    /// <exception cref="JsonException">The text is not JSON, or its root cannot be a <typeparamref name="T"/>.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> utf8Json)
        where T : IJson<T> => Parse<T>(utf8Json, null);

    /// <summary>Writes a value as JSON text.</summary>
    /// <typeparam name="T">The emitted type.</typeparam>
    /// <param name="value">The value.</param>
    /// <remarks>Secrets are written too; <c>ToString</c> and <see cref="JsonSerializer"/> leave them out.</remarks>
    public static string ToJson<T>(T value)
        where T : IJson<T> => JsonDocuments.With<T, object?, string>(value, null, static (utf8, _) => Encoding.UTF8.GetString(utf8));

    /// <summary>Writes a value as JSON text in UTF-8.</summary>
    /// <typeparam name="T">The emitted type.</typeparam>
    /// <param name="value">The value.</param>
    /// <remarks>Secrets are written too, as by <see cref="ToJson{T}"/>.</remarks>
    public static byte[] ToUtf8Json<T>(T value)
        where T : IJson<T> => JsonDocuments.Bytes(value);

    internal static T Parse<T>(ReadOnlySpan<byte> utf8Json, JsonDeviations? deviations)
        where T : IJson<T>
    {
        var json = new JsonCursor(utf8Json, deviations);
        var value = T.Accepts(json.Token) ? T.Read(ref json) : json.TryFromList<T>(out var record) ? record : throw Unfit(json.Token);
        json.End();
        return value;
    }

    /// <summary>Reads a list that is a whole body.</summary>
    internal static IReadOnlyList<T> ParseList<T, TCodec>(ReadOnlySpan<byte> utf8Json, JsonDeviations? deviations)
        where TCodec : IJsonCodec<T>
    {
        var json = new JsonCursor(utf8Json, deviations);
        var list = json.Token switch
        {
            JsonTokenType.StartArray => json.List<T, TCodec>()!,
            JsonTokenType.StartObject => json.ListFromObject<T, TCodec>(),
            _ => throw Unfit(json.Token),
        };
        json.End();
        return list;
    }

    private static JsonException Unfit(JsonTokenType token) => new(token == JsonTokenType.None
        ? "The body does not start with a JSON value."
        : $"The body starts with {token}, which is not what the document declares for it.");
}
