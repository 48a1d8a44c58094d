using System.Net;
using Intercom.AspNetCore;
using Intercom.Testing;
using Intercom.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Intercom.Inbox.Tests;

/// <summary>What is stored, and when the sender is told so.</summary>
[Collection(nameof(TestDatabases))]
public sealed class InboxStoringTests(TestDatabases databases)
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    [OnSqlServer]
    public async Task What_is_delivered_several_times_at_once_and_later_is_stored_once_and_handled_once(string engine)
    {
        var database = await databases.CreateAsync(engine);
        await using var app = await InboxApp.StartAsync(database, static webhooks => webhooks.On("ping", AddEffectAsync));
        await using var other = await InboxApp.StartAsync(database, static webhooks => webhooks.On("ping", AddEffectAsync));
        var webhook = FakeWebhook.Notification("ping", "{}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? app : other).PostAsync(webhook)));
        Assert.All(answers, static answer => Assert.Equal(HttpStatusCode.OK, answer));
        await app.UntilAsync(InboxState.Done, 1);
        Assert.Equal(HttpStatusCode.OK, await app.PostAsync(webhook));

        Assert.Equal(1, Assert.Single(await app.Inbox.CountAsync()).Value);
        await using var db = ShopContext.Open(database.Engine, database.Connection);
        Assert.Single(await db.Effects.ToListAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    [OnSqlServer]
    public async Task What_cannot_be_stored_is_not_acknowledged(string engine)
    {
        var database = await databases.CreateAsync(engine, isEmpty: true);
        await using var app = await InboxApp.StartAsync(database, static webhooks => webhooks.On("ping", AddEffectAsync));
        Assert.Equal(HttpStatusCode.InternalServerError, await app.PostAsync(FakeWebhook.Notification("ping", "{}")));
        Assert.Contains(app.Log, static line => line.Contains("could not be stored", StringComparison.Ordinal));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    [OnSqlServer]
    public async Task Whatever_a_sender_can_write_can_be_stored(string engine)
    {
        var seen = new List<string>();
        await using var app = await InboxApp.StartAsync(await databases.CreateAsync(engine), webhooks => webhooks.OnUnknown((body, _) =>
        {
            seen.Add(body.Topic);
            return Task.CompletedTask;
        }));
        string[] topics = ["nul \\u0000", "half \\ud800", "<b>&\\\"'", new string('x', 5000), "\\u202e"];
        foreach (var topic in topics)
            Assert.Equal(HttpStatusCode.OK, await app.PostAsync(FakeWebhook.Notification("topic", "{}") with
            {
                Body = $$"""{ "topic": "{{topic}}", "id": "{{topic}}" }""",
            }));
        await app.UntilAsync(InboxState.Done, topics.Length);
        Assert.Contains("nul \0", seen);
        Assert.All(await app.Inbox.ListAsync(), static entry => Assert.InRange(entry.Topic.Length, 1, 200));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    [OnSqlServer]
    public async Task Ids_that_differ_in_letter_case_alone_are_two(string engine)
    {
        var database = await databases.CreateAsync(engine);
        await using var app = await InboxApp.StartAsync(database, static webhooks => webhooks.On("ping", AddEffectAsync));
        foreach (var id in (string[])["a", "A", "a "])
            await app.PostAsync(FakeWebhook.Notification("ping", "{}") with { Body = $$"""{ "topic": "ping", "id": "{{id}}" }""" });
        await app.UntilAsync(InboxState.Done, 3);
    }

    [Fact]
    public async Task What_nobody_handles_is_acknowledged_and_not_stored()
    {
        var database = await databases.CreateAsync("SQLite");
        await using var app = await InboxApp.StartAsync(database, static webhooks => webhooks.On("ping", AddEffectAsync));
        Assert.Equal(HttpStatusCode.OK, await app.PostAsync(FakeWebhook.Notification("pong", "{}")));
        Assert.Empty(await app.Inbox.CountAsync());
    }

    [Fact]
    public async Task Events_of_Fin_are_kept_as_what_they_are()
    {
        var seen = new TaskCompletionSource<FinWebhookEvent>();
        await using var app = await InboxApp.StartAsync(await databases.CreateAsync("SQLite"), webhooks => webhooks.OnFin((e, _) =>
        {
            seen.SetResult(e);
            return Task.CompletedTask;
        }));
        await app.PostAsync(FakeWebhook.FinEvent("""{ "event_name": "fin_replied", "conversation_id": "c-1" }"""));
        Assert.Equal("c-1", (await seen.Task.WaitAsync(TimeSpan.FromSeconds(30))).ConversationId);
        Assert.True(Assert.Single(await app.Inbox.ListAsync()).IsFin);
    }

    [Fact]
    public void An_application_has_one_inbox()
    {
        var services = new ServiceCollection().AddDbContext<ShopContext>();
        services.AddIntercomWebhookInbox<ShopContext>();
        Assert.Throws<InvalidOperationException>(() => services.AddIntercomWebhookInbox<ShopContext>());
    }

    [Fact]
    public async Task Options_that_cannot_work_keep_the_application_from_starting()
    {
        var database = await databases.CreateAsync("SQLite");
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(
            () => InboxApp.StartAsync(
                database, static webhooks => webhooks.On("ping", AddEffectAsync), static options => options.MaxAttempts = 0));
        Assert.Equal("Intercom's inbox: MaxAttempts is 0; it is a positive number.", fault.Message);
    }

    [Fact]
    public async Task An_endpoint_that_wants_an_inbox_says_that_there_is_none()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        var fault = Assert.Throws<InvalidOperationException>(() => app.MapIntercomWebhooks("/intercom", static webhooks =>
        {
            webhooks.Options.ClientSecrets.Add("secret");
            webhooks.Options.RunHandlers = RunHandlers.FromInbox;
        }));
        Assert.Contains("AddIntercomWebhookInbox", fault.Message, StringComparison.Ordinal);
    }

    private static Task AddEffectAsync(WebhookNotification notification, IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<ShopContext>().Effects.Add(new Effect { Of = notification.Id! });
        return Task.CompletedTask;
    }
}
