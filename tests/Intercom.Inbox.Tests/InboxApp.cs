using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Intercom.AspNetCore;
using Intercom.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Intercom.Inbox.Tests;

/// <summary>An application with an inbox, and webhooks at <c>/intercom</c>.</summary>
internal sealed class InboxApp : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient _http = new();

    private InboxApp(WebApplication app, LogLines log) => (App, Log) = (app, log.Lines);

    public WebApplication App { get; }

    /// <summary>What was logged.</summary>
    public ConcurrentQueue<string> Log { get; }

    public Uri Address => new(App.Urls.Single());

    public IIntercomWebhookInbox Inbox => App.Services.GetRequiredService<IIntercomWebhookInbox>();

    public static async Task<InboxApp> StartAsync(
        (string Engine, string Connection) database,
        Action<IntercomWebhookBuilder> configure,
        Action<IntercomWebhookInboxOptions>? options = null,
        Action<WebApplicationBuilder>? build = null,
        Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var log = new LogLines();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDbContext<ShopContext>(db => ShopContext.Use(db, database.Engine, database.Connection));
        builder.Services.AddIntercomWebhookInbox<ShopContext>(inbox =>
        {
            inbox.PollInterval = TimeSpan.FromMilliseconds(50);
            inbox.RetryDelay = TimeSpan.FromMilliseconds(50);
            inbox.DrainTimeout = TimeSpan.FromSeconds(5);
            options?.Invoke(inbox);
        });
        build?.Invoke(builder);
        var app = builder.Build();
        app.MapIntercomWebhooks("/intercom", webhooks =>
        {
            webhooks.Options.ClientSecrets.Add(FakeWebhook.ClientSecret);
            webhooks.Options.FinSecrets.Add(FakeWebhook.FinSecret);
            webhooks.Options.HandlerTimeout = Patience;
            configure(webhooks);
        });
        map?.Invoke(app);
        try
        {
            await app.StartAsync();
            return new InboxApp(app, log);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks until it is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var since = Stopwatch.GetTimestamp(); !await isSo(); await Task.Delay(20))
            if (Stopwatch.GetElapsedTime(since) > Patience)
                throw new TimeoutException("It did not become so.");
    }

    public async Task<HttpStatusCode> PostAsync(FakeWebhook webhook)
    {
        using var response = await webhook.SendAsync(_http, new Uri(Address, "intercom"));
        return response.StatusCode;
    }

    public Task UntilAsync(InboxState state, int count) =>
        UntilAsync(async () => (await Inbox.CountAsync()).GetValueOrDefault(state) == count);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await App.DisposeAsync();
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) =>
            categoryName.StartsWith("Intercom.", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel}: {formatter(state, exception)}{(exception is null ? "" : $" {exception}")}");

        public void Dispose()
        {
        }
    }
}
