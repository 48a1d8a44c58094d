using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Intercom.Runtime.Tests.Http;

/// <summary>What one request was, kept beyond its disposal.</summary>
internal sealed record Sent(HttpMethod Method, Uri Address, string? Authorization, IReadOnlyDictionary<string, string> Headers, byte[]? Body, string? ContentType);

/// <summary>A server that plays its answers in order, the last one for ever, and keeps what it was sent.</summary>
internal sealed class Script(params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] answers) : HttpMessageHandler
{
    private readonly ConcurrentQueue<Sent> _sent = new();
    private int _next = -1;

    public IReadOnlyList<Sent> Sent => [.. _sent];

    public Action? BeforeAnswer { get; set; }

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Answer(int status, string body = "", params (string Name, string Value)[] headers) => (request, _) =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)), RequestMessage = request };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(body.StartsWith('<') ? "text/html" : "application/json");
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return Task.FromResult(response);
    };

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Fail(Exception exception) => (_, _) => Task.FromException<HttpResponseMessage>(exception);

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Hang(Action started) => async (_, token) =>
    {
        var never = Task.Delay(Timeout.Infinite, token);
        started();
        await never;
        throw new InvalidOperationException("unreachable");
    };

    public IntercomConnection Connect(TimeProvider? time = null, Action<IntercomClientOptions>? configure = null)
    {
        var options = new IntercomClientOptions { AccessToken = "tok", HttpClient = new HttpClient(this), TimeProvider = time ?? new FakeTime(), Random = static () => 0 };
        configure?.Invoke(options);
        return new IntercomConnection(options, "2.14");
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.ToDictionary(static header => header.Key, static header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        _sent.Enqueue(new Sent(request.Method, request.RequestUri!, request.Headers.Authorization?.ToString(), headers, body, request.Content?.Headers.ContentType?.ToString()));
        BeforeAnswer?.Invoke();
        var at = Math.Min(Interlocked.Increment(ref _next), answers.Length - 1);
        return await answers[at](request, cancellationToken);
    }
}
