using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Intercom.Json;

/// <summary>Files where an object that is sent as a form stands in JSON as well: their bytes, in base64.</summary>
public readonly struct JsonFile : IJsonCodec<IntercomFile>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, [MaybeNullWhen(false)] out IntercomFile value)
    {
        value = json.Bytes() is { } bytes ? new IntercomFile("file", bytes) : null;
        return value is not null;
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The file is read from a stream.</exception>
    public static void Write(JsonOutput json, IntercomFile value) => json.Writer.WriteBase64StringValue(
        value.Bytes is { } bytes
            ? bytes.Span
            : throw new JsonException($"The file '{value.Name}' is read from a stream, which JSON cannot hold; give it in memory."));
}
