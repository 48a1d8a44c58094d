using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Intercom.Generator.Spec;

/// <summary>From the tree of a document to Microsoft.OpenApi's object model.</summary>
internal static class OpenApiReading
{
    private static readonly Uri Location = new("intercom://document");

    /// <summary>Reads a document.</summary>
    /// <exception cref="SpecException">The tree is no OpenAPI 3 document.</exception>
    public static OpenApiDocument Read(SpecNode root)
    {
        if (root is not SpecMap map || map.Text("openapi") is not { } version)
            throw new SpecException(
                (root as SpecMap)?["swagger"] is null ? ProblemKind.NotOpenApi : ProblemKind.UnsupportedVersion,
                root.Position,
                (root as SpecMap)?.Text("swagger") ?? "");
        if (!version.StartsWith("3.", StringComparison.Ordinal))
            throw new SpecException(ProblemKind.UnsupportedVersion, map["openapi"]!.Position, version);
        if (map["paths"] is not SpecMap && map["components"] is not SpecMap)
            throw new SpecException(ProblemKind.NotOpenApi, root.Position, "");
        var settings = new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetEmptyRuleSet() };
        var result = new OpenApiJsonReader().Read(ToJson(map)!, Location, settings);
        return result.Document ?? throw new SpecException(ProblemKind.NotOpenApi, root.Position, "");
    }

    private static JsonNode? ToJson(SpecNode node) => node switch
    {
        SpecMap map => ToJson(map),
        SpecList list => new JsonArray(list.Items.Select(ToJson).ToArray()),
        SpecScalar scalar => ToJson(scalar),
        _ => null,
    };

    private static JsonObject ToJson(SpecMap map)
    {
        var json = new JsonObject();
        // OpenAPI 3.0 has a reader ignore what stands beside a $ref. The documents put descriptions and nullability there, and mean them.
        var isReferenceWithMore = map.Entries.Count > 1 && map.Text("$ref")?.StartsWith("#/components/schemas/", StringComparison.Ordinal) == true;
        if (isReferenceWithMore)
            json["allOf"] = new JsonArray(new JsonObject { ["$ref"] = map.Text("$ref") });
        foreach (var entry in map.Entries)
            if (!(isReferenceWithMore && entry.Key == "$ref") && !IsExample(entry))
                json[entry.Key] = ToJson(entry.Value);
        return json;
    }

    // Examples are for readers of the document; a property may be called so too, and is then a schema.
    private static bool IsExample(SpecEntry entry) =>
        (entry.Key == "example" && !(entry.Value is SpecMap schema && (schema["type"] is not null || schema["$ref"] is not null)))
        || (entry.Key == "examples" && !(entry.Value is SpecMap map && (map.Text("type") is not null || map["$ref"] is not null)));

    private static JsonNode? ToJson(SpecScalar scalar)
    {
        if (scalar.IsNull)
            return null;
        if (!scalar.IsPlain)
            return scalar.Text;
        if (scalar.Text is "true" or "false")
            return scalar.Text == "true";
        if (scalar.Text.Length > 0 && (char.IsDigit(scalar.Text[0]) || scalar.Text[0] is '-' or '+'))
        {
            if (long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
                return whole;
            if (double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                return number;
        }

        return scalar.Text;
    }
}
