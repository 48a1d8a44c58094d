using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Intercom.Client.Tests;

/// <summary>One change at one place of a value, which can be taken back.</summary>
/// <param name="Name">What the change is.</param>
/// <param name="Path">The place.</param>
/// <param name="Found">The kind of value that stands there now.</param>
/// <param name="Apply">Makes the change.</param>
/// <param name="Undo">Takes it back.</param>
internal sealed record Mutation(string Name, IReadOnlyList<object> Path, string Found, Action Apply, Action Undo)
{
    public string JsonPath => PathText(Path);

    public static string PathText(IEnumerable<object> path) => "$" + string.Concat(path.Select(static step =>
        step is string name ? name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_') ? "." + name : $"['{name}']" : $"[{step}]"));

    /// <summary>Every change at every place.</summary>
    public static IEnumerable<Mutation> Of(JsonNode root) => Inside(root, []);

    private static IEnumerable<Mutation> Inside(JsonNode node, object[] path)
    {
        if (node is JsonObject map)
        {
            yield return new("extra property", [.. path, "x_extra"], "object", () => map["x_extra"] = new JsonObject { ["kept"] = new JsonArray(1, null) }, () => map.Remove("x_extra"));
            for (var i = 0; i < map.Count; i++)
                foreach (var mutation in AtProperty(map, i, path))
                    yield return mutation;
        }
        else if (node is JsonArray list)
        {
            yield return new("null in array", [.. path, list.Count], "null", () => list.Add(null), () => list.RemoveAt(list.Count - 1));
            for (var i = 0; i < list.Count; i++)
                foreach (var mutation in At(list[i], value => list[i] = value, [.. path, i]))
                    yield return mutation;
        }
    }

    private static IEnumerable<Mutation> AtProperty(JsonObject map, int index, object[] path)
    {
        var (name, value) = map.GetAt(index);
        yield return new("dropped", [.. path, name], "nothing", () => map.RemoveAt(index), () => map.Insert(index, name, value));
        foreach (var mutation in At(value, replacement => map.SetAt(index, replacement), [.. path, name]))
            yield return mutation;
    }

    private static IEnumerable<Mutation> At(JsonNode? value, Action<JsonNode?> set, object[] path)
    {
        if (value is null)
            yield break;
        foreach (var (name, found, replacement) in Replacements(value))
            yield return new(name, path, found, () => set(replacement()), () => set(value));
        foreach (var mutation in Inside(value, path))
            yield return mutation;
    }

    private static IEnumerable<(string Name, string Found, Func<JsonNode?> Value)> Replacements(JsonNode value)
    {
        yield return ("to null", "null", static () => null);
        switch (value.GetValueKind())
        {
            case JsonValueKind.Object:
                yield return ("object to string", "string", static () => "a text instead");
                break;
            case JsonValueKind.Array:
                yield return ("array to object", "object", static () => new JsonObject { ["0"] = "a" });
                break;
            case JsonValueKind.Number:
                var number = value.ToJsonString();
                yield return ("number to its text", "string", () => number);
                yield return ("number to text", "string", static () => "not a number");
                if (long.TryParse(number, CultureInfo.InvariantCulture, out var seconds) && seconds is > 1_000_000_000 and < 4_000_000_000)
                    yield return ("unix to ISO", "string", static () => "2024-05-01T12:30:00.5+02:00");
                break;
            case JsonValueKind.String:
                yield return ("string to number", "number", static () => 12345);
                yield return ("unknown value", "other string", static () => "some_new_value");
                if (DateTimeOffset.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, out _))
                    yield return ("ISO to unix", "number", static () => 1_714_559_400);
                break;
            default:
                yield return ("boolean to string", "string", static () => "yes");
                break;
        }
    }
}
