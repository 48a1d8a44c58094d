using System.Text.Json.Nodes;
using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>The fields by which an operation finds: the document tells them in prose, an overlay as data.</summary>
internal static class SearchFields
{
    public static FieldsDraft? Of(OpenApiOperation operation, string verb, string path, string pointer, string place, TypeTable types)
    {
        if (operation.Extensions.Node(Extensions.Search) is not JsonObject search)
            return null;
        var name = Identifier.Given(search["type"]?.ToString() ?? "");
        var doc = new Doc($"The fields by which {verb} {path} finds, with the operators of each.");
        var draft = new FieldsDraft { Name = name, Pointer = pointer, Doc = doc };
        var fields = types.Own(draft, place + " search", name);
        foreach (var field in search["fields"] as JsonObject ?? [])
            fields.Fields[field.Key] = field.Value?.ToString() ?? "";
        return fields;
    }

    public static FieldsType Finish(FieldsDraft draft)
    {
        var names = new UniqueNames([.. ReservedNames.OfObject, draft.Name]);
        return new FieldsType(
            draft.Name,
            draft.Doc,
            draft.Fields.Select(field => Finish(field.Key, field.Value, names)).ToEquatable());
    }

    private static SearchableField Finish(string field, string kind, UniqueNames names) =>
        new(names.Take(Identifier.Pascal(field)), TypeOf(kind), field);

    // The runtime's fields are called after the kinds; the one that takes any value is what all of them are.
    private static TypeName TypeOf(string kind) => TypeName.Of(kind == "any" ? "SearchField" : Identifier.Pascal(kind) + "Field");
}
