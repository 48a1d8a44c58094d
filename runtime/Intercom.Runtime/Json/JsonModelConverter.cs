using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intercom.Json;

/// <summary>Lets <see cref="JsonSerializer"/> read and write an emitted type by the type's own code.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <remarks>
/// Secrets are left out: loggers and endpoints serialize what they are handed. <see cref="IntercomJson.ToJson{T}"/> writes them.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonModelConverter<T> : JsonConverter<T>
    where T : IJson<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (!T.Accepts(reader.TokenType))
            throw new JsonException($"A {reader.TokenType} cannot be read as {typeof(T).Name}.");
        var element = JsonElement.ParseValue(ref reader);
        var isLenient = options.AllowTrailingCommas || options.ReadCommentHandling != JsonCommentHandling.Disallow;
        return IntercomJson.Parse<T>(isLenient ? JsonDocuments.Strict(element) : JsonDocuments.Utf8(element));
    }

    /// <summary>Reads a key of a dictionary.</summary>
    /// <param name="reader">The reader, at the name of a property.</param>
    /// <param name="typeToConvert">The type.</param>
    /// <param name="options">The serializer's options.</param>
    /// <exception cref="JsonException">The type is not made of a string.</exception>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.Accepts(JsonTokenType.String)
            ? IntercomJson.Parse<T>(JsonDocuments.Bytes((IntercomValue)reader.GetString()))
            : throw new JsonException($"A {typeof(T).Name} is no key: it is not made of a string.");

    /// <summary>Writes a key of a dictionary.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The key.</param>
    /// <param name="options">The serializer's options.</param>
    /// <exception cref="JsonException">The value is not written as a string.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, [DisallowNull] T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var name = new JsonCursor(JsonDocuments.With(value, (object?)null, static (utf8, _) => utf8.ToArray(), SecretValues.LeftOut));
        writer.WritePropertyName(
            name.Token == JsonTokenType.String
                ? name.Text()!
                : throw new JsonException($"A {typeof(T).Name} that is no string is no key."));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        value.Write(new JsonOutput(writer, SecretValues.LeftOut));
}
