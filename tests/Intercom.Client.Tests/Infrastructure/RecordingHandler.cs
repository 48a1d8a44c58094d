using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Intercom.Client.Tests;

/// <summary>Answers calls from memory and keeps what was sent.</summary>
internal sealed class RecordingHandler(Func<Sent, HttpResponseMessage> answer) : HttpMessageHandler
{
    public RecordingHandler(string json, HttpStatusCode status = HttpStatusCode.OK)
        : this(_ => Json(json, status))
    {
    }

    public List<Sent> Sent { get; } = [];

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };

    /// <summary>The options of a client that calls this handler.</summary>
    public IntercomClientOptions Options(Action<Intercom.Json.JsonDeviation>? onDeviation = null) => new()
    {
        AccessToken = "token",
        HttpClient = new HttpClient(this, disposeHandler: false),
        OnDeviation = onDeviation,
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = new Sent(
            request.Method.Method,
            request.RequestUri!,
            request.Headers,
            request.Content?.Headers.ContentType?.ToString(),
            request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken));
        Sent.Add(sent);
        return answer(sent);
    }
}

/// <summary>One call as it was sent.</summary>
internal sealed record Sent(string Verb, Uri Address, HttpRequestHeaders Headers, string? ContentType, string? Body)
{
    /// <summary>The path as it goes over the wire, percent-encoded.</summary>
    public string Path => Address.AbsolutePath;

    /// <summary>The query parameters, names decoded, values as they go over the wire.</summary>
    public IReadOnlyDictionary<string, string> Query => Address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=', 2))
        .ToDictionary(part => Uri.UnescapeDataString(part[0]), part => part[1]);
}
