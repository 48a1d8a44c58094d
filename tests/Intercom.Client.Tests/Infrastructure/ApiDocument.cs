using System.Text.Json.Nodes;

namespace Intercom.Client.Tests;

/// <summary>An OpenAPI document as this test reads it, on its own and without the overlay.</summary>
internal sealed class ApiDocument
{
    private static readonly string[] Verbs = ["get", "post", "put", "patch", "delete"];
    private static readonly Dictionary<string, string[]> Versions = new()
    {
        ["2.16"] = ["intercom-2.16.delta.yaml"],
        ["2.14"] = ["intercom-2.16.delta.yaml", "intercom-2.14.delta.yaml"],
    };

    private static readonly Lazy<ApiDocument> WithOverlay = new(Correct);
    private readonly JsonObject _root;

    private ApiDocument(string name, string text, JsonObject root)
    {
        Name = name;
        Text = text;
        _root = root;
        Operations = [.. ((JsonObject)_root["paths"]!).SelectMany(path => ((JsonObject)path.Value!)
            .Where(member => Verbs.Contains(member.Key))
            .Select(member => Operation(path.Key, member.Key, (JsonObject)member.Value!, path.Value!["parameters"] as JsonArray)))];
    }

    /// <summary>The document of this repository.</summary>
    public static ApiDocument Ours { get; } = Parse("intercom-preview.yaml", Resource("intercom-preview.yaml"));

    /// <summary>The overlays that come with the package, in the order in which they are applied.</summary>
    public static IReadOnlyList<(string Name, string Text)> Overlays { get; } =
        [.. new[] { "intercom.overlay.yaml", "intercom.names.overlay.yaml" }.Select(static name => (name, Resource(name)))];

    /// <summary>The document of this repository with its overlay applied, as JSON.</summary>
    public static ApiDocument Corrected => WithOverlay.Value;

    public string Name { get; }

    public string Text { get; }

    /// <summary>The document as JSON.</summary>
    public JsonObject Root => _root;

    public string Version => (string)_root["info"]!["version"]!;

    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>A stable version that is bundled, as JSON; null where it is no name of one.</summary>
    public static ApiDocument? Bundled(string name)
    {
        if (!Versions.TryGetValue(name, out var deltas))
            return null;
        var root = CorrectedDocument.Of(Ours.Text, [.. deltas.Select(Resource)]);
        return new(name, root.ToJsonString(), root);
    }

    /// <summary>A published document, where the environment says in which folder they lie.</summary>
    public static ApiDocument? Published(string name) =>
        Environment.GetEnvironmentVariable("INTERCOM_SPECS_DIR") is { Length: > 0 } folder && File.Exists(Path.Combine(folder, name))
            ? Parse(name, File.ReadAllText(Path.Combine(folder, name)))
            : null;

    /// <summary>A document that a test wrote.</summary>
    public static ApiDocument Parse(string name, string text) => new(name, text, (JsonObject)YamlJson.Parse(text)!);

    /// <summary>The node itself, or the one that its <c>$ref</c> names.</summary>
    public JsonNode? Resolve(JsonNode? node) => JsonReference.Behind(_root, node);

    public override string ToString() => Name;

    private ApiOperation Operation(string path, string verb, JsonObject node, JsonArray? shared) =>
        new(this, verb.ToUpperInvariant(), path, node, shared);

    private static ApiDocument Correct()
    {
        var root = CorrectedDocument.Of(Ours.Text, Overlays.Select(static overlay => overlay.Text));
        return new("intercom-preview.corrected.json", root.ToJsonString(), root);
    }

    private static string Resource(string name)
    {
        using var stream = typeof(ApiDocument).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
