namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Stands for the handler of that name, which an application gives to all its clients: it repeats every call that failed, whatever its verb.</summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        return response.IsSuccessStatusCode ? response : await base.SendAsync(request, cancellationToken);
    }
}
