extern alias generator;

using System.Text.Json.Nodes;
using generator::Intercom.Generator.Spec;
using generator::Intercom.Generator.Spec.Overlays;

namespace Intercom.Client.Tests;

/// <summary>Applies overlays with the generator's own code, and keeps everything else of the document, examples too.</summary>
internal static class CorrectedDocument
{
    public static JsonObject Of(string document, IEnumerable<string> overlays)
    {
        var root = (SpecMap)YamlReader.Read(document, 0, default);
        Overlay.Apply(root, overlays.Select((overlay, i) => YamlReader.Read(overlay, i + 1, default)), []);
        return (JsonObject)Json(root)!;
    }

    private static JsonNode? Json(SpecNode node) => node switch
    {
        SpecMap map => new JsonObject(map.Entries.Select(static entry => KeyValuePair.Create(entry.Key, Json(entry.Value)))),
        SpecList list => new JsonArray([.. list.Items.Select(Json)]),
        SpecScalar { IsPlain: true } plain => YamlJson.Plain(plain.Text),
        SpecScalar quoted => JsonValue.Create(quoted.Text),
        _ => throw new NotSupportedException(node.GetType().Name),
    };
}
