using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Intercom;

/// <summary>What a response carried besides the result.</summary>
public sealed class IntercomResponse
{
    /// <summary>A response that did not come from a server, for tests. Its headers are empty and can be added to.</summary>
    /// <param name="status">The status.</param>
    /// <param name="body">The body.</param>
    public IntercomResponse(HttpStatusCode status, ReadOnlyMemory<byte> body = default)
    {
        var response = new HttpResponseMessage(status) { Content = new ReadOnlyMemoryContent(body) };
        Operation = "";
        Status = status;
        Headers = response.Headers;
        ContentHeaders = response.Content.Headers;
        Body = body;
        Attempts = 1;
    }

    internal IntercomResponse(Reply reply, int attempts)
    {
        Operation = reply.Operation;
        Status = reply.Status;
        Headers = reply.Response.Headers;
        ContentHeaders = reply.Response.Content.Headers;
        Body = reply.Body.ToArray();
        RequestId = reply.RequestId;
        RateLimit = reply.RateLimit;
        Attempts = attempts;
    }

    /// <summary>The operation, as verb and path template: <c>GET /contacts/{id}</c>.</summary>
    public string Operation { get; init; }

    /// <summary>The status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The headers.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>The headers of the body.</summary>
    public HttpContentHeaders ContentHeaders { get; }

    /// <summary>The body as it came; empty for a download, whose body is a stream.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The id under which Intercom's support finds the call; null where none was sent.</summary>
    public string? RequestId { get; init; }

    /// <summary>What the response says about the rate limit; null where it says nothing.</summary>
    public RateLimitState? RateLimit { get; init; }

    /// <summary>How often the call was sent: 1 where nothing was repeated.</summary>
    public int Attempts { get; init; }

    /// <summary>The body as text.</summary>
    public string Text() => Encoding.UTF8.GetString(Body.Span);
}
