namespace Intercom;

/// <summary>Where a page begins: the parameter that says so, and its value.</summary>
internal sealed record PageCursor(string Kind, string Value)
{
    public const string StartingAfterKind = "starting_after";
    public const string BeforeKind = "before";
    public const string PageKind = "page";
    public const string ScrollKind = "scroll_param";
    public const string CursorKind = "cursor";

    /// <summary>The parameters that say where to go on, each before the number of a page, which may stand beside it.</summary>
    public static readonly string[] Cursors = [StartingAfterKind, BeforeKind, CursorKind, ScrollKind];

    public static PageCursor Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && (text[..colon] == PageKind || Cursors.Contains(text[..colon]))
            ? new PageCursor(text[..colon], text[(colon + 1)..])
            : throw new ArgumentException("The value is no cursor of this library; pass on what IntercomPage.Next gave.", nameof(text));
    }

    /// <summary>
    /// Whether the page behind one that began there may be asked for by its number: numbers do not take over from a cursor.
    /// </summary>
    public static bool MayCount(PageCursor? from) => from is null or { Kind: PageKind };

    public override string ToString() => $"{Kind}:{Value}";
}
