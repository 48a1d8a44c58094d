using System.ComponentModel;
using System.Text.Json.Nodes;

namespace Intercom;

/// <summary>Where an operation is told which page to give.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum PagePlace
{
    /// <summary>In the query.</summary>
    Query,

    /// <summary>In the body, as <c>pagination.starting_after</c>.</summary>
    Pagination,

    /// <summary>In the body, as <c>page</c>.</summary>
    Body,
}

internal static class PagePlaces
{
    /// <summary>The call for the page at a cursor.</summary>
    public static ApiRequest At(this ApiRequest request, PageCursor? cursor, PagePlace place, DateTimeOffset now)
    {
        if (cursor is null)
            return request;
        if (place == PagePlace.Query)
            return request.WithQuery(cursor.Kind, cursor.Value);
        var body = request.WriteBody(now) is { } utf8 && JsonNode.Parse(utf8) is JsonObject existing ? existing : [];
        JsonNode value = long.TryParse(cursor.Value, out var number) && cursor.Kind == PageCursor.PageKind
            ? JsonValue.Create(number)
            : JsonValue.Create(cursor.Value);
        if (place == PagePlace.Body)
            body[cursor.Kind] = value;
        else if (body["pagination"] is JsonObject pagination)
            pagination[cursor.Kind] = value;
        else
            body["pagination"] = new JsonObject { [cursor.Kind] = value };
        return request.WithBody(System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()));
    }
}
