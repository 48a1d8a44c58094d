using System.Text.Json;

namespace Intercom.Json;

/// <summary>Takes texts out of JSON that no emitted type describes: errors, envelopes, questions of a procedure.</summary>
internal static class JsonElementText
{
    /// <summary>The text of a property, as of <see cref="Text(JsonElement)"/>; null where there is none.</summary>
    public static string? Text(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value.Text() : null;

    /// <summary>
    /// A string, or a number as its text; null for anything else. A string that was cut inside a character is read too, which the
    /// platform's own reader refuses to do.
    /// </summary>
    public static string? Text(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Whole(value),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string? Whole(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return JsonEscapes.Unescape(JsonDocuments.Utf8(value).AsSpan()[1..^1]);
        }
    }
}
