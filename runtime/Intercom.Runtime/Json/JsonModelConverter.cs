using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intercom.Json;

/// <summary>Lets <see cref="JsonSerializer"/> read and write an emitted type by the type's own code.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <remarks>Secrets are left out: loggers and endpoints serialize what they are handed. <see cref="IntercomJson.ToJson{T}"/> writes them.</remarks>
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
        return IntercomJson.Parse<T>(JsonDocuments.Utf8(element));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => value.Write(new JsonOutput(writer, SecretValues.LeftOut));
}
