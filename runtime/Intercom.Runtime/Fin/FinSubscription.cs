using System.Diagnostics;
using System.Net.Http.Headers;

namespace Intercom;

/// <summary>The URL of a stream. It holds a token, and is shown to nobody but the server.</summary>
internal sealed class FinSubscription
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Uri _url;

    private readonly Secrets _secrets;

    public FinSubscription(Uri url)
    {
        if (!IsAddress(url))
            throw new ArgumentException("The URL of an event stream is absolute and starts with https.", nameof(url));
        _url = url;
        var values = url.Query.TrimStart('?').Split('&').Select(static pair => pair[(pair.IndexOf('=') + 1)..]);
        _secrets = new Secrets(values.SelectMany(static value => new[] { value, Uri.UnescapeDataString(value) }));
    }

    /// <summary>Whether a stream can be read there without its token going in the clear.</summary>
    public static bool IsAddress(Uri url) =>
        url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    public HttpRequestMessage Request(string? lastEventId)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, _url);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        request.Headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        request.Headers.UserAgent.Add(ClientInfo.Product);
        if (lastEventId is { Length: > 0 } && lastEventId.All(static c => c is >= ' ' and <= '~'))
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        return request;
    }

    public bool IsAddressOf(HttpRequestMessage? request) => request?.RequestUri is null || request.RequestUri == _url;

    /// <summary>A text of others without the URL's secrets.</summary>
    public string Redact(string text) => _secrets.Redact(text);

    /// <summary>The exception, unless it would show the URL's secrets.</summary>
    public Exception? Redact(Exception? exception) => exception?.ToString() is { } text && Redact(text) == text ? exception : null;

    public override string ToString() => _url.GetLeftPart(UriPartial.Authority);
}
