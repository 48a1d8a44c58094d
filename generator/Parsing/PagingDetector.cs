using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Parsing;

/// <summary>Recognises a list that comes in pages, by the shape of its response.</summary>
internal static class PagingDetector
{
    private static readonly string[] Markers = ["pages", "scroll_param", "next_cursor"];

    public static Paging? Detect(Operation operation, IReadOnlyDictionary<string, RecordType> records)
    {
        if (operation.Result.Type is not { Kind: TypeKind.Record } type || !records.TryGetValue(type.Name!, out var page) || !IsPaged(page.Properties.Select(static p => p.WireName)) || operation.Verb is not ("GET" or "POST"))
            return null;
        var lists = Lists(page);
        if (lists.Count == 1)
            return new Paging(Name.Of(lists[0].Name), lists[0].Type.Item!, CursorOf(operation, records), operation.Result.MayBeItem);
        if (page.Properties.FirstOrDefault(static p => p.WireName == "data") is { Type: { Kind: TypeKind.Record } inner } data && records.TryGetValue(inner.Name!, out var wrapped) && Lists(wrapped) is { Count: > 0 } inside)
            return new Paging(Code.Text($"{Name.Of(data.Name)}?.{Name.Of(inside[0].Name)}"), inside[0].Type.Item!, CursorOf(operation, records));
        return null;
    }

    /// <summary>Whether an object with properties of these names is a page.</summary>
    public static bool IsPaged(IEnumerable<string> properties)
    {
        var names = new HashSet<string>(properties);
        return Markers.Any(names.Contains) || (names.Contains("page") && names.Contains("total_pages"));
    }

    private static List<Property> Lists(RecordType record) => record.Properties.Where(static p => p.Type is { Kind: TypeKind.List, Item.IsNamed: true }).ToList();

    private static PagingCursor CursorOf(Operation operation, IReadOnlyDictionary<string, RecordType> records) =>
        operation.Body is not { Type: { Kind: TypeKind.Record } body } || !records.TryGetValue(body.Name!, out var record) ? PagingCursor.Query
        : record.Properties.Any(static p => p.WireName == "pagination") ? PagingCursor.Pagination
        : record.Properties.Any(static p => p.WireName == "page") ? PagingCursor.Body
        : PagingCursor.Query;
}
