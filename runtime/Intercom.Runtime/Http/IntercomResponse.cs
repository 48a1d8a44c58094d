using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Intercom;

/// <summary>What a response carried besides the result.</summary>
public sealed class IntercomResponse
{
    internal IntercomResponse(string operation, HttpResponseMessage response, ReadOnlyMemory<byte> body, string? requestId)
    {
        Operation = operation;
        Status = response.StatusCode;
        Headers = response.Headers;
        ContentHeaders = response.Content.Headers;
        Body = body;
        RequestId = requestId;
    }

    /// <summary>The operation, as verb and path template: <c>GET /contacts/{id}</c>.</summary>
    public string Operation { get; }

    /// <summary>The status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The headers.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>The headers of the body.</summary>
    public HttpContentHeaders ContentHeaders { get; }

    /// <summary>The body as it came; empty for a download, whose body is a stream.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The id under which Intercom's support finds the call; null where none was sent.</summary>
    public string? RequestId { get; }

    /// <summary>The body as text.</summary>
    public string Text() => Encoding.UTF8.GetString(Body.Span);
}
