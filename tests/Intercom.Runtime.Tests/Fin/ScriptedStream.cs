using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Intercom.Runtime.Tests.Fin;

/// <summary>A server on loopback that answers the first connection by the first step of its script, the second by the second, …; the last step serves all further ones.</summary>
internal sealed class ScriptedStream : IAsyncDisposable
{
    public const string Token = "eyJhbGciOiJIUzI1NiJ9.c2VjcmV0.c2lnbmF0dXJl";
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<IHeaderDictionary> _requests = new();
    private int _count;

    private ScriptedStream(WebApplication app) => _app = app;

    public IReadOnlyList<IHeaderDictionary> Requests => [.. _requests];

    public Uri Url => new($"{_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/event-stream?channels=fin_agent_api:app:c&accessToken={Token}&rewind=2m");

    public static async Task<ScriptedStream> StartAsync(params Func<ScriptedConnection, Task>[] script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ScriptedStream(app);
        app.Run(async context =>
        {
            server._requests.Enqueue(new HeaderDictionary(context.Request.Headers.ToDictionary(static h => h.Key, static h => h.Value)));
            var step = Math.Min(Interlocked.Increment(ref server._count), script.Length) - 1;
            await script[step](new ScriptedConnection(context));
        });
        await app.StartAsync();
        return server;
    }

    /// <summary>A server that sends one text and ends the connection.</summary>
    public static Task<ScriptedStream> SendingAsync(params string[] texts) => StartAsync(async connection =>
    {
        foreach (var text in texts)
            await connection.SendAsync(text);
    });

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}

/// <summary>One connection to a scripted server.</summary>
internal sealed class ScriptedConnection(HttpContext context)
{
    private bool _hasStarted;

    public bool HasLeft => context.RequestAborted.IsCancellationRequested;

    public string? LastEventId => context.Request.Headers["Last-Event-ID"];

    public async Task OpenAsync(string mediaType = "text/event-stream")
    {
        _hasStarted = true;
        context.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
        context.Response.ContentType = mediaType;
        await context.Response.Body.FlushAsync();
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        if (!_hasStarted)
            await OpenAsync();
        await context.Response.Body.WriteAsync(bytes);
        await context.Response.Body.FlushAsync();
    }

    /// <summary>Sends the whole body in an encoding.</summary>
    public async Task SendAsync(byte[] body, string encoding, int status = 200, string mediaType = "text/event-stream")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType;
        context.Response.Headers.ContentEncoding = encoding;
        await context.Response.Body.WriteAsync(body);
    }

    public async Task RefuseAsync(int status, string body = "", string mediaType = "application/json", string? location = null, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType;
        if (location is not null)
            context.Response.Headers.Location = location;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        if (status != StatusCodes.Status204NoContent)
            await context.Response.WriteAsync(body);
    }

    /// <summary>Breaks the connection off without ending the response.</summary>
    public void Cut() => context.Abort();

    /// <summary>Keeps the connection open without a word until the client leaves.</summary>
    public async Task StayAsync()
    {
        var left = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(left.SetResult);
        await left.Task;
    }
}
