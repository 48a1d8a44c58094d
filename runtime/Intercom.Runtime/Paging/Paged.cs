using System.Runtime.CompilerServices;

namespace Intercom;

/// <summary>A list that comes in pages: await it for the first page, enumerate it for all items of all pages.</summary>
/// <typeparam name="TPage">The type of a page.</typeparam>
/// <typeparam name="TItem">The type of an item.</typeparam>
/// <remarks>Nothing is sent before it is awaited or enumerated; each time that it is, the list is read anew.</remarks>
public sealed class Paged<TPage, TItem> : IAsyncEnumerable<TItem>
{
    private readonly string _operation;
    private readonly Func<PageCursor?, CancellationToken, Task<IntercomPage<TPage, TItem>>> _read;
    private readonly CancellationToken _cancellation;

    internal Paged(
        string operation,
        Func<PageCursor?, CancellationToken, Task<IntercomPage<TPage, TItem>>> read,
        CancellationToken cancellation)
    {
        _operation = operation;
        _read = read;
        _cancellation = cancellation;
    }

    /// <summary>A list of given pages, for test doubles.</summary>
    /// <param name="pages">The pages, each with its items.</param>
    /// <exception cref="ArgumentException">There is no page.</exception>
    public Paged(params (TPage Page, IReadOnlyList<TItem> Items)[] pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        if (pages.Length == 0)
            throw new ArgumentException("A list has at least one page; an empty list is a page without items.", nameof(pages));
        _operation = "A list of given pages";
        _read = (cursor, _) =>
        {
            var at = cursor is null ? 0 : int.Parse(cursor.Value, System.Globalization.CultureInfo.InvariantCulture);
            var next = at + 1 < pages.Length
                ? new PageCursor(PageCursor.PageKind, (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))
                : null;
            return Task.FromResult(new IntercomPage<TPage, TItem>(pages[at].Page, pages[at].Items, next));
        };
    }

    /// <summary>Awaits the first page.</summary>
    public TaskAwaiter<TPage> GetAwaiter() => FirstAsync().GetAwaiter();

    /// <summary>Awaits the first page.</summary>
    /// <param name="continueOnCapturedContext">Whether to go on where the caller was.</param>
    public ConfiguredTaskAwaitable<TPage> ConfigureAwait(bool continueOnCapturedContext) =>
        FirstAsync().ConfigureAwait(continueOnCapturedContext);

    /// <summary>Gets the first page.</summary>
    public async Task<TPage> FirstAsync() => (await _read(null, _cancellation).ConfigureAwait(false)).Value;

    /// <summary>Gets page after page.</summary>
    /// <param name="from">Where to go on: <see cref="IntercomPage{TPage, TItem}.Next"/> of a page read earlier, perhaps by another process;
    /// null starts at the beginning.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="IntercomPagingException">The server gave the same cursor twice, or named the next page in a way that cannot be
    /// followed.</exception>
    /// <exception cref="ArgumentException"><paramref name="from"/> is not a cursor of this library.</exception>
    public async IAsyncEnumerable<IntercomPage<TPage, TItem>> AsPages(
        string? from = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(_cancellation, cancellationToken);
        var cursor = from is null ? null : PageCursor.Parse(from);
        var seen = new HashSet<PageCursor?> { cursor };
        do
        {
            var page = await _read(cursor, both.Token).ConfigureAwait(false);
            yield return page;
            if (page.Fault is not null)
                throw page.Fault;
            cursor = page.Cursor;
            if (cursor is not null && !seen.Add(cursor))
                throw IntercomPagingException.Repeated(_operation, page.Secrets?.Redact(cursor.ToString()) ?? cursor.ToString());
        }
        while (cursor is not null);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages(null, cancellationToken).ConfigureAwait(false))
            foreach (var item in page.Items)
                yield return item;
    }
}
