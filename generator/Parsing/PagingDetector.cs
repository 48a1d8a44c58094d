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
        if (!IsPaged(page.Select(static p => p.WireName)) || operation.Verb is not ("GET" or "POST"))
            return null;
        var lists = Lists(page);
        if (lists.Count == 1)
            return PagingOf(Name.Of(lists[0].Name), lists[0], operation, types) with { TakesItem = operation.Result.MayBeItem };
        return page.FirstOrDefault(static p => p.WireName == "data") is { } data && Lists(types.PropertiesOf(data.Type)) is { Count: > 0 } inside
            ? PagingOf(Code.Text($"{Name.Of(data.Name)}?.{Name.Of(inside[0].Name)}"), inside[0], operation, types)
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
