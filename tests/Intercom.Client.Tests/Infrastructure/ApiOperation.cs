using System.Text.Json.Nodes;

namespace Intercom.Client.Tests;

/// <summary>One operation of a document.</summary>
internal sealed record ApiOperation(ApiDocument Document, string Verb, string Path, JsonObject Node, JsonArray? SharedParameters)
{
    /// <summary>The verb and the path template: <c>GET /contacts/{id}</c>.</summary>
    public string Name => $"{Verb} {Path}";

    public JsonNode? RequestContent => (Document.Resolve(Node["requestBody"])?["content"] as JsonObject)?.FirstOrDefault().Value;

    public JsonNode? RequestSchema => Document.Resolve(RequestContent?["schema"]);

    public bool IsForm => Document.Resolve(Node["requestBody"])?["content"]?["multipart/form-data"] is not null;

    /// <summary>The content of each response that has one, by status.</summary>
    public IEnumerable<(string Status, JsonNode Content)> ResponseContents => ((JsonObject)Node["responses"]!)
        .Select(response => (response.Key, Content: (Document.Resolve(response.Value)!["content"] as JsonObject)?.FirstOrDefault(content => content.Key.Contains("json", StringComparison.Ordinal)).Value))
        .Where(response => response.Content is not null)
        .Select(response => (response.Key, response.Content!));

    public IEnumerable<JsonNode> Parameters => (SharedParameters ?? []).Concat(Node["parameters"] as JsonArray ?? []).Select(parameter => Document.Resolve(parameter)!);

    /// <summary>The document's version in the letters in which the operation takes it.</summary>
    public string Version => Parameters
        .Where(static parameter => "Intercom-Version".Equals((string?)parameter["name"], StringComparison.OrdinalIgnoreCase))
        .SelectMany(parameter => Document.Resolve(parameter["schema"])?["enum"] as JsonArray ?? [])
        .Select(static value => (string)value!)
        .OrderBy(value => value != Document.Version)
        .FirstOrDefault(value => value.Equals(Document.Version, StringComparison.OrdinalIgnoreCase)) ?? Document.Version;

    public override string ToString() => Name;
}
