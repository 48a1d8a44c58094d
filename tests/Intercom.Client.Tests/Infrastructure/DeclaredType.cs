using System.Text.Json.Nodes;

namespace Intercom.Client.Tests;

/// <summary>What a schema declares for a place in a value.</summary>
internal static class DeclaredType
{
    /// <summary><c>object</c>, <c>array</c>, <c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>; null where the schema leaves it open, or to several types.</summary>
    public static string? At(ApiDocument document, JsonNode? schema, IEnumerable<object> path)
    {
        var at = path.Aggregate(Flat(document, schema), (current, step) => Flat(document, step is string name ? current?["properties"]?[name] : current?["items"]));
        return at switch
        {
            null => null,
            _ when at["properties"] is JsonObject { Count: > 0 } => "object",
            _ when (string?)at["type"] is "object" => null,
            _ when (string?)at["type"] is "array" && at["items"] is null => null,
            _ => (string?)at["type"],
        };
    }

    // The references followed and what allOf adds up put together; null where there is a choice.
    private static JsonObject? Flat(ApiDocument document, JsonNode? schema)
    {
        if (document.Resolve(schema) is not JsonObject map || map.ContainsKey("oneOf") || map.ContainsKey("anyOf"))
            return null;
        if (map["allOf"] is not JsonArray parts)
            return map;
        var properties = new JsonObject();
        foreach (var part in parts.Append(new JsonObject { ["properties"] = map["properties"]?.DeepClone() }))
        {
            if (Flat(document, part) is not { } flat)
                return null;
            foreach (var (name, property) in flat["properties"] as JsonObject ?? [])
                properties[name] = property?.DeepClone();
        }

        return new JsonObject { ["properties"] = properties };
    }
}
