using System.Text.Json;

namespace Intercom;

/// <summary>
/// The names and values that a parameter becomes in a query, a cookie or an urlencoded form. Values are percent-encoded, names are not.
/// </summary>
internal static class StyledPairs
{
    public static IEnumerable<(string Name, string Value)> Of(
        string name, JsonElement value, ParameterStyle style) => (style, value.ValueKind) switch
    {
        (_, JsonValueKind.Null or JsonValueKind.Undefined) => [],
        (ParameterStyle.Json, _) => [(name, Uri.EscapeDataString(value.GetRawText()))],
        (ParameterStyle.DeepObject, JsonValueKind.Object or JsonValueKind.Array) => Deep(name, value),
        (ParameterStyle.FormExploded, JsonValueKind.Array) => PlainValue.Parts(value).Select(item => (name, Text(item.Value))),
        (ParameterStyle.FormExploded, JsonValueKind.Object) =>
            PlainValue.Parts(value).SelectMany(static property => Property(property.Name!, property.Value)),
        (_, JsonValueKind.Array or JsonValueKind.Object) => Joined(name, value, Separator(style)),
        _ => [(name, Text(value))],
    };

    private static IEnumerable<(string Name, string Value)> Property(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? Of(name, value, ParameterStyle.FormExploded) : [(name, Text(value))];

    private static IEnumerable<(string Name, string Value)> Deep(string name, JsonElement value)
    {
        var isList = value.ValueKind == JsonValueKind.Array;
        var hasObjects = isList && value.EnumerateArray().Any(static item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array);
        return PlainValue.Parts(value).SelectMany((part, index) => Of(
            isList ? hasObjects ? $"{name}[{index}]" : name : $"{name}[{part.Name}]",
            part.Value,
            ParameterStyle.DeepObject));
    }

    private static IEnumerable<(string Name, string Value)> Joined(string name, JsonElement value, string separator) =>
        PlainValue.Joined(value, Uri.EscapeDataString, separator, separator) is { Length: > 0 } joined ? [(name, joined)] : [];

    private static string Separator(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => "%20",
        ParameterStyle.PipeDelimited => "%7C",
        _ => ",",
    };

    private static string Text(JsonElement value) => Uri.EscapeDataString(PlainValue.Text(value));
}
