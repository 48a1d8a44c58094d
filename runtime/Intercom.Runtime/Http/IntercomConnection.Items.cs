using Intercom.Json;

namespace Intercom;

public sealed partial class IntercomConnection
{
    /// <summary>Calls an operation that answers with a page of a list, or with the one item that it found.</summary>
    /// <typeparam name="TPage">The type of a page.</typeparam>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="request">The call for the first page.</param>
    /// <param name="place">Where the operation is told which page to give.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="single">Makes the page that holds one item and nothing else.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public Paged<TPage, TItem> Pages<TPage, TItem>(
        ApiRequest request,
        PagePlace place,
        Func<TPage, IReadOnlyList<TItem>?> items,
        Func<TItem, TPage> single,
        RequestOptions? options,
        CancellationToken cancellationToken)
        where TPage : IJson<TPage>
        where TItem : IJson<TItem> => new(
        request.Operation,
        (cursor, token) => RunAsync(
            request.At(cursor, place, _options.TimeProvider.GetUtcNow()),
            options,
            Answer.Json,
            (items, single, cursor),
            static (page, reply, trace) => LookupAnswer.IsItem(reply.Body.Span)
                ? ReadItem(reply, trace, page.items, page.single)
                : ReadPage(reply, trace, page.items, page.cursor),
            token),
        cancellationToken);

    /// <summary>Calls an operation that answers with a list and nothing around it.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <typeparam name="TCodec">How an item is read.</typeparam>
    /// <param name="request">The call.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Paged<IReadOnlyList<T>, T> Items<T, TCodec>(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
        where TCodec : IJsonCodec<T> => new(
        request.Operation,
        (_, token) => RunAsync(
            request, options, Answer.Json, 0, static (_, reply, trace) => OnlyPage(reply, ReadList<T, TCodec>(reply, trace)), token),
        cancellationToken);

    private static IntercomPage<IReadOnlyList<T>, T> OnlyPage<T>(Reply reply, IReadOnlyList<T> items) =>
        new(items, items, (PageCursor?)null) { Secrets = reply.Secrets };

    private static IntercomPage<TPage, TItem> ReadItem<TPage, TItem>(
        Reply reply, CallTrace trace, Func<TPage, IReadOnlyList<TItem>?> items, Func<TItem, TPage> single)
        where TItem : IJson<TItem>
    {
        var page = single(Read<TItem>(reply, trace));
        return new IntercomPage<TPage, TItem>(page, items(page) ?? [], (PageCursor?)null) { Secrets = reply.Secrets };
    }
}
