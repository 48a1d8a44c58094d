namespace Intercom;

/// <summary>One page of a list.</summary>
/// <typeparam name="TPage">The type of the page.</typeparam>
/// <typeparam name="TItem">The type of an item.</typeparam>
public sealed class IntercomPage<TPage, TItem>
{
    internal IntercomPage(TPage value, IReadOnlyList<TItem> items, PageCursor? cursor)
    {
        Value = value;
        Items = items;
        Cursor = cursor;
    }

    /// <summary>The page as it was answered.</summary>
    public TPage Value { get; }

    /// <summary>The items of the page.</summary>
    public IReadOnlyList<TItem> Items { get; }

    /// <summary>Where the next page begins, to be stored and handed to <see cref="Paged{TPage, TItem}.AsPages"/>; null on the last page.</summary>
    public string? Next => Cursor?.ToString();

    internal PageCursor? Cursor { get; }
}
