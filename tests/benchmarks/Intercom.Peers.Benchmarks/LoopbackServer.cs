using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Intercom.Peers.Benchmarks;

/// <summary>The answers over loopback, from a process that is not measured.</summary>
internal sealed class LoopbackServer(WebApplication app) : IAsyncDisposable
{
    public string Address => app.Urls.Single();

    public static async Task<LoopbackServer> Start(global::Peers.Answers answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            using var sent = new MemoryStream();
            await context.Request.Body.CopyToAsync(sent);
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(answers.To(context.Request.Method, context.Request.Path, sent.ToArray()));
        });
        await app.StartAsync();
        return new LoopbackServer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
