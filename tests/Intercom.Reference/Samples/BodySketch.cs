using System.Text.Json.Nodes;

namespace Intercom.Reference.Samples;

/// <summary>A body for the few operations that the document shows without one: what is required, and what has an example of its
/// own.</summary>
internal static class BodySketch
{
    public static JsonNode Of(ReferenceDocument document, JsonNode? schema) => Value(document, schema, "") ?? new JsonObject();

    private static JsonNode? Value(ReferenceDocument document, JsonNode? schema, string name)
    {
        schema = document.Resolved(schema);
        if (schema?["example"] is { } example)
            return example.DeepClone();
        if (schema?["enum"] is JsonArray { Count: > 0 } values)
            return values[0]!.DeepClone();
        if ((schema?["oneOf"] ?? schema?["anyOf"]) is JsonArray { Count: > 0 } variants && schema?["properties"] is null)
            return Value(document, variants[0], name);
        return (string?)schema?["type"] switch
        {
            "object" or null => Properties(document, schema),
            "array" => new JsonArray(Value(document, schema?["items"], name)),
            "integer" or "number" => 1,
            "boolean" => true,
            _ => (string?)schema?["format"] == "binary" ? $"{name}.jsonl" : name,
        };
    }

    private static JsonObject Properties(ReferenceDocument document, JsonNode? schema)
    {
        var required = (schema?["required"] as JsonArray ?? []).Concat(schema?["anyOf"]?[0]?["required"] as JsonArray ?? [])
            .Select(static name => (string)name!).ToHashSet();
        return new JsonObject((schema?["properties"] as JsonObject ?? [])
            .Where(property => required.Contains(property.Key) || document.Resolved(property.Value)?["example"] is not null)
            .Select(property => KeyValuePair.Create(property.Key, Value(document, property.Value, property.Key))));
    }
}
