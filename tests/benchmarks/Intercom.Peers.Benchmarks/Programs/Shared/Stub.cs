using System.Net;
using System.Net.Http.Headers;

namespace Peers;

/// <summary>A server without a network: it reads what is sent to it, and answers at once.</summary>
internal sealed class Stub(Answers answers) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var body = answers.To(request.Method.Method, request.RequestUri!.AbsolutePath, sent);
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(body) { Headers = { ContentType = Json } },
        };
    }
}
