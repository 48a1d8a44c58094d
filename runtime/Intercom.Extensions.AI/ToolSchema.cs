using System.Text.Json.Nodes;

namespace Intercom.Extensions.AI;

/// <summary>The JSON schema of an operation's arguments: what the document refers to is brought along, under <c>$defs</c>.</summary>
internal sealed class ToolSchema(ToolDocument document)
{
    public const string Body = "body";
    private static readonly string[] LeftOut = ["example", "examples", "xml", "externalDocs"];
    private readonly JsonObject _definitions = [];

    public JsonObject Of(IEnumerable<JsonObject> parameters, JsonNode? body, bool needsBody)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var parameter in parameters)
        {
            var name = (string)parameter["name"]!;
            var own = Copy(parameter["schema"]) ?? new JsonObject { ["type"] = "string" };
            properties[name] = Described(own, (string?)parameter["description"]);
            if ((string?)parameter["in"] == "path" || (bool?)parameter["required"] == true)
                required.Add((JsonNode)name);
        }

        if (body is not null)
            properties[Body] = Copy(body);
        if (needsBody)
            required.Add((JsonNode)Body);
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = required,
            ["additionalProperties"] = false,
        };
        if (_definitions.Count > 0)
            schema["$defs"] = _definitions;
        return schema;
    }

    private static JsonNode Described(JsonNode schema, string? description)
    {
        if (description is not null && schema is JsonObject json)
            json["description"] ??= description;
        return schema;
    }

    private JsonNode? Copy(JsonNode? node, bool areNames = false) => node switch
    {
        JsonObject json => CopyObject(json, areNames),
        JsonArray list => new JsonArray([.. list.Select(item => Copy(item))]),
        _ => node?.DeepClone(),
    };

    // Examples are of no use to who reads a schema for its rules, and long; a property can have the same name.
    private JsonObject CopyObject(JsonObject json, bool areNames)
    {
        var copy = new JsonObject();
        foreach (var (name, value) in json)
            if (areNames || !LeftOut.Contains(name))
                copy[name] = !areNames && name == "$ref" && ToolDocument.Reference(json) is { } reference
                    ? Define(reference)
                    : Copy(value, areNames: !areNames && name is "properties" or "patternProperties");
        return copy;
    }

    private string Define(string reference)
    {
        var name = reference[(reference.LastIndexOf('/') + 1)..];
        if (!_definitions.ContainsKey(name))
        {
            // It may refer to itself.
            _definitions[name] = new JsonObject();
            _definitions[name] = Copy(document.Resolve(new JsonObject { ["$ref"] = reference }));
        }

        return $"#/$defs/{name}";
    }
}
