using System.Diagnostics;

namespace Intercom;

/// <summary>One page of a list.</summary>
/// <typeparam name="TPage">The type of the page.</typeparam>
/// <typeparam name="TItem">The type of an item.</typeparam>
public sealed class IntercomPage<TPage, TItem>
{
    private readonly string? _next;

    /// <summary>A page, for test doubles.</summary>
    /// <param name="value">The page as it was answered.</param>
    /// <param name="items">The items of the page.</param>
    /// <param name="next">Where the next page begins; null on the last page.</param>
    public IntercomPage(TPage value, IReadOnlyList<TItem> items, string? next = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        Value = value;
        Items = items;
        _next = next;
    }

    internal IntercomPage(TPage value, IReadOnlyList<TItem> items, PageCursor? cursor)
    {
        Value = value;
        Items = items;
        Cursor = cursor;
        _next = cursor?.ToString();
    }

    /// <summary>The page as it was answered.</summary>
    public TPage Value { get; }

    /// <summary>The items of the page.</summary>
    public IReadOnlyList<TItem> Items { get; }

    /// <summary>
    /// Where the next page begins, to be stored and handed to <see cref="Paged{TPage, TItem}.AsPages"/>; null on the last page.
    /// </summary>
    /// <exception cref="IntercomPagingException">The page says that there is a next one, in a way that cannot be followed.</exception>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Next => Fault is null ? _next : throw Fault;

    internal PageCursor? Cursor { get; }

    /// <summary>Why the list cannot be read on from here; null where it can, or has ended.</summary>
    internal IntercomPagingException? Fault { get; init; }

    /// <summary>What of the server's texts no exception shows.</summary>
    internal Secrets? Secrets { get; init; }
}
