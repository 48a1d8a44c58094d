using System.Text.Json.Nodes;
using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>
/// A second method that an overlay gives an operation: it always sends a query parameter, and gets another answer for it.
/// </summary>
internal sealed record SecondMethod(string Name, FixedQuery Fixed, Places.TypeRef Type, Doc Doc)
{
    /// <summary>
    /// What an operation says of one; null where it says nothing, or where what it answers with is no schema of an object.
    /// </summary>
    public static SecondMethod? Of(OpenApiOperation operation, SchemaParser schemas)
    {
        if (operation.Extensions.Node(Extensions.Also) is not JsonObject also
            || (also["query"] as JsonObject)?.FirstOrDefault() is not { Key: { } name, Value: { } value })
            return null;
        return schemas.Named(also["schema"]?.ToString() ?? "") is { IsNamed: true } type
            ? new SecondMethod(
                Identifier.Pascal(also["name"]?.ToString() ?? ""),
                new FixedQuery(name, value.ToString()),
                type,
                DocText.Of(also["summary"]?.ToString()))
            : null;
    }

    public OperationDraft Besides(OperationDraft first) => first with
    {
        Name = Name,
        Doc = Doc,
        Fixed = Fixed,
        Shortcuts = [],
        Sample = null,
        Result = new ResultDraft(ResultKind.Json, Type, ""),
    };
}
