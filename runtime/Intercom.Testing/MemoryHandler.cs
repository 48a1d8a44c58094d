using System.IO.Pipelines;
using System.Net;

namespace Intercom.Testing;

/// <summary>Takes calls without a socket.</summary>
internal sealed class MemoryHandler(FakeRouter router, CancellationToken stopping) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var answer = router.Answer(call);
        if (answer.IsDrop)
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The fake cut the connection.", new ConnectionCutException());
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = answer.IsStreamed ? LiveContent.Of(answer, stopping) : new ByteArrayContent(answer.Body.ToArray()),
        };
        if (answer.ContentType is not null)
            response.Content.Headers.TryAddWithoutValidation("Content-Type", answer.ContentType);
        foreach (var (name, value) in answer.HeadersFor(call))
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    private async Task<FakeCall> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated.AsEnumerable() ?? [])
            .Select(static header => KeyValuePair.Create(header.Key, header.Value.ToString()));
        return new FakeCall(request.Method.Method, request.RequestUri!.PathAndQuery, headers, body, router.Calls.NextNumber());
    }

    /// <summary>A body that is read while it is written.</summary>
    private sealed class LiveContent(Stream stream, CancellationTokenSource left) : StreamContent(stream)
    {
        // A flush waits until all was read: a pipe that is cut would take with it what nobody has read yet.
        private static readonly PipeOptions InStep =
            new(pauseWriterThreshold: 1, resumeWriterThreshold: 1, useSynchronizationContext: false);

        public static LiveContent Of(FakeAnswer answer, CancellationToken stopping)
        {
            var pipe = new Pipe(InStep);
            var left = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            _ = FillAsync(answer, pipe.Writer, left.Token);
            return new LiveContent(pipe.Reader.AsStream(), left);
        }

        protected override void Dispose(bool disposing)
        {
            left.Cancel();
            base.Dispose(disposing);
        }

        private static async Task FillAsync(FakeAnswer answer, PipeWriter writer, CancellationToken token)
        {
            try
            {
                await Task.Yield();
                await answer.WriteAsync(writer.AsStream(leaveOpen: true), token).ConfigureAwait(false);
                await writer.CompleteAsync().ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                await writer.CompleteAsync(new ConnectionCutException()).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                await writer.CompleteAsync(e).ConfigureAwait(false);
            }
        }
    }
}
