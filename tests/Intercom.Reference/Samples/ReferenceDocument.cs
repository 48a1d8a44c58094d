using System.Text;
using System.Text.Json.Nodes;
using Intercom.Generator.Model;
using Intercom.Generator.Parsing;
using Intercom.Generator.Spec;
using Intercom.Generator.Tests.Harness;

namespace Intercom.Reference.Samples;

/// <summary>The bundled document with its corrections, and the client that is made of it.</summary>
internal sealed class ReferenceDocument
{
    private readonly JsonNode _root;

    private ReferenceDocument(JsonNode root, ApiModel model) => (_root, Model) = (root, model);

    public ApiModel Model { get; }

    /// <summary>The areas in the order in which Intercom lists them.</summary>
    public IEnumerable<Resource> Areas
    {
        get
        {
            var tags = (_root["tags"] as JsonArray ?? []).Select(static (tag, i) => ((string)tag!["name"]!, i)).ToDictionary();
            return Model.Resources.OrderBy(area => area.Operations
                .GroupBy(operation => tags.GetValueOrDefault((string?)Of(operation)["tags"]?[0] ?? "", int.MaxValue))
                .OrderByDescending(static tag => tag.Count()).First().Key);
        }
    }

    /// <summary>The document that a client is made of.</summary>
    public static ReferenceDocument Read(ReadyClient client)
    {
        var document = SpecDocument.Read(
            Repository.Read("specs", client.Files[0]),
            [.. client.Files.Skip(1).Concat(Repository.BundledOverlays).Select(static name => Repository.Read("specs", name))],
            default);
        var text = new StringBuilder();
        SpecJson.Append(text, document.Root);
        var model = ModelParser.Parse(document, new ParseOptions(client.Version), default);
        return new ReferenceDocument(JsonNode.Parse(text.ToString())!, model);
    }

    /// <summary>The body that an operation is shown with; null where it has none.</summary>
    public JsonNode? RequestOf(Operation operation) => Example(Content(Of(operation)["requestBody"]));

    /// <summary>An answer that an operation is shown with; null where there is none.</summary>
    public JsonNode? AnswerOf(Operation operation) => (Of(operation)["responses"] as JsonObject ?? [])
        .Where(static response => response.Key.StartsWith('2'))
        .Select(response => Example(Content(response.Value)))
        .FirstOrDefault(static example => example is not null);

    /// <summary>What the operations of a path answer, whatever its parameters are called.</summary>
    public IEnumerable<JsonNode?> AnswersOf(string path) => Model.Resources.SelectMany(static area => area.Operations)
        .Where(operation => PinnedNames.PlaceOf("", operation.Path) == PinnedNames.PlaceOf("", path))
        .Select(AnswerOf);

    /// <summary>The schema of a body.</summary>
    public JsonNode? SchemaOf(Operation operation) => Resolved(Content(Of(operation)["requestBody"])?["schema"]);

    /// <summary>What a node references, or the node itself.</summary>
    public JsonNode? Resolved(JsonNode? node)
    {
        while (node is JsonObject map && (string?)map["$ref"] is { } reference)
            node = reference[2..].Split('/').Aggregate((JsonNode?)_root, static (at, step) => at?[SpecPointer.Unescape(step)]);
        return node;
    }

    private JsonNode Of(Operation operation) => _root["paths"]![operation.Path]![operation.Verb.ToLowerInvariant()]!;

    private JsonNode? Content(JsonNode? body) => (Resolved(body)?["content"] as JsonObject)?.FirstOrDefault().Value;

    private JsonNode? Example(JsonNode? content) =>
        content?["example"] ?? Resolved((content?["examples"] as JsonObject)?.FirstOrDefault().Value)?["value"];
}
