using Intercom.Generator.Model;
using Intercom.Generator.Parsing.Places;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Parsing;

/// <summary>Recognises a list that comes in pages, by the shape of its response.</summary>
internal static class PagingDetector
{
    private static readonly string[] Markers = ["pages", "scroll_param", "next_cursor"];

    public static Paging? Detect(OperationDraft operation, TypeRef? result, TypeFinisher types)
    {
        var page = types.PropertiesOf(result);
        if (operation.Verb is "GET" or "POST" && types.ListOf(result) is { } list)
            return Said(list, page, operation, types);
        if (!IsPaged(page.Select(static p => p.WireName)) || operation.Verb is not ("GET" or "POST"))
            return null;
        var lists = Lists(page);
        if (lists.Count == 1)
            return PagingOf(Name.Of(lists[0].Name), lists[0], operation, types) with { TakesItem = operation.Result.MayBeItem };
        return page.FirstOrDefault(static p => p.WireName == "data") is { } data && Lists(types.PropertiesOf(data.Type)) is { Count: > 0 } inside
            ? PagingOf(Code.Text($"{Name.Of(data.Name)}?.{Name.Of(inside[0].Name)}"), inside[0], operation, types)
            : null;
    }

    /// <summary>What an overlay says of a list: the path to what it lists.</summary>
    private static Paging? Said(string path, IReadOnlyList<NamedProperty> page, OperationDraft operation, TypeFinisher types)
    {
        var steps = path.Split('.');
        var first = page.FirstOrDefault(property => property.WireName == steps[0]);
        if (steps.Length == 1)
            return first is { Type: { Kind: TypeKind.List, Item.IsNamed: true } }
                ? PagingOf(Name.Of(first.Name), first, operation, types) with { TakesItem = operation.Result.MayBeItem }
                : null;
        return first is not null && types.PropertiesOf(first.Type).FirstOrDefault(property => property.WireName == steps[1]) is { Type.Kind: TypeKind.List } inner
            ? PagingOf(Code.Text($"{Name.Of(first.Name)}?.{Name.Of(inner.Name)}"), inner, operation, types)
            : null;
    }

    private static Paging PagingOf(Code items, NamedProperty list, OperationDraft operation, TypeFinisher types) =>
        new(items, PlaceTable.DeclaredItem(list.Type.Item!), CursorOf(operation, types));

    /// <summary>Whether an object with properties of these names is a page.</summary>
    public static bool IsPaged(IEnumerable<string> properties)
    {
        var names = new HashSet<string>(properties, StringComparer.Ordinal);
        return Markers.Any(names.Contains) || (names.Contains("page") && names.Contains("total_pages"));
    }

    private static List<NamedProperty> Lists(IReadOnlyList<NamedProperty> record) =>
        record.Where(static p => p.Type is { Kind: TypeKind.List, Item.IsNamed: true }).ToList();

    private static PagingCursor CursorOf(OperationDraft operation, TypeFinisher types)
    {
        var body = operation.Body is { Kind: BodyKind.Json } sent ? types.PropertiesOf(types.Final(sent.Type, Place.Property)) : [];
        return body.Any(static p => p.WireName == "pagination") ? PagingCursor.Pagination
            : body.Any(static p => p.WireName == "page") ? PagingCursor.Body
            : PagingCursor.Query;
    }
}
