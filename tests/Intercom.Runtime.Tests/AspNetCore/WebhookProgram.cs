using System.Globalization;
using Intercom.AspNetCore;
using Intercom.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Intercom.Runtime.Tests.AspNetCore;

/// <summary>
/// A server with a queue, as a process of its own: <c>dotnet Intercom.Runtime.Tests.dll capacity drain-seconds hold|hang</c>.
/// It tells on its standard output where it is, and what it handled; what it logs goes to its standard error.
/// </summary>
internal static class WebhookProgram
{
    public static async Task Main(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        var stops = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.MapIntercomWebhooks("/intercom", webhooks =>
        {
            webhooks.Options.ClientSecrets.Add(WebhookServer.ClientSecret);
            webhooks.Options.RunHandlers = RunHandlers.AfterAnswer;
            webhooks.Options.QueueCapacity = int.Parse(args[0], CultureInfo.InvariantCulture);
            webhooks.Options.DrainTimeout = TimeSpan.FromSeconds(int.Parse(args[1], CultureInfo.InvariantCulture));
            webhooks.On(
                "ping",
                (notification, _) => HandleAsync(notification, args[2] == "hang" ? new TaskCompletionSource().Task : stops.Task));
        });
        app.Lifetime.ApplicationStopping.Register(stops.SetResult);
        await app.StartAsync();
        await TellAsync($"at {app.Urls.Single()}");
        await app.WaitForShutdownAsync();
    }

    /// <summary>Holds everything back until the process is asked to stop, so that the queue is full by then.</summary>
    private static async Task HandleAsync(WebhookNotification notification, Task held)
    {
        await held;
        await TellAsync($"handled {notification.Id}");
    }

    private static async Task TellAsync(string line)
    {
        await Console.Out.WriteLineAsync(line);
        await Console.Out.FlushAsync();
    }
}
