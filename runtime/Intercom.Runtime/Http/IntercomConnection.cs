using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Intercom.Json;

namespace Intercom;

/// <summary>The one door through which emitted code calls Intercom.</summary>
public sealed class IntercomConnection
{
    private static readonly HttpClient Shared = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    private readonly IntercomClientOptions _options;
    private readonly string _apiVersion;

    /// <summary>Opens a connection.</summary>
    /// <param name="options">How to reach Intercom.</param>
    /// <param name="apiVersion">The version of the document that the client was made from.</param>
    public IntercomConnection(IntercomClientOptions options, string apiVersion)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _apiVersion = options.ApiVersion ?? apiVersion;
        BaseAddress = options.BaseAddress ?? options.Region.ApiAddress();
    }

    /// <summary>The address under which the API is reached.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Calls an operation that answers with JSON.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="request">The call.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="IntercomException">The call failed; the derived types say how.</exception>
    public Task<T> SendAsync<T>(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
        where T : IJson<T> => RunAsync(request, options, this, static (connection, reply) => connection.Read<T>(reply), cancellationToken);

    /// <summary>Calls an operation that answers with a JSON array.</summary>
    /// <inheritdoc cref="SendAsync{T}"/>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TCodec">How an item is read.</typeparam>
    public Task<IReadOnlyList<T>> SendListAsync<T, TCodec>(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
        where TCodec : IJsonCodec<T> => RunAsync(request, options, this, static (connection, reply) => connection.ReadList<T, TCodec>(reply), cancellationToken);

    /// <summary>Calls an operation that answers with JSON of no declared shape.</summary>
    /// <inheritdoc cref="SendAsync{T}"/>
    public Task<JsonElement> SendElementAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        RunAsync(request, options, this, static (_, reply) => Element(reply), cancellationToken);

    /// <summary>Calls an operation that answers without a body.</summary>
    /// <inheritdoc cref="SendAsync{T}"/>
    public Task SendAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        RunAsync(request, options, this, static (_, _) => true, cancellationToken);

    /// <summary>Calls an operation that answers with text.</summary>
    /// <inheritdoc cref="SendAsync{T}"/>
    public Task<string> SendTextAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        RunAsync(request, options, this, static (_, reply) => Encoding.UTF8.GetString(reply.Body), cancellationToken);

    /// <summary>Calls an operation that answers with the address of something elsewhere. No token may be sent there.</summary>
    /// <inheritdoc cref="SendAsync{T}"/>
    public Task<Uri> SendLocationAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        RunAsync(request, options, this, static (_, reply) => reply.Location ?? throw reply.Unreadable(null), cancellationToken);

    /// <summary>Calls an operation that answers with a file.</summary>
    /// <inheritdoc cref="SendAsync{T}"/>
    public async Task<IntercomDownload> DownloadAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(options?.Timeout ?? _options.Timeout, cancellationToken);
        var response = await deadline.Run(request.Operation, token => DispatchAsync(request, options, token)).ConfigureAwait(false);
        try
        {
            if (!response.IsSuccessStatusCode)
                throw (await deadline.Run(request.Operation, token => Reply.ReadAsync(request.Operation, response, token)).ConfigureAwait(false)).Error();
            options?.OnResponse?.Invoke(new IntercomResponse(request.Operation, response, default, Reply.HeaderRequestId(response)));
            return new IntercomDownload(response, await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>Calls an operation that answers with a page of a list.</summary>
    /// <typeparam name="TPage">The type of a page.</typeparam>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="request">The call for the first page.</param>
    /// <param name="place">Where the operation is told which page to give.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public Paged<TPage, TItem> Pages<TPage, TItem>(ApiRequest request, PagePlace place, Func<TPage, IReadOnlyList<TItem>?> items, RequestOptions? options, CancellationToken cancellationToken)
        where TPage : IJson<TPage> => new(
        (cursor, token) => RunAsync(
            request.At(cursor, place, _options.TimeProvider.GetUtcNow()),
            options,
            (Connection: this, Items: items),
            static (state, reply) => state.Connection.ReadPage(reply, state.Items),
            token),
        cancellationToken);

    private IntercomPage<TPage, TItem> ReadPage<TPage, TItem>(Reply reply, Func<TPage, IReadOnlyList<TItem>?> items)
        where TPage : IJson<TPage>
    {
        var page = Read<TPage>(reply);
        var all = items(page) ?? [];
        return new IntercomPage<TPage, TItem>(page, all, PageLinks.Next(reply.Body, all.Count));
    }

    private static JsonElement Element(Reply reply)
    {
        if (reply.Body.Length == 0)
            return default;
        try
        {
            var reader = new Utf8JsonReader(reply.Body);
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException e)
        {
            throw reply.Unreadable(e);
        }
    }

    private async Task<TResult> RunAsync<TState, TResult>(ApiRequest request, RequestOptions? options, TState state, Func<TState, Reply, TResult> read, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(options?.Timeout ?? _options.Timeout, cancellationToken);
        using var response = await deadline.Run(request.Operation, token => DispatchAsync(request, options, token)).ConfigureAwait(false);
        var reply = await deadline.Run(request.Operation, token => Reply.ReadAsync(request.Operation, response, token)).ConfigureAwait(false);
        options?.OnResponse?.Invoke(new IntercomResponse(request.Operation, response, reply.Body, reply.RequestId));
        return reply.IsError ? throw reply.Error() : read(state, reply);
    }

    private Task<HttpResponseMessage> DispatchAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        var message = new HttpRequestMessage(request.Method, request.Address(BaseAddress, options)) { Content = request.Content(_options.TimeProvider.GetUtcNow()) };
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Headers.TryAddWithoutValidation("Intercom-Version", options?.ApiVersion ?? _apiVersion);
        message.Headers.UserAgent.Add(ClientInfo.Product);
        if (_options.AccessToken is { Length: > 0 } token)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in request.Headers ?? [])
            Replace(message.Headers, name, value);
        foreach (var (name, value) in options?.Headers ?? new Dictionary<string, string>())
            Replace(message.Headers, name, value);
        return (_options.HttpClient ?? Shared).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static void Replace(HttpRequestHeaders headers, string name, string value)
    {
        headers.Remove(name);
        headers.TryAddWithoutValidation(name, value);
    }

    private T Read<T>(Reply reply)
        where T : IJson<T> => Read(reply, static (body, deviations) => IntercomJson.Parse<T>(body, deviations));

    private IReadOnlyList<T> ReadList<T, TCodec>(Reply reply)
        where TCodec : IJsonCodec<T> => Read(reply, static (body, deviations) =>
        {
            var input = new JsonInput(body, deviations);
            return input.List<T, TCodec>() ?? throw new JsonException("The body is no array.");
        });

    private T Read<T>(Reply reply, Func<byte[], JsonDeviations, T> parse)
    {
        var deviations = new JsonDeviations(reply.Operation, reply.Body);
        try
        {
            var value = parse(reply.Body, deviations);
            if (deviations.Count > 0 && _options.OnDeviation is { } observe)
                foreach (var deviation in deviations.All())
                    observe(deviation);
            return value;
        }
        catch (JsonException e)
        {
            throw reply.Unreadable(e);
        }
    }
}
