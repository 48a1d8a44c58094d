using System.Text.Json.Nodes;
using Intercom.Generator.Spec.Reading;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>The extensions that an overlay may add: what OpenAPI cannot say of Intercom's API.</summary>
internal static class Extensions
{
    public const string Name = SpecExtensions.Name;
    public const string Also = SpecExtensions.Also;
    public const string Query = SpecExtensions.Query;
    public const string Shortcuts = SpecExtensions.Shortcuts;
    public const string Search = SpecExtensions.Search;
    public const string Retry = SpecExtensions.Retry;
    public const string Type = SpecExtensions.Type;
    public const string List = SpecExtensions.List;
    public const string Arguments = SpecExtensions.Arguments;
    public const string Values = SpecExtensions.Values;
    public const string Property = SpecExtensions.Property;
    public const string Aliases = SpecExtensions.Aliases;
    public const string Discriminator = SpecExtensions.Discriminator;
    public const string Fill = SpecExtensions.Fill;
    public const string Job = SpecExtensions.Job;
    public const string Stream = SpecExtensions.Stream;
    public const string Sample = SpecExtensions.Sample;

    public static string? Text(this IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        extensions.Node(name) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The identifier that an extension gives; whatever it says, what comes out is one.</summary>
    public static string? Identifier(this IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        extensions.Text(name) is { Length: > 0 } text ? Naming.Identifier.Given(text) : null;

    public static IReadOnlyList<string> Texts(this IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        extensions.Node(name) is JsonArray array ? array.Select(static item => item?.ToString() ?? "").ToList() : [];

    /// <summary>Identifiers by what they name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Identifiers(
        this IDictionary<string, IOpenApiExtension>? extensions,
        string name) =>
        (extensions.Node(name) as JsonObject ?? []).Select(static pair =>
            new KeyValuePair<string, string>(pair.Key, Naming.Identifier.Given(pair.Value?.ToString() ?? "")));

    /// <summary>Texts by what they are about, each made into what is wanted of it.</summary>
    public static IReadOnlyDictionary<string, string> Texts(
        this IDictionary<string, IOpenApiExtension>? extensions,
        string name,
        Func<string, string> make) =>
        (extensions.Node(name) as JsonObject ?? [])
            .ToDictionary(static pair => pair.Key, pair => make(pair.Value?.ToString() ?? ""), StringComparer.Ordinal);

    public static JsonNode? Node(this IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        extensions is not null && extensions.TryGetValue(name, out var extension) && extension is JsonNodeExtension node ? node.Node : null;
}
