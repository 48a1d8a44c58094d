using System.Text.Json;
using System.Text.Json.Nodes;

namespace Intercom.Client.Tests;

/// <summary>Makes values that a schema allows, by a seed; it knows nothing of how clients are made of schemas.</summary>
internal sealed class SchemaValues(JsonNode root, int seed)
{
    private const int Deepest = 10;

    // Behind this only what must be there, so that what holds itself does not fill the memory.
    private const int Whole = 5;

    private static readonly string[] Saying =
        ["type", "properties", "items", "enum", "const", "allOf", "oneOf", "anyOf", "$ref", "additionalProperties", "not"];

    private static readonly string[] Foreign = ["not", "x-intercom-discriminator"];

    private readonly Random _random = new(seed);

    /// <summary>A value; null where none can be made.</summary>
    public JsonNode? Of(JsonNode? schema)
    {
        try
        {
            return Made(schema, 0);
        }
        catch (NoValueException)
        {
            return null;
        }
    }

    private JsonNode? Made(JsonNode? schema, int depth)
    {
        // What must not be, and what a word beside it tells, cannot be made of this schema alone.
        if (depth > Deepest || (Resolved(schema) is JsonObject told && Array.Exists(Foreign, told.ContainsKey)))
            throw new NoValueException();
        if (Resolved(schema) is not JsonObject declared || IsOnlyWords(declared))
            return "anything";
        if (declared["const"] is { } constant)
            return constant.DeepClone();
        if (declared["enum"] is JsonArray { Count: > 0 } values && declared["properties"] is null)
            return OneOf(values.Where(value => value is not null && Fits(declared, value)).ToList()).DeepClone();
        var made = Composed(declared, depth);
        if (Kind(declared) is "object" || declared["properties"] is JsonObject
            || (Kind(declared) is null && declared["additionalProperties"] is JsonObject))
            return Laid(made, ObjectOf(declared, depth));
        return made ?? Plain(declared, depth);
    }

    private JsonNode? Composed(JsonObject declared, int depth)
    {
        JsonNode? made = null;
        foreach (var part in (declared["allOf"] as JsonArray ?? []).Where(static part => !IsOnlyWords(part)))
            made = Laid(made, Made(part, depth + 1));
        foreach (var keyword in (string[])["oneOf", "anyOf"])
        {
            var cases = (declared[keyword] as JsonArray ?? []).Where(static one => !IsOnlyWords(one) && !IsNull(one)).ToList();
            if (cases.Count == 0)
                continue;
            var chosen = OneOf(cases);
            made = Laid(made, Named(declared, chosen, Made(chosen, depth + 1)));
        }

        return made;
    }

    // An object says which case it is, as the discriminator has it.
    private JsonNode? Named(JsonObject union, JsonNode chosen, JsonNode? made)
    {
        if (made is not JsonObject value || (string?)union["discriminator"]?["propertyName"] is not { } teller
            || (string?)chosen["$ref"] is not { } target)
            return made;
        // A union among the cases has no name of its own: which of its cases it was made of is not known here.
        if (Resolved(chosen) is JsonObject inner && (inner["oneOf"] ?? inner["anyOf"]) is not null)
            throw new NoValueException();
        var name = target.Split('/')[^1];
        value[teller] = (union["discriminator"]!["mapping"] as JsonObject ?? [])
            .Where(mapped => (string?)mapped.Value == target || (string?)mapped.Value == name)
            .Select(static mapped => mapped.Key).FirstOrDefault() ?? name;
        return value;
    }

    private JsonObject ObjectOf(JsonObject declared, int depth)
    {
        var value = new JsonObject();
        var required = (declared["required"] as JsonArray ?? []).Select(static name => name?.ToString()).ToHashSet();
        foreach (var (name, property) in declared["properties"] as JsonObject ?? [])
        {
            if (!required.Contains(name) && (depth > Whole || (seed > 0 && _random.Next(3) == 0)))
                continue;
            try
            {
                value[name] = Made(property, depth + 1);
            }
            catch (NoValueException) when (!required.Contains(name))
            {
                // What need not be there is not.
            }
        }

        if (declared["additionalProperties"] is JsonObject extra && depth < Whole)
            value["another name"] = Made(extra, depth + 1);
        return value;
    }

    private JsonNode Plain(JsonObject declared, int depth) => Kind(declared) switch
    {
        "integer" => (string?)declared["format"] == "int32" ? 7 : 1_700_000_000,
        "number" => 1.5,
        "boolean" => true,
        "string" => Text((string?)declared["format"]),
        "array" or null when declared["items"] is { } items =>
            depth > Whole ? [] : new JsonArray(Made(items, depth + 1), Made(items, depth + 1)),
        "array" => new JsonArray(),
        "null" => throw new NoValueException(),
        _ => "anything",
    };

    private static JsonNode Text(string? format) => format switch
    {
        "date-time" => "2026-01-02T03:04:05Z",
        "date" => "2026-01-02",
        "byte" => "AQID",
        "uuid" => "7b0f8e6c-0000-4000-8000-000000000001",
        "uri" or "url" => "https://example.org/a",
        "decimal" => "1.5",
        _ => "text",
    };

    private JsonNode? Resolved(JsonNode? schema) =>
        schema is null ? null : JsonReference.Behind(root, schema) ?? throw new NoValueException();

    private JsonNode OneOf(List<JsonNode?> some) => some.Count == 0 ? throw new NoValueException() : some[_random.Next(some.Count)]!;

    private static JsonNode? Laid(JsonNode? below, JsonNode? above)
    {
        if (below is not JsonObject under || above is not JsonObject over)
            return below is null || above is null || (below is not JsonObject && above is not JsonObject)
                ? above ?? below
                : throw new NoValueException();
        foreach (var (name, value) in over)
            under[name] = value?.DeepClone();
        return under;
    }

    private static bool Fits(JsonObject declared, JsonNode value) => Kind(declared) switch
    {
        "string" => value.GetValueKind() == JsonValueKind.String,
        "integer" or "number" => value.GetValueKind() == JsonValueKind.Number,
        "boolean" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        _ => true,
    };

    private static string? Kind(JsonObject declared) => declared["type"] is JsonArray types
        ? types.Select(static type => (string?)type).FirstOrDefault(static type => type != "null")
        : (string?)declared["type"];

    private static bool IsNull(JsonNode? schema) => schema is JsonObject map && map["type"] is JsonValue type && type.ToString() == "null";

    private static bool IsOnlyWords(JsonNode? schema) => schema is not JsonObject map || !Array.Exists(Saying, map.ContainsKey);

    private sealed class NoValueException : Exception;
}
