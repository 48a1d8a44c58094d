using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>The extensions that an overlay may add: what OpenAPI cannot say of Intercom's API.</summary>
internal static class Extensions
{
    public const string Name = "x-intercom-name";
    public const string Retry = "x-intercom-retry";
    public const string Type = "x-intercom-type";
    public const string Values = "x-intercom-values";
    public const string Property = "x-intercom-property";
    public const string Aliases = "x-intercom-aliases";
    public const string Discriminator = "x-intercom-discriminator";
    public const string Fill = "x-intercom-fill";
    public const string Job = "x-intercom-job";
    public const string Stream = "x-intercom-stream";

    public static string? Text(this IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        extensions.Node(name) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The identifier that an extension gives; whatever it says, what comes out is one.</summary>
    public static string? Identifier(this IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        extensions.Text(name) is { Length: > 0 } text ? Naming.Identifier.Given(text) : null;

    public static IReadOnlyList<string> Texts(this IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        extensions.Node(name) is JsonArray array ? array.Select(static item => item?.ToString() ?? "").ToList() : [];

    /// <summary>Identifiers by what they name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Identifiers(this IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        (extensions.Node(name) as JsonObject ?? []).Select(static pair => new KeyValuePair<string, string>(pair.Key, Naming.Identifier.Given(pair.Value?.ToString() ?? "")));

    public static JsonNode? Node(this IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        extensions is not null && extensions.TryGetValue(name, out var extension) && extension is JsonNodeExtension node ? node.Node : null;
}
