using System.Globalization;
using System.Text.Json;
using Intercom.Json;

namespace Intercom;

/// <summary>
/// Finds out from the body of a page where the next one begins. One algorithm serves all the ways in which Intercom says it.
/// </summary>
internal static class PageLinks
{
    private const int LongestCursor = 8 * 1024;

    /// <summary>Where the next page begins.</summary>
    /// <param name="body">The page.</param>
    /// <param name="items">How many items it has.</param>
    /// <param name="from">Where the page itself began; null for the first.</param>
    public static PageStep Next(ReadOnlySpan<byte> body, int items, PageCursor? from)
    {
        var links = Read(body);
        if (links.NextCursor is { } next)
            return ByCursor(next, links.HasMore);
        // A scroll gives a parameter for ever; it has ended when a page holds nothing.
        if (links.Scroll is { } scroll)
            return Text(scroll) is { } parameter && items > 0 ? PageStep.To(PageCursor.ScrollKind, parameter) : PageStep.End;
        var step = links.Pages switch
        {
            { ValueKind: JsonValueKind.Object } pages => ByPages(pages, from),
            { ValueKind: JsonValueKind.String } address => ByText(address.Text()!, from),
            _ => Numbered(links.Page, links.TotalPages, from),
        };
        return step == PageStep.End && links is { HasMore: true, Pages: null } ? PageStep.Nowhere("has_more") : step;
    }

    private static PageStep ByCursor(JsonElement next, bool? hasMore)
    {
        if (hasMore == false)
            return PageStep.End;
        if (next.ValueKind is JsonValueKind.String or JsonValueKind.Number && Text(next) is { } cursor)
            return PageStep.To(PageCursor.CursorKind, cursor);
        return next.ValueKind is JsonValueKind.Null or JsonValueKind.String && hasMore != true
            ? PageStep.End
            : PageStep.Nowhere($"next_cursor: {next.GetRawText()}");
    }

    private static PageStep ByPages(JsonElement pages, PageCursor? from)
    {
        if (!pages.TryGetProperty("next", out var next))
            return Numbered(Number(pages, "page"), Number(pages, "total_pages"), from);
        return next.ValueKind switch
        {
            // It is said that there is none, whatever the numbers beside it say.
            JsonValueKind.Null => PageStep.End,
            JsonValueKind.String => ByText(next.Text()!, from),
            JsonValueKind.Object => ByObject(next, from),
            _ => PageStep.Nowhere(next.GetRawText()),
        };
    }

    private static PageStep ByObject(JsonElement next, PageCursor? from)
    {
        var hasCursor = false;
        foreach (var kind in PageCursor.Cursors)
        {
            if (!next.TryGetProperty(kind, out var value))
                continue;
            hasCursor = true;
            if (Text(value) is { } cursor)
                return PageStep.To(kind, cursor);
        }

        if (hasCursor)
            return PageStep.End;
        return PageCursor.MayCount(from) && Number(next, PageCursor.PageKind) is { } page
            ? PageStep.To(PageCursor.PageKind, page.ToString(CultureInfo.InvariantCulture))
            : PageStep.Nowhere(next.GetRawText());
    }

    private static PageStep ByText(string text, PageCursor? from)
    {
        if (string.IsNullOrWhiteSpace(text))
            return PageStep.End;
        if (IsOfAnotherScheme(text))
            return PageStep.Nowhere(text);
        var question = text.IndexOf('?', StringComparison.Ordinal);
        if (question >= 0)
            return ByQuery(text, text[(question + 1)..], from);
        return IsCursor(text)
            ? PageStep.To(PageCursor.MayCount(from) ? PageCursor.StartingAfterKind : from!.Kind, text)
            : PageStep.Nowhere(text);
    }

    // Only what the address asks for is taken from it. Where the next call goes is the client's own business.
    private static PageStep ByQuery(string address, string query, PageCursor? from)
    {
        var parts = query.Split('&', '#');
        foreach (var kind in PageCursor.MayCount(from) ? PageCursor.Cursors.Append(PageCursor.PageKind) : PageCursor.Cursors)
            foreach (var part in parts)
                if (part.StartsWith(kind + "=", StringComparison.Ordinal) && part.Length > kind.Length + 1)
                    return PageStep.To(kind, Uri.UnescapeDataString(part[(kind.Length + 1)..].Replace('+', ' ')));
        return PageStep.Nowhere(address);
    }

    private static bool IsCursor(string text) =>
        text.Length <= LongestCursor
        && !text.Contains("://", StringComparison.Ordinal)
        && !text.Any(static c => char.IsControl(c) || c == ' ');

    private static bool IsOfAnotherScheme(string text) =>
        !text.StartsWith('/') && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is not ("http" or "https");

    private static PageStep Numbered(long? page, long? total, PageCursor? from) =>
        PageCursor.MayCount(from) && page is { } at && total is { } last && at > 0 && at < last
            ? PageStep.To(PageCursor.PageKind, (at + 1).ToString(CultureInfo.InvariantCulture))
            : PageStep.End;

    private static string? Text(JsonElement value) => value.Text() is { Length: > 0 } text ? text : null;

    private static long? Number(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? Number(value) : null;

    private static long? Number(JsonElement value) =>
        long.TryParse(Text(value), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Links Read(ReadOnlySpan<byte> body)
    {
        var links = default(Links);
        var json = new Utf8JsonReader(body, JsonCursor.ReaderOptions);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            return links;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var link = LinkOf(ref json);
            json.Read();
            var start = (int)json.TokenStartIndex;
            json.Skip();
            if (link != Link.None)
                links.Take(link, JsonDocuments.Parse(body[start..(int)json.BytesConsumed]));
        }

        return links;
    }

    private static Link LinkOf(ref Utf8JsonReader json) =>
        json.ValueTextEquals("pages"u8) ? Link.Pages
        : json.ValueTextEquals("scroll_param"u8) ? Link.Scroll
        : json.ValueTextEquals("next_cursor"u8) ? Link.NextCursor
        : json.ValueTextEquals("has_more"u8) ? Link.HasMore
        : json.ValueTextEquals("page"u8) ? Link.Page
        : json.ValueTextEquals("total_pages"u8) ? Link.TotalPages
        : Link.None;

    private enum Link
    {
        None,
        Pages,
        Scroll,
        NextCursor,
        HasMore,
        Page,
        TotalPages,
    }

    private struct Links
    {
        public JsonElement? Pages;
        public JsonElement? Scroll;
        public JsonElement? NextCursor;
        public bool? HasMore;
        public long? Page;
        public long? TotalPages;

        public void Take(Link link, JsonElement value)
        {
            if (link == Link.Pages)
                Pages = value;
            else if (link == Link.Scroll)
                Scroll = value;
            else if (link == Link.NextCursor)
                NextCursor = value;
            else if (link == Link.HasMore)
                HasMore = value.ValueKind == JsonValueKind.True ? true : value.ValueKind == JsonValueKind.False ? false : null;
            else if (link == Link.Page)
                Page = Number(value);
            else
                TotalPages = Number(value);
        }
    }
}
