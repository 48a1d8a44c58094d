using System.Reflection;
using System.Text.Json.Nodes;
using Intercom.Json;

namespace Intercom.Client.Tests;

/// <summary>Reads values of a document's schemas by the types that a client has for them.</summary>
internal sealed class SchemaReading(JsonNode root, Assembly client)
{
    private const int Seeds = 4;

    private readonly Dictionary<string, Type> _types = client.GetExportedTypes().Where(static type => type.Namespace == "Intercom.Models")
        .GroupBy(static type => Letters(type.Name)).ToDictionary(static same => same.Key, static same => same.First());

    /// <summary>How many types there were to read by.</summary>
    public int Types { get; private set; }

    /// <summary>How many values were read.</summary>
    public int Values { get; private set; }

    /// <summary>Reads some values of each component, and gives what came out otherwise than it was declared.</summary>
    public IEnumerable<string> Faults()
    {
        var schemas = root["components"]?["schemas"] as JsonObject ?? [];
        foreach (var same in schemas.GroupBy(static schema => Letters(NameOf(schema))).Where(static same => same.Count() == 1))
            if (_types.TryGetValue(same.Key, out var type) && JsonTypes.Of(type) is { } read)
                foreach (var fault in Faults(same.Single().Value, read))
                    yield return $"{same.Single().Key}: {fault}";
    }

    private static string NameOf(KeyValuePair<string, JsonNode?> schema) =>
        (string?)(schema.Value as JsonObject)?["x-intercom-type"] ?? schema.Key;

    private IEnumerable<string> Faults(JsonNode? schema, IJsonType type)
    {
        Types++;
        for (var seed = 0; seed < Seeds; seed++)
        {
            if (new SchemaValues(root, seed).Of(schema) is not JsonObject value)
                continue;
            Values++;
            if (Fault(type, value.ToJsonString()) is { } fault)
                yield return $"{fault} of {value.ToJsonString()[..Math.Min(value.ToJsonString().Length, 200)]}";
        }
    }

    private static string? Fault(IJsonType type, string json)
    {
        var deviations = new List<JsonDeviation>();
        try
        {
            var written = type.Write(type.Read(json, deviations));
            return JsonCompare.Differences(json, written).FirstOrDefault()
                ?? deviations.Where(static told => told.Kind != JsonDeviationKind.MissingProperty)
                    .Select(static told => told.ToString()).FirstOrDefault();
        }
        catch (Exception e) when (e is IntercomException or InvalidOperationException or FormatException)
        {
            return e.ToString();
        }
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
