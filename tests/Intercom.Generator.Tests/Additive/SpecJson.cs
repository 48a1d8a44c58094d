using System.Text.Json.Nodes;
using Intercom.Generator.Spec;

namespace Intercom.Generator.Tests.Additive;

/// <summary>A document as JSON that can be edited, each scalar as it is written.</summary>
internal static class SpecJson
{
    public static JsonObject Of(string text) => (JsonObject)Node(YamlReader.Read(text, 0, default))!;

    private static JsonNode? Node(SpecNode node) => node switch
    {
        SpecMap map => new JsonObject(map.Entries.Select(static entry => KeyValuePair.Create(entry.Key, Node(entry.Value)))),
        SpecList list => new JsonArray([.. list.Items.Select(Node)]),
        SpecScalar { IsNull: true } => null,
        SpecScalar { IsPlain: true, Text: "true" or "false" } scalar => scalar.Text == "true",
        SpecScalar { IsPlain: true } scalar when long.TryParse(scalar.Text, out var number) => number,
        SpecScalar scalar => scalar.Text,
        _ => null,
    };
}
