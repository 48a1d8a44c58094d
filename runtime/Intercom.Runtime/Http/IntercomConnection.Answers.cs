using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Intercom.Json;

namespace Intercom;

public sealed partial class IntercomConnection
{
    /// <summary>Calls an operation that answers with JSON of any type.</summary>
    /// <inheritdoc cref="SendAsync(ApiRequest, RequestOptions?, CancellationToken)"/>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <typeparam name="TCodec">How it is read.</typeparam>
    public Task<T> SendAsync<T, TCodec>(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
        where TCodec : IJsonCodec<T> => RunAsync(
        request,
        options,
        Answer.Json,
        0,
        static (_, reply, trace) => Read(reply, trace, static (body, deviations) => ReadOne<T, TCodec>(body, deviations)),
        cancellationToken);

    /// <summary>Calls an operation that answers with a stream of events whose data is JSON.</summary>
    /// <typeparam name="T">The type of an event's data.</typeparam>
    /// <typeparam name="TCodec">How it is read.</typeparam>
    /// <param name="request">The call.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Ends the call and the events.</param>
    /// <exception cref="IntercomException">The call failed; the derived types say how.</exception>
    /// <exception cref="JsonException">The data of an event is not what the document declares.</exception>
    public IAsyncEnumerable<SseItem<T>> EventsAsync<T, TCodec>(
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken)
        where TCodec : IJsonCodec<T> =>
        EventsAsync(request, options, static (_, data) => ReadOne<T, TCodec>(data, null), cancellationToken);

    /// <summary>Calls an operation that answers with a stream of events whose data is text.</summary>
    /// <inheritdoc cref="EventsAsync{T, TCodec}"/>
    public IAsyncEnumerable<SseItem<string>> EventsAsync(
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        EventsAsync(request, options, static (_, data) => Encoding.UTF8.GetString(data), cancellationToken);

    // The data that ends a stream is no JSON, and no event.
    private static ReadOnlySpan<byte> LastData => "[DONE]"u8;

    private async IAsyncEnumerable<SseItem<T>> EventsAsync<T>(
        ApiRequest request,
        RequestOptions? options,
        SseItemParser<T> parse,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var answer = await DownloadAsync(request.Header("Accept", "text/event-stream"), options, cancellationToken)
            .ConfigureAwait(false);
        var isOver = false;
        var events = SseParser.Create(answer.Content, (type, data) =>
        {
            isOver = data.SequenceEqual(LastData);
            return isOver ? default! : parse(type, data);
        });
        await foreach (var item in events.EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            if (isOver)
                yield break;
            yield return item;
        }
    }

    private static T ReadOne<T, TCodec>(ReadOnlySpan<byte> body, JsonDeviations? deviations)
        where TCodec : IJsonCodec<T>
    {
        var json = new JsonCursor(body, deviations);
        return TCodec.TryRead(ref json, out var value)
            ? value
            : throw new JsonException($"This is no {typeof(T).Name}, which the document declares.");
    }
}
