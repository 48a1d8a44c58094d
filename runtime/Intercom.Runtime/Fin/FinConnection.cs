using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Intercom;

/// <summary>One connection to the stream's server.</summary>
internal sealed class FinConnection : IAsyncDisposable
{
    private const int LongestRefusal = 64 * 1024;

    private static readonly HttpClient Shared = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ResponseDrainTimeout = TimeSpan.Zero,
        // A trace would show the URL.
        ActivityHeadersPropagator = null,
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<FinFrame> _frames;

    private FinConnection(HttpResponseMessage response, IAsyncEnumerator<FinFrame> frames)
    {
        _response = response;
        _frames = frames;
    }

    /// <summary>Opens a connection, or says why the server does not.</summary>
    public static async Task<(FinConnection? Connection, FinError? Error)> OpenAsync(
        FinSubscription subscription,
        string? lastEventId,
        FinStreamOptions options,
        FinDeadlines deadlines)
    {
        using var request = subscription.Request(lastEventId);
        deadlines.AwaitSignOfLife();
        var response = await (options.HttpClient ?? Shared).SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            deadlines.Token).ConfigureAwait(false);
        deadlines.SignOfLife();
        try
        {
            if (!subscription.IsAddressOf(response.RequestMessage))
                throw new FinStreamException(
                    FinStreamFailure.NotAnEventStream,
                    "the HTTP client has followed a redirect, which the URL's token does not allow.");
            if (response.StatusCode != HttpStatusCode.OK)
            {
                var refusal = await RefusalAsync(response, deadlines).ConfigureAwait(false);
                response.Dispose();
                return (null, refusal);
            }

            var content = await FinDecoding.ReadAsync(response, deadlines.Token).ConfigureAwait(false);
            return (new FinConnection(response, Frames(response, content, options, deadlines)), null);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>The next frame; null at the end.</summary>
    public async ValueTask<FinFrame?> NextAsync() => await _frames.MoveNextAsync().ConfigureAwait(false) ? _frames.Current : null;

    public async ValueTask DisposeAsync()
    {
        await _frames.DisposeAsync().ConfigureAwait(false);
        _response.Dispose();
    }

    private static IAsyncEnumerator<FinFrame> Frames(
        HttpResponseMessage response,
        Stream content,
        FinStreamOptions options,
        FinDeadlines deadlines) =>
        response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() switch
        {
            null or "text/event-stream" =>
                EventsAsync(
                    new FinBytes(content, deadlines, options.MaxEventBytes, lineIsEvent: false),
                    deadlines.Token).GetAsyncEnumerator(),
            "application/json" or "application/x-ndjson" or "application/ndjson" or "application/jsonl" =>
                LinesAsync(
                    new FinBytes(content, deadlines, options.MaxEventBytes, lineIsEvent: true),
                    deadlines.Token).GetAsyncEnumerator(),
            var other => throw new FinStreamException(
                FinStreamFailure.NotAnEventStream,
                $"the server sends {other}. Something else answers under the URL, a proxy perhaps."),
        };

    private static async IAsyncEnumerable<FinFrame> EventsAsync(
        FinBytes bytes,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in SseParser.Create(bytes, FinFrame.OfEvent).EnumerateAsync(cancellationToken).ConfigureAwait(false))
            yield return item.Data.WithId(item.EventId, item.ReconnectionInterval);
    }

    private static async IAsyncEnumerable<FinFrame> LinesAsync(FinBytes bytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(bytes, Encoding.UTF8);
        while (await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            yield return FinFrame.OfLine(line);
    }

    private static async Task<FinError> RefusalAsync(HttpResponseMessage response, FinDeadlines deadlines)
    {
        var stream = await FinDecoding.ReadAsync(response, deadlines.Token).ConfigureAwait(false);
        using var body = new FinBytes(stream, deadlines, int.MaxValue, lineIsEvent: true);
        var buffer = new byte[LongestRefusal];
        var length = 0;
        while (length < buffer.Length
            && await body.ReadAsync(buffer.AsMemory(length), deadlines.Token).ConfigureAwait(false) is > 0 and var count)
            length += count;
        var retryAfter = response.Headers.RetryAfter?.Delta;
        var error = FinFrame.OfEvent("error", buffer.AsSpan(0, length)).Error;
        return error is null
            ? new FinError(null, (int)response.StatusCode, "", retryAfter)
            : error with { Status = (int)response.StatusCode, RetryAfter = retryAfter };
    }
}
