namespace DriftReport;

/// <summary>Lets nothing out that could change a workspace.</summary>
internal sealed class OnlyGet() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Method == HttpMethod.Get
            ? base.SendAsync(request, cancellationToken)
            : throw new InvalidOperationException("This program only reads.");
}
