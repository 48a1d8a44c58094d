namespace Intercom;

/// <summary>Where a page begins: the parameter that says so, and its value.</summary>
internal sealed record PageCursor(string Kind, string Value)
{
    public const string StartingAfterKind = "starting_after";
    public const string PageKind = "page";
    public const string ScrollKind = "scroll_param";
    public const string CursorKind = "cursor";

    public static PageCursor Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && text[..colon] is StartingAfterKind or PageKind or ScrollKind or CursorKind
            ? new PageCursor(text[..colon], text[(colon + 1)..])
            : throw new ArgumentException("The value is no cursor of this library; pass on what IntercomPage.Next gave.", nameof(text));
    }

    public override string ToString() => $"{Kind}:{Value}";
}
