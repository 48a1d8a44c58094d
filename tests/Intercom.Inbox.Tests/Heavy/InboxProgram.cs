using Intercom.AspNetCore;
using Intercom.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Intercom.Inbox.Tests;

/// <summary>
/// A server as a process of its own, which is killed: <c>serve PostgreSQL|SQLite|memory connection</c>. It tells on its standard output
/// where it is.
/// </summary>
internal static class InboxProgram
{
    public static async Task ServeAsync(string engine, string connection)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDbContext<ShopContext>(db => ShopContext.Use(db, engine, connection));
        if (engine != "memory")
            builder.Services.AddIntercomWebhookInbox<ShopContext>(options =>
            {
                options.Lease = TimeSpan.FromSeconds(5);
                options.PollInterval = TimeSpan.FromMilliseconds(200);
                options.RetryDelay = TimeSpan.FromMilliseconds(200);
                options.MaxAttempts = 100;
                options.Concurrency = engine == "SQLite" ? 1 : 4;
            });
        await using var app = builder.Build();
        app.MapIntercomWebhooks("/intercom", webhooks =>
        {
            webhooks.Options.ClientSecrets.Add(FakeWebhook.ClientSecret);
            if (engine == "memory")
                (webhooks.Options.RunHandlers, webhooks.Options.QueueCapacity, webhooks.Options.QueueReaders) = (RunHandlers.AfterAnswer, 100_000, 4);
            webhooks.On("ping", async (notification, services, token) =>
            {
                var db = services.GetRequiredService<ShopContext>();
                db.Effects.Add(new Effect { Of = notification.Id!, By = Environment.ProcessId });
                await db.SaveChangesAsync(token);
            });
        });
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"at {app.Urls.Single()}");
        await Console.Out.FlushAsync();
        await app.WaitForShutdownAsync();
    }
}
