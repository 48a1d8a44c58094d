using System.Text.Json.Nodes;

namespace Intercom.Extensions.AI;

/// <summary>An operation as a model is told of it.</summary>
internal sealed class ToolOperation
{
    private const int LongestName = 64;
    private readonly bool _hasBody;

    public ToolOperation(string operation, JsonObject json, List<JsonObject> parameters, ToolDocument document)
    {
        Operation = operation;
        Path = Names(parameters, "path");
        Query = Names(parameters, "query");
        Name = Plain((string?)json["operationId"] ?? operation);
        Description = string.Join(" ", new[] { (string?)json["summary"], (string?)json["description"] }.OfType<string>());
        var body = document.Resolve(json["requestBody"]) as JsonObject;
        var schema = (body?["content"]?["application/json"] as JsonObject)?["schema"];
        _hasBody = schema is not null;
        Schema = new ToolSchema(document).Of(parameters, schema, needsBody: _hasBody && (bool?)body?["required"] == true);
        Required = [.. (Schema["required"] as JsonArray ?? []).Select(static name => (string)name!)];
    }

    /// <summary>The verb and the path.</summary>
    public string Operation { get; }

    public string Name { get; }

    public string Description { get; }

    public JsonObject Schema { get; }

    public IReadOnlyList<string> Path { get; }

    public IReadOnlyList<string> Query { get; }

    public IReadOnlyList<string> Required { get; }

    /// <summary>Whether it changes nothing: it is a GET, or a search, which is posted for the size of its query alone.</summary>
    public bool IsReading =>
        Operation.StartsWith("GET ", StringComparison.OrdinalIgnoreCase)
        || (Operation.StartsWith("POST ", StringComparison.OrdinalIgnoreCase) && Operation.EndsWith("/search", StringComparison.Ordinal));

    /// <summary>Whether it has an argument of that name.</summary>
    public bool Takes(string name) => Path.Contains(name) || Query.Contains(name) || (_hasBody && name == ToolSchema.Body);

    // The values of a path are filled in by the order of its template.
    private List<string> Names(List<JsonObject> parameters, string place) =>
    [
        .. parameters.Where(parameter => (string?)parameter["in"] == place)
            .Select(static parameter => (string?)parameter["name"]).OfType<string>()
            .OrderBy(name => place == "path" ? Operation.IndexOf($"{{{name}}}", StringComparison.Ordinal) : 0),
    ];

    // What models take as a name.
    private static string Plain(string text)
    {
        var name = string.Concat(text.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '_'));
        return name.Length <= LongestName ? name : name[..LongestName];
    }
}
