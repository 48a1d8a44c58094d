using System.Text.Json;
using Intercom.Json;

namespace Intercom;

/// <summary>Tells the two answers of a lookup apart: a page of a list, and the one item that was found.</summary>
internal static class LookupAnswer
{
    /// <summary>Whether a body is an object with an id, which no page of a list has.</summary>
    public static bool IsItem(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body, JsonCursor.ReaderOptions);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            return false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8))
                return true;
            json.Read();
            json.Skip();
        }

        return false;
    }
}
