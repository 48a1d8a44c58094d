using System.Text.Json;
using Intercom.Json;

namespace Intercom;

/// <summary>
/// A value where there is no JSON: in an address, in a header, in a form. A scalar is the text of its JSON, without the quotes around it.
/// </summary>
internal static class PlainValue
{
    public static JsonElement Of<T, TCodec>(T value)
        where TCodec : IJsonCodec<T> => JsonDocuments.Parse(JsonDocuments.Bytes<T, TCodec>(value));

    public static JsonElement OfAll<T, TCodec>(IEnumerable<T> values)
        where TCodec : IJsonCodec<T> => Of<IReadOnlyList<T>, JsonListOf<T, TCodec>>(values as IReadOnlyList<T> ?? values.ToList());

    public static bool IsNothing(JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    /// <summary>The text of a scalar; of what stands inside another value, its JSON.</summary>
    public static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    /// <summary>What is not null of a list, or of the properties of an object.</summary>
    public static IEnumerable<(string? Name, JsonElement Value)> Parts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Where(static item => !IsNothing(item)).Select(static item => ((string?)null, item)),
        JsonValueKind.Object => value.EnumerateObject()
            .Where(static property => !IsNothing(property.Value))
            .Select(static property => ((string?)property.Name, property.Value)),
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        _ => [(null, value)],
    };

    /// <summary>The parts one after the other, names before their values.</summary>
    /// <param name="value">The value.</param>
    /// <param name="escape">What is done to each text.</param>
    /// <param name="separator">What stands between them.</param>
    /// <param name="between">What stands between a name and its value.</param>
    public static string Joined(JsonElement value, Func<string, string> escape, string separator, string between) =>
        string.Join(
            separator,
            Parts(value).Select(part => (part.Name is null ? "" : escape(part.Name) + between) + escape(Text(part.Value))));
}
