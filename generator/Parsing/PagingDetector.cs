using Intercom.Generator.Model;
using Intercom.Generator.Parsing.Places;

namespace Intercom.Generator.Parsing;

/// <summary>Recognises an operation that lists, by what it answers, and how it is told which page to give.</summary>
internal static class PagingDetector
{
    public static Paging? Detect(OperationDraft operation, TypeRef? result, TypeFinisher types) =>
        operation.Verb is "GET" or "POST" && types.ItemsOf(result) is { } items
            ? new Paging(items.Path, items.Item, CursorOf(operation, types), operation.Result.MayBeItem && !items.IsDeep)
            : null;

    private static PagingCursor CursorOf(OperationDraft operation, TypeFinisher types)
    {
        var body = operation.Body is { Kind: BodyKind.Json } sent ? types.PropertiesOf(types.Final(sent.Type, Place.Property)) : [];
        return body.Any(static p => p.WireName == "pagination") ? PagingCursor.Pagination
            : body.Any(static p => p.WireName == "page") ? PagingCursor.Body
            : PagingCursor.Query;
    }
}
