using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Intercom.Testing;

/// <summary>Takes calls on a free port of 127.0.0.1.</summary>
internal sealed class LoopbackServer(FakeRouter router, CancellationToken stopping) : IHttpApplication<HttpContext>, IAsyncDisposable
{
    // The server alone, without a host around it: a host would take over Ctrl+C, settings files and environment variables of the test process.
    private readonly KestrelServer _kestrel = new(
        Options.Create(Loopback()),
        new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
        NullLoggerFactory.Instance);

    public async Task<Uri> StartAsync(CancellationToken cancellationToken)
    {
        await _kestrel.StartAsync(this, cancellationToken).ConfigureAwait(false);
        return new Uri(_kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            var call = await ReadAsync(context.Request, ends.Token).ConfigureAwait(false);
            var answer = router.Answer(call);
            if (answer.IsDrop)
                context.Abort();
            else
                await WriteAsync(answer, call, context.Response, ends.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async ValueTask DisposeAsync()
    {
        await _kestrel.StopAsync(CancellationToken.None).ConfigureAwait(false);
        _kestrel.Dispose();
    }

    private static KestrelServerOptions Loopback()
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, 0);
        return options;
    }

    private async Task<FakeCall> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = request.Headers.Select(static header => KeyValuePair.Create(header.Key, header.Value.ToString()));
        return new FakeCall(request.Method, target, headers, body.ToArray(), router.Calls.NextNumber());
    }

    private static async Task WriteAsync(FakeAnswer answer, FakeCall call, HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.HeadersFor(call))
            response.Headers[name] = value;
        if (answer.IsStreamed)
            await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
        else
            response.ContentLength = answer.Status is 204 or 304 ? null : answer.Body.Length;
        await answer.WriteAsync(response.Body, cancellationToken).ConfigureAwait(false);
    }
}
