using System.Text.Json.Nodes;
using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>A method beside that of an operation, as an overlay says it: it makes the body of its arguments.</summary>
/// <param name="Body">The case of the body that it sends; null where the body is no choice.</param>
/// <param name="Summary">What it does; empty where it does what the operation does.</param>
/// <param name="Arguments">The names of its arguments, by the properties that they are, in their order.</param>
internal sealed record ShortcutDraft(string Name, TypeRef? Body, string Summary, IReadOnlyList<KeyValuePair<string, string>> Arguments)
{
    public static IReadOnlyList<ShortcutDraft> Of(OpenApiOperation operation, SchemaParser schemas) =>
        (operation.Extensions.Node(Extensions.Shortcuts) as JsonObject ?? []).Where(static shortcut => shortcut.Value is JsonObject)
            .Select(shortcut => Of(Identifier.Pascal(shortcut.Key), (JsonObject)shortcut.Value!, schemas)).ToList();

    private static ShortcutDraft Of(string name, JsonObject shortcut, SchemaParser schemas) => new(
        name,
        schemas.Named(shortcut["schema"]?.ToString() ?? ""),
        shortcut["summary"]?.ToString() ?? "",
        (shortcut["arguments"] as JsonObject ?? [])
            .Select(static argument => new KeyValuePair<string, string>(argument.Key, Identifier.Camel(argument.Value?.ToString() ?? "")))
            .ToList());
}
