using Intercom.AspNetCore;
using Intercom.Testing;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Intercom.Inbox.Tests;

/// <summary>Who has a bus hands notifications over to it before the answer, and needs no inbox.</summary>
public sealed class BusTests
{
    [Fact]
    public async Task A_handler_hands_a_notification_over_to_MassTransit_before_the_answer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        Microsoft.AspNetCore.Hosting.HostingAbstractionsWebHostBuilderExtensions.UseUrls(builder.WebHost, "http://127.0.0.1:0");
        builder.Services.AddSingleton(new TaskCompletionSource<IntercomNotification>());
        builder.Services.AddMassTransit(static bus =>
        {
            bus.AddConsumer<NotificationConsumer>();
            bus.UsingInMemory(static (context, memory) => memory.ConfigureEndpoints(context));
        });
        await using var app = builder.Build();
        app.MapIntercomWebhooks("/intercom", webhooks =>
        {
            webhooks.Options.ClientSecrets.Add(FakeWebhook.ClientSecret);
            webhooks.OnUnknown((body, services, token) => services.GetRequiredService<IPublishEndpoint>()
                .Publish(new IntercomNotification(body.DeliveryKey, body.Topic, body.ToString()), token));
        });
        await app.StartAsync();
        using var http = new HttpClient();
        var webhook = FakeWebhook.Notification("contact.user.created", """{ "type": "contact", "id": "42" }""");
        using var answer = await webhook.SendAsync(http, new Uri(new Uri(app.Urls.Single()), "/intercom"));
        answer.EnsureSuccessStatusCode();
        var received = await app.Services.GetRequiredService<TaskCompletionSource<IntercomNotification>>().Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(("contact.user.created", webhook.Body), (received.Topic, received.Json));
    }

    public sealed record IntercomNotification(string Key, string Topic, string Json);

    public sealed class NotificationConsumer(TaskCompletionSource<IntercomNotification> received) : IConsumer<IntercomNotification>
    {
        public Task Consume(ConsumeContext<IntercomNotification> context)
        {
            received.TrySetResult(context.Message);
            return Task.CompletedTask;
        }
    }
}
