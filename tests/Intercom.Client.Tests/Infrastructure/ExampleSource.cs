using System.Text.Json.Nodes;

namespace Intercom.Client.Tests;

internal enum ExampleKind
{
    Request,
    Response,
    Error,
}

/// <summary>One example of a document.</summary>
internal sealed record Example(ApiOperation Operation, ExampleKind Kind, string Status, string Name, JsonNode? Value, JsonNode? Schema)
{
    public string Json => Value?.ToJsonString() ?? "null";

    /// <summary>Whether it shows the parts of a form.</summary>
    public bool IsForm => Kind == ExampleKind.Request && Operation.IsForm;

    public override string ToString() => $"{Operation.Name} {Kind} {Status} '{Name}'";
}

/// <summary>Finds the examples of the operations of a document.</summary>
internal static class ExampleSource
{
    public static IEnumerable<Example> Of(ApiDocument document) => document.Operations.SelectMany(Of);

    public static IEnumerable<Example> Of(ApiOperation operation)
    {
        var requests = In(operation, ExampleKind.Request, "", operation.RequestContent);
        var responses = operation.ResponseContents.SelectMany(response => In(operation, response.Status[0] is '2' or '3' ? ExampleKind.Response : ExampleKind.Error, response.Status, response.Content));
        return requests.Concat(responses);
    }

    /// <summary>The body that an operation is shown with; null where it has none, or none that is JSON.</summary>
    public static Example? RequestOf(ApiOperation operation) => Of(operation).FirstOrDefault(static e => e is { Kind: ExampleKind.Request, IsForm: false, Value: not null });

    private static IEnumerable<Example> In(ApiOperation operation, ExampleKind kind, string status, JsonNode? content)
    {
        if (content is not JsonObject map)
            yield break;
        if (map.ContainsKey("example"))
            yield return new Example(operation, kind, status, "example", map["example"], map["schema"]);
        foreach (var (name, example) in map["examples"] as JsonObject ?? [])
            if (operation.Document.Resolve(example) is JsonObject named && named.ContainsKey("value"))
                yield return new Example(operation, kind, status, name, named["value"], map["schema"]);
    }
}
