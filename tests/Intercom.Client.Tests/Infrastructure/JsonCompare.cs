using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Intercom.Client.Tests;

/// <summary>Finds where two JSON values say something different. Null says the same as absent, and a number the same as its text.</summary>
internal static class JsonCompare
{
    public static IReadOnlyList<string> Differences(string expected, string actual) => Differences(JsonNode.Parse(expected), JsonNode.Parse(actual));

    public static IReadOnlyList<string> Differences(JsonNode? expected, JsonNode? actual)
    {
        var found = new List<string>();
        Compare(expected, actual, "$", found);
        return found;
    }

    private static void Compare(JsonNode? expected, JsonNode? actual, string path, List<string> found)
    {
        switch (expected, actual)
        {
            case (JsonObject left, JsonObject right):
                foreach (var name in left.Select(static p => p.Key).Union(right.Select(static p => p.Key)))
                    Compare(left[name], right[name], $"{path}.{name}", found);
                break;
            case (JsonArray left, JsonArray right) when left.Count == right.Count:
                for (var i = 0; i < left.Count; i++)
                    Compare(left[i], right[i], $"{path}[{i}]", found);
                break;
            case (null, null):
            case (JsonValue l, JsonValue r) when IsSame(l, r):
                break;
            default:
                found.Add($"{path}: expected {Short(expected)}, found {Short(actual)}");
                break;
        }
    }

    private static bool IsSame(JsonValue left, JsonValue right)
    {
        if (Text(left) is not { } l || Text(right) is not { } r)
            return left.GetValueKind() == right.GetValueKind();
        return l == r || (IsEitherNumber(left, right) && decimal.TryParse(l, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(r, NumberStyles.Float, CultureInfo.InvariantCulture, out var b) && a == b);
    }

    private static bool IsEitherNumber(JsonValue left, JsonValue right) => left.GetValueKind() == JsonValueKind.Number || right.GetValueKind() == JsonValueKind.Number;

    private static string? Text(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number => value.ToJsonString(),
        _ => null,
    };

    private static string Short(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "nothing";
        return text.Length > 120 ? text[..120] + "…" : text;
    }
}
