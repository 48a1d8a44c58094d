using System.Net.Http.Headers;

namespace Intercom;

/// <summary>
/// Asks for packed bodies, and unpacks them as they are read. The platform's own unpacking takes one that was cut for a whole one.
/// </summary>
internal sealed class UnpackingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly StringWithQualityHeaderValue[] Accepted = [new("gzip"), new("deflate"), new("br")];

    /// <summary>The handler that sends where the user gives none: it follows no redirects.</summary>
    public static UnpackingHandler Create() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.AcceptEncoding.Count == 0)
            foreach (var accepted in Accepted)
                request.Headers.AcceptEncoding.Add(accepted);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        response.Content = UnpackedContent.Of(response.Content);
        return response;
    }
}
