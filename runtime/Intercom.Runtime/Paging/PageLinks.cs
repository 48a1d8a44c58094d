using System.Globalization;
using System.Text.Json;
using Intercom.Json;

namespace Intercom;

/// <summary>Finds out from the body of a page where the next one begins. One algorithm serves all the ways in which Intercom says it.</summary>
internal static class PageLinks
{
    public static PageCursor? Next(ReadOnlySpan<byte> body, int items)
    {
        var links = Read(body);
        if (Text(links.NextCursor) is { } next && links.HasMore != false)
            return new PageCursor(PageCursor.CursorKind, next);
        // A scroll gives a parameter for ever; it has ended when a page holds nothing.
        if (Text(links.Scroll) is { } scroll)
            return items > 0 ? new PageCursor(PageCursor.ScrollKind, scroll) : null;
        if (links.Pages is { ValueKind: JsonValueKind.Object } pages)
            return After(pages) ?? Numbered(Number(pages, "page"), Number(pages, "total_pages"));
        if (links.Pages is { ValueKind: JsonValueKind.String } url)
            return FromUrl(url.Text()!);
        return Numbered(links.Page, links.TotalPages);
    }

    private static PageCursor? After(JsonElement pages)
    {
        if (!pages.TryGetProperty("next", out var next))
            return null;
        if (next.ValueKind == JsonValueKind.String)
            return FromUrl(next.Text()!);
        if (next.ValueKind != JsonValueKind.Object)
            return null;
        if (next.TryGetProperty("starting_after", out var after) && Text(after) is { } cursor)
            return new PageCursor(PageCursor.StartingAfterKind, cursor);
        return Number(next, "page") is { } page ? new PageCursor(PageCursor.PageKind, page.ToString(CultureInfo.InvariantCulture)) : null;
    }

    // Only what the address asks for is taken from it. Where the next call goes is the client's own business.
    private static PageCursor? FromUrl(string url)
    {
        var question = url.IndexOf('?', StringComparison.Ordinal);
        if (question < 0)
            return null;
        foreach (var kind in new[] { PageCursor.StartingAfterKind, PageCursor.CursorKind, PageCursor.ScrollKind, PageCursor.PageKind })
            foreach (var part in url[(question + 1)..].Split('&', '#'))
                if (part.StartsWith(kind + "=", StringComparison.Ordinal) && part.Length > kind.Length + 1)
                    return new PageCursor(kind, Uri.UnescapeDataString(part[(kind.Length + 1)..].Replace('+', ' ')));
        return null;
    }

    private static PageCursor? Numbered(long? page, long? total) =>
        page is { } at && total is { } last && at > 0 && at < last ? new PageCursor(PageCursor.PageKind, (at + 1).ToString(CultureInfo.InvariantCulture)) : null;

    private static string? Text(JsonElement? value) => value?.Text() is { Length: > 0 } text ? text : null;

    private static long? Number(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? Number(value) : null;

    private static long? Number(JsonElement? value) => long.TryParse(Text(value), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Links Read(ReadOnlySpan<byte> body)
    {
        var links = default(Links);
        var json = new Utf8JsonReader(body, JsonCursor.ReaderOptions);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            return links;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isPages = json.ValueTextEquals("pages"u8);
            var isScroll = json.ValueTextEquals("scroll_param"u8);
            var isNext = json.ValueTextEquals("next_cursor"u8);
            var isMore = json.ValueTextEquals("has_more"u8);
            var isPage = json.ValueTextEquals("page"u8);
            var isTotal = json.ValueTextEquals("total_pages"u8);
            json.Read();
            if (!(isPages || isScroll || isNext || isMore || isPage || isTotal))
            {
                json.Skip();
                continue;
            }

            var value = JsonElement.ParseValue(ref json);
            if (isPages)
                links.Pages = value;
            else if (isScroll)
                links.Scroll = value;
            else if (isNext)
                links.NextCursor = value;
            else if (isMore)
                links.HasMore = value.ValueKind == JsonValueKind.True ? true : value.ValueKind == JsonValueKind.False ? false : null;
            else if (isPage)
                links.Page = Number(value);
            else
                links.TotalPages = Number(value);
        }

        return links;
    }

    private struct Links
    {
        public JsonElement? Pages;
        public JsonElement? Scroll;
        public JsonElement? NextCursor;
        public bool? HasMore;
        public long? Page;
        public long? TotalPages;
    }
}
