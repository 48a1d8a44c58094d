using System.Text;
using System.Text.Json;
using Intercom.Json;

namespace Intercom;

/// <summary>The one door through which emitted code calls Intercom.</summary>
public sealed partial class IntercomConnection
{
    private readonly IntercomClientOptions _options;
    private readonly CallPipeline _pipeline;

    /// <summary>Opens a connection.</summary>
    /// <param name="options">How to reach Intercom.</param>
    /// <param name="apiVersion">The version of the document that the client was made from.</param>
    /// <exception cref="ArgumentException">
    /// An option has a value that cannot work, or there is no credential; the message names it.
    /// </exception>
    public IntercomConnection(IntercomClientOptions options, string apiVersion)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults().FirstOrDefault() is { } fault)
            throw new ArgumentException(fault, nameof(options));
        if (options.Credential is null)
            throw new ArgumentException(IntercomClientOptions.NoCredential, nameof(options));
        _options = options;
        BaseAddress = options.Address;
        _pipeline = new CallPipeline(options, new Sender(options, BaseAddress, options.ApiVersion ?? apiVersion));
    }

    /// <summary>The address under which the API is reached.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Calls an operation that answers with JSON.</summary>
    /// <inheritdoc cref="SendAsync(ApiRequest, RequestOptions?, CancellationToken)"/>
    /// <typeparam name="T">The type of the result.</typeparam>
    public Task<T> SendAsync<T>(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
        where T : IJson<T> =>
        RunAsync(request, options, Answer.Json, 0, static (_, reply, trace) => Read<T>(reply, trace), cancellationToken);

    /// <summary>Calls an operation that answers with a JSON array.</summary>
    /// <inheritdoc cref="SendAsync(ApiRequest, RequestOptions?, CancellationToken)"/>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TCodec">How an item is read.</typeparam>
    public Task<IReadOnlyList<T>> SendListAsync<T, TCodec>(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
        where TCodec : IJsonCodec<T> =>
        RunAsync(request, options, Answer.Json, 0, static (_, reply, trace) => ReadList<T, TCodec>(reply, trace), cancellationToken);

    /// <summary>Calls an operation that answers with JSON of no declared shape.</summary>
    /// <inheritdoc cref="SendAsync(ApiRequest, RequestOptions?, CancellationToken)"/>
    public Task<JsonElement> SendElementAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        RunAsync(request, options, Answer.Json, 0, static (_, reply, _) => Element(reply), cancellationToken);

    /// <summary>Calls an operation that answers without a body.</summary>
    /// <param name="request">The call.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="IntercomException">The call failed; the derived types say how.</exception>
    public Task SendAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        RunAsync(request, options, Answer.Nothing, 0, static (_, _, _) => true, cancellationToken);

    /// <summary>Calls an operation that answers with text.</summary>
    /// <inheritdoc cref="SendAsync(ApiRequest, RequestOptions?, CancellationToken)"/>
    public Task<string> SendTextAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        RunAsync(request, options, Answer.Text, 0, static (_, reply, _) => Encoding.UTF8.GetString(reply.Body.Span), cancellationToken);

    /// <summary>Calls an operation that answers with the address of something elsewhere. No token may be sent there.</summary>
    /// <inheritdoc cref="SendAsync(ApiRequest, RequestOptions?, CancellationToken)"/>
    public Task<Uri> SendLocationAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        RunAsync(request, options, Answer.Location, 0, static (_, reply, _) => reply.Location(), cancellationToken);

    /// <summary>Calls an operation that answers with a file.</summary>
    /// <inheritdoc cref="SendAsync(ApiRequest, RequestOptions?, CancellationToken)"/>
    /// <remarks>The options' times count until the download begins; its stream throws exceptions of this library as well.</remarks>
    public async Task<IntercomDownload> DownloadAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        var call = new Call(request, options, Answer.Stream, _options);
        using var trace = new CallTrace(call, _options, BaseAddress);
        var reply = await AnswerAsync(call, trace, cancellationToken).ConfigureAwait(false);
        try
        {
            return new IntercomDownload(reply.Response, await ContentAsync(call, reply.Response, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            trace.Failed(e);
            reply.Dispose();
            throw;
        }
    }

    private async Task<Stream> ContentAsync(Call call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        response.Content = UnpackedContent.Of(response.Content);
        var content = await Transport
            .RunAsync(
                call,
                response.Content,
                static (content, token) => new ValueTask<Stream>(content.ReadAsStreamAsync(token)),
                cancellationToken)
            .ConfigureAwait(false);
        return new DownloadStream(content, call, _options.TimeProvider);
    }

    /// <summary>Calls an operation that answers with a page of a list.</summary>
    /// <typeparam name="TPage">The type of a page.</typeparam>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="request">The call for the first page.</param>
    /// <param name="place">Where the operation is told which page to give.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public Paged<TPage, TItem> Pages<TPage, TItem>(
        ApiRequest request,
        PagePlace place,
        Func<TPage, IReadOnlyList<TItem>?> items,
        RequestOptions? options,
        CancellationToken cancellationToken)
        where TPage : IJson<TPage> => new(
        request.Operation,
        (cursor, token) => RunAsync(
            request.At(cursor, place, _options.TimeProvider.GetUtcNow()),
            options,
            Answer.Json,
            (items, cursor),
            static (page, reply, trace) => ReadPage(reply, trace, page.items, page.cursor),
            token),
        cancellationToken);

    private static IntercomPage<TPage, TItem> ReadPage<TPage, TItem>(
        Reply reply, CallTrace trace, Func<TPage, IReadOnlyList<TItem>?> items, PageCursor? from)
        where TPage : IJson<TPage>
    {
        var page = Read<TPage>(reply, trace);
        var all = items(page) ?? [];
        var step = Readable(reply, (all.Count, from), static (reply, page) => PageLinks.Next(reply.Body.Span, page.Count, page.from));
        return new IntercomPage<TPage, TItem>(page, all, step.Cursor)
        {
            Fault = step.Unknown is { } found ? IntercomPagingException.Unknown(reply.Operation, reply.Secrets.Redact(found)) : null,
            Secrets = reply.Secrets,
        };
    }

    private static JsonElement Element(Reply reply)
    {
        if (reply.Body.Length == 0)
            return default;
        return Readable(reply, 0, static (reply, _) =>
        {
            var reader = new Utf8JsonReader(reply.Body.Span);
            return JsonElement.ParseValue(ref reader);
        });
    }

    private async Task<TResult> RunAsync<TState, TResult>(
        ApiRequest request,
        RequestOptions? options,
        Answer answer,
        TState state,
        Func<TState, Reply, CallTrace, TResult> read,
        CancellationToken cancellationToken)
    {
        var call = new Call<TState, TResult>(request, options, answer, _options, state, read);
        using var trace = new CallTrace(call, _options, BaseAddress);
        using var reply = await AnswerAsync(call, trace, cancellationToken).ConfigureAwait(false);
        return call.Result!;
    }

    private async ValueTask<Reply> AnswerAsync(Call call, CallTrace trace, CancellationToken cancellationToken)
    {
        Reply? reply = null;
        try
        {
            using var deadline = new Deadline(call, _options.TimeProvider, cancellationToken);
            reply = await deadline
                .Run((_pipeline, call), static (run, token) => run._pipeline.RunAsync(run.call, token))
                .ConfigureAwait(false);
            call.Options?.OnResponse?.Invoke(new IntercomResponse(reply, call.Attempts));
            return reply.IsError ? throw reply.Error() : reply.Fault is { } fault ? throw fault : reply;
        }
        catch (Exception e)
        {
            trace.Failed(e);
            reply?.Dispose();
            throw;
        }
    }

    private static T Read<T>(Reply reply, CallTrace trace)
        where T : IJson<T> => Read(reply, trace, static (body, deviations) => IntercomJson.Parse<T>(body, deviations));

    private static IReadOnlyList<T> ReadList<T, TCodec>(Reply reply, CallTrace trace)
        where TCodec : IJsonCodec<T> =>
        Read(reply, trace, static (body, deviations) => IntercomJson.ParseList<T, TCodec>(body, deviations));

    private delegate T BodyParser<out T>(ReadOnlySpan<byte> body, JsonDeviations deviations);

    private static T Read<T>(Reply reply, CallTrace trace, BodyParser<T> parse)
    {
        var deviations = new JsonDeviations(reply.Operation, reply.Body);
        var value = Readable(reply, (parse, deviations), static (reply, how) => how.parse(reply.Body.Span, how.deviations));
        if (deviations.Count > 0)
            trace.Deviates(deviations);
        return value;
    }

    // Whatever a reader makes of a body that it cannot read, it is the body that is at fault.
    private static T Readable<TState, T>(Reply reply, TState state, Func<Reply, TState, T> read)
    {
        try
        {
            return read(reply, state);
        }
        catch (Exception e) when (e is not IntercomException)
        {
            throw reply.Unreadable(e);
        }
    }
}
