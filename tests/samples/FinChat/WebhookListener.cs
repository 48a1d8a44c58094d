using Intercom;
using Intercom.AspNetCore;
using Intercom.Models;
using Intercom.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace FinChat;

/// <summary>Receives webhooks on loopback; in a web application, the call of MapIntercomWebhooks is all of it.</summary>
internal sealed class WebhookListener : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebhookListener(WebApplication app) => _app = app;

    public Uri Address => new($"{_app.Urls.Single()}/intercom");

    public static async Task<WebhookListener> StartAsync(string clientSecret, Func<WebhookNotification<ProcedureHitlRequest>, CancellationToken, Task> onHumanNeeded)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapIntercomWebhooks("/intercom", webhooks =>
        {
            webhooks.Options.ClientSecrets.Add(clientSecret);
            // Intercom waits 5 seconds for an answer, which is too short for a human.
            webhooks.Options.RunHandlers = RunHandlers.AfterAnswer;
            webhooks.On(WebhookTopics.ProcedureHitlNotificationCreated, onHumanNeeded);
        });
        await app.StartAsync();
        return new WebhookListener(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
