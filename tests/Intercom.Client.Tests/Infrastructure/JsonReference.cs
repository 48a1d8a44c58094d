using System.Text.Json.Nodes;

namespace Intercom.Client.Tests;

/// <summary>References within a document.</summary>
internal static class JsonReference
{
    private const int MostHops = 10;

    /// <summary>What a reference names; null where that does not exist, or stands in another file.</summary>
    public static JsonNode? Target(JsonNode root, string reference) => reference.StartsWith("#/", StringComparison.Ordinal)
        ? reference[2..].Split('/').Aggregate((JsonNode?)root, Step)
        : null;

    /// <summary>The node itself, or what it names in the end; null where that does not exist, or names itself.</summary>
    public static JsonNode? Behind(JsonNode root, JsonNode? node)
    {
        for (var hops = 0; node is JsonObject map && map["$ref"] is JsonValue reference; hops++)
            node = hops < MostHops ? Target(root, (string)reference!) : null;
        return node;
    }

    private static JsonNode? Step(JsonNode? at, string step) => at switch
    {
        JsonObject map => map[Unescaped(step)],
        JsonArray list when int.TryParse(step, out var index) && index < list.Count => list[index],
        _ => null,
    };

    private static string Unescaped(string step) =>
        Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
