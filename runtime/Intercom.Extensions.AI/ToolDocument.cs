using System.Text.Json.Nodes;
using Intercom.Testing;

namespace Intercom.Extensions.AI;

/// <summary>The operations of an OpenAPI document.</summary>
internal sealed class ToolDocument(string text)
{
    private static readonly Lazy<ToolDocument> Preview = new(static () => new ToolDocument(Read()));
    private readonly JsonNode? _document = YamlJson.Read(text);

    /// <summary>The document that the package brings.</summary>
    public static ToolDocument Bundled => Preview.Value;

    /// <summary>Finds an operation.</summary>
    /// <param name="name">Its verb and path.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public ToolOperation Operation(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        var path = space > 0 ? _document?["paths"]?[name[(space + 1)..]] as JsonObject : null;
        return path?[name[..space].ToLowerInvariant()] is JsonObject operation
            ? new ToolOperation(name, operation, Parameters(path, operation), this)
            : throw new ArgumentException($"The document has no operation {name}; it is named as GET /contacts/{{id}}.", nameof(name));
    }

    /// <summary>What a reference stands for; what is none stands for itself.</summary>
    public JsonNode? Resolve(JsonNode? node)
    {
        for (var hops = 0; node is JsonObject part && Reference(part) is { } reference && hops < 32; hops++)
            node = reference.Split('/').Skip(1).Aggregate(_document, static (at, name) => at?[Unescape(name)]);
        return node;
    }

    public static string? Reference(JsonObject part) =>
        part["$ref"] is JsonValue value
        && value.TryGetValue<string>(out var reference)
        && reference.StartsWith("#/", StringComparison.Ordinal)
            ? reference
            : null;

    private List<JsonObject> Parameters(JsonObject path, JsonObject operation) =>
    [
        .. new[] { path["parameters"], operation["parameters"] }.OfType<JsonArray>().SelectMany(static list => list)
            .Select(Resolve).OfType<JsonObject>()
            .Where(static parameter => (string?)parameter["in"] is "path" or "query")
            .GroupBy(static parameter => (string?)parameter["name"]).Select(static same => same.Last()),
    ];

    private static string Unescape(string name) =>
        name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static string Read()
    {
        using var reader = new StreamReader(typeof(ToolDocument).Assembly.GetManifestResourceStream("intercom-preview.yaml")!);
        return reader.ReadToEnd();
    }
}
