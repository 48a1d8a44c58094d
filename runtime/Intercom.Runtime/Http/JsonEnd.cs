using System.Text.Json;
using Intercom.Json;

namespace Intercom;

/// <summary>Tells JSON that was cut from what is no JSON at all.</summary>
internal static class JsonEnd
{
    /// <summary>Whether a text is the beginning of an object or an array, and nothing in it is wrong but that it ends.</summary>
    public static bool IsMissing(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, new JsonReaderState(JsonCursor.ReaderOptions));
        try
        {
            var isOpen = false;
            while (reader.Read())
                isOpen = reader.CurrentDepth > 0 || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
            return isOpen;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
