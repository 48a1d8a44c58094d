namespace Intercom;

/// <summary>What a page says of the one behind it.</summary>
/// <param name="Cursor">Where it begins; null where there is none, or none that can be asked for.</param>
/// <param name="Unknown">What the page says where that cannot be followed.</param>
internal readonly record struct PageStep(PageCursor? Cursor, string? Unknown)
{
    private const int LongestShown = 1024;

    /// <summary>There is no page behind it.</summary>
    public static PageStep End => default;

    public static PageStep To(string kind, string value) => new(new PageCursor(kind, value), null);

    /// <summary>There is a page behind it, and it cannot be asked for.</summary>
    public static PageStep Nowhere(string found) => new(null, found.Length <= LongestShown ? found : found[..LongestShown]);
}
