using System.Globalization;
using System.Text.Json.Nodes;

namespace Intercom.Testing;

/// <summary>The examples of successful JSON responses in an OpenAPI document.</summary>
internal sealed class DocumentExamples
{
    private static readonly string[] Verbs = ["get", "put", "post", "delete", "patch"];

    private readonly JsonNode? _document;

    private DocumentExamples(JsonNode? document) => _document = document;

    /// <summary>Reads a document.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is neither YAML nor JSON.</exception>
    /// <returns>Each operation with its answer; null where it has no example.</returns>
    public static List<(string Operation, FakeAnswer? Answer)> Read(string document) => new DocumentExamples(YamlJson.Read(document)).All();

    private List<(string Operation, FakeAnswer? Answer)> All()
    {
        var found = new List<(string, FakeAnswer?)>();
        foreach (var (path, item) in Members(At(_document, "paths")))
            foreach (var (verb, operation) in Members(item).Where(static member => Verbs.Contains(member.Key)))
                found.Add(($"{verb.ToUpperInvariant()} {path}", Answer(operation)));
        return found;
    }

    private FakeAnswer? Answer(JsonNode? operation)
    {
        var responses = Members(At(operation, "responses"))
            .Where(static response => response.Key is ['2', _, _]).OrderBy(static response => response.Key, StringComparer.Ordinal);
        foreach (var (name, response) in responses)
            if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && Example(response) is { } json)
                return FakeAnswer.Json(json, status);
        return null;
    }

    private string? Example(JsonNode? response)
    {
        if (At(At(response, "content"), "application/json") is not JsonObject media)
            return null;
        if (media.TryGetPropertyValue("example", out var example))
            return Text(example);
        var first = Members(At(media, "examples")).Select(static member => member.Value).FirstOrDefault();
        return Resolved(first) is JsonObject named && named.TryGetPropertyValue("value", out var value) ? Text(value) : null;
    }

    private JsonNode? At(JsonNode? node, string name) => Resolved(node) is JsonObject map ? Resolved(map[name]) : null;

    private IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? node) => Resolved(node) as JsonObject ?? [];

    // A reference to a reference is one too many; a circle of them has no end.
    private JsonNode? Resolved(JsonNode? node)
    {
        if (node is not JsonObject map || map["$ref"] is not JsonValue name || name.ToString() is not ['#', '/', .. var path])
            return node;
        return path.Split('/').Aggregate(_document, static (at, step) => (at as JsonObject)?[step.Replace("~1", "/").Replace("~0", "~")]);
    }

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";
}
