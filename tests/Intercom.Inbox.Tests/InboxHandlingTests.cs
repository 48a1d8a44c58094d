using System.Collections.Concurrent;
using System.Diagnostics;
using Intercom.AspNetCore;
using Intercom.Testing;
using Intercom.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Intercom.Inbox.Tests;

/// <summary>How what is stored is worked off.</summary>
[Collection(nameof(TestDatabases))]
public sealed class InboxHandlingTests(TestDatabases databases)
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    [OnSqlServer]
    public async Task What_a_handler_saved_before_it_failed_is_undone(string engine)
    {
        var database = await databases.CreateAsync(engine);
        var attempts = 0;
        await using var app = await InboxApp.StartAsync(database, webhooks => webhooks.On("ping", async (notification, services, token) =>
        {
            var db = services.GetRequiredService<ShopContext>();
            db.Effects.Add(new Effect { Of = notification.Id! });
            await db.SaveChangesAsync(token);
            if (++attempts < 3)
                throw new InvalidOperationException("not yet");
        }));
        await app.PostAsync(FakeWebhook.Notification("ping", "{}"));
        await app.UntilAsync(InboxState.Done, 1);

        Assert.Equal(3, attempts);
        Assert.Equal(3, Assert.Single(await app.Inbox.ListAsync()).Attempts);
        await using var db = ShopContext.Open(database.Engine, database.Connection);
        Assert.Single(await db.Effects.ToListAsync());
    }

    [Theory]
    [OnPostgres]
    public async Task What_failed_in_passing_is_repeated_as_a_whole_by_who_is_set_up_to_repeat(string engine)
    {
        var database = await databases.CreateAsync(engine);
        var runs = 0;
        await using var app = await InboxApp.StartAsync(database, webhooks => webhooks.On("ping", async (notification, services, token) =>
        {
            var db = services.GetRequiredService<ShopContext>();
            Add(services, notification, by: 1);
            await db.SaveChangesAsync(token);
            if (++runs == 1)
                await db.Database.ExecuteSqlRawAsync("SELECT pg_terminate_backend(pg_backend_pid())", token);
        }));
        await app.PostAsync(FakeWebhook.Notification("ping", "{}"));
        await app.UntilAsync(InboxState.Done, 1);

        Assert.Equal(2, runs);
        Assert.Equal(engine == "PostgreSQL, repeating" ? 1 : 2, Assert.Single(await app.Inbox.ListAsync()).Attempts);
        await using var db = ShopContext.Open(database.Engine, database.Connection);
        Assert.Single(await db.Effects.ToListAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    [OnSqlServer]
    public async Task Each_repetition_waits_twice_as_long(string engine)
    {
        var times = new ConcurrentQueue<TimeSpan>();
        var watch = Stopwatch.StartNew();
        await using var app = await InboxApp.StartAsync(
            await databases.CreateAsync(engine),
            webhooks => webhooks.On("ping", (_, _) =>
            {
                times.Enqueue(watch.Elapsed);
                throw new InvalidOperationException("never");
            }),
            static options => (options.RetryDelay, options.MaxRetryDelay, options.MaxAttempts) =
                (TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500), 4));
        await app.PostAsync(FakeWebhook.Notification("ping", "{}"));
        await app.UntilAsync(InboxState.Dead, 1);

        var pauses = times.Zip(times.Skip(1), static (one, next) => (next - one).TotalMilliseconds).ToList();
        Assert.Collection(
            pauses,
            static pause => Assert.True(pause >= 199, $"{pause}"),
            static pause => Assert.True(pause >= 399, $"{pause}"),
            static pause => Assert.True(pause >= 499, $"{pause}"));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    [OnSqlServer]
    public async Task Handlers_that_fail_for_ever_hold_up_nobody_and_what_is_dead_can_be_put_back(string engine)
    {
        var isMended = false;
        await using var app = await InboxApp.StartAsync(
            await databases.CreateAsync(engine),
            webhooks => webhooks
                .On("first", (_, _) => isMended ? Task.CompletedTask : throw new InvalidOperationException("the first is broken"))
                .On("second", (_, _) => throw new InvalidOperationException("the second is broken"))
                .On("ping", static (_, _) => Task.CompletedTask),
            static options => (options.MaxAttempts, options.Concurrency) = (3, 1));
        for (var i = 0; i < 20; i++)
            await app.PostAsync(FakeWebhook.Notification(i == 0 ? "first" : i == 1 ? "second" : "ping", "{}"));
        await app.UntilAsync(InboxState.Done, 18);
        await app.UntilAsync(InboxState.Dead, 2);

        var dead = (await app.Inbox.ListAsync(InboxState.Dead)).OrderBy(static entry => entry.Id).ToList();
        Assert.Equal(["first", "second"], dead.Select(static entry => entry.Topic));
        Assert.All(dead, static entry => Assert.Equal(3, entry.Attempts));
        Assert.Contains("InvalidOperationException: the first is broken", dead[0].Error, StringComparison.Ordinal);

        isMended = true;
        Assert.True(await app.Inbox.PutBackAsync(dead[0].Id));
        await app.UntilAsync(InboxState.Done, 19);
        Assert.False(await app.Inbox.PutBackAsync(dead[0].Id));
        Assert.True(await app.Inbox.DropAsync(dead[1].Id));
        Assert.False(await app.Inbox.DropAsync(dead[1].Id));
        Assert.Equal(InboxState.Dropped, (await app.Inbox.FindAsync(dead[1].Id))!.State);
        Assert.Null(await app.Inbox.FindAsync(long.MaxValue));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    [OnSqlServer]
    public async Task What_is_old_is_removed_and_what_is_dead_stays(string engine)
    {
        await using var app = await InboxApp.StartAsync(
            await databases.CreateAsync(engine),
            static webhooks => webhooks
                .On("broken", static (_, _) => throw new InvalidOperationException())
                .On("ping", static (_, _) => Task.CompletedTask),
            static options => (options.MaxAttempts, options.KeepDone) = (1, TimeSpan.FromMilliseconds(1)));
        await app.PostAsync(FakeWebhook.Notification("ping", "{}"));
        await app.PostAsync(FakeWebhook.Notification("broken", "{}"));
        await app.UntilAsync(InboxState.Done, 1);
        await app.UntilAsync(InboxState.Dead, 1);
        await Task.Delay(20);
        Assert.Equal(1, await app.Inbox.PurgeAsync());
        Assert.Equal([InboxState.Dead], (await app.Inbox.CountAsync()).Keys);
    }

    [Theory]
    [OnPostgres]
    [OnSqlServer]
    public async Task What_a_process_holds_too_long_is_taken_over_and_what_it_changed_is_undone(string engine)
    {
        var database = await databases.CreateAsync(engine);
        var hangs = new TaskCompletionSource();
        var holds = new TaskCompletionSource();
        await using var slow = await InboxApp.StartAsync(
            database,
            webhooks => webhooks.On("ping", async (notification, services, _) =>
            {
                Add(services, notification, by: 1);
                holds.TrySetResult();
                await hangs.Task;
            }),
            static options => (options.Lease, options.RetryDelay) = (TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(1)));
        await slow.PostAsync(FakeWebhook.Notification("ping", "{}"));
        await holds.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await using var quick = await InboxApp.StartAsync(database, static webhooks => webhooks.On("ping", (notification, services, _) =>
        {
            Add(services, notification, by: 2);
            return Task.CompletedTask;
        }));
        await quick.UntilAsync(InboxState.Done, 1);
        hangs.SetResult();
        await slow.App.StopAsync();

        await using var db = ShopContext.Open(database.Engine, database.Connection);
        Assert.Equal(2, Assert.Single(await db.Effects.ToListAsync()).By);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    [OnSqlServer]
    public async Task What_is_not_finished_when_the_application_stops_is_put_back(string engine)
    {
        var database = await databases.CreateAsync(engine);
        var begun = new TaskCompletionSource();
        await using (var app = await InboxApp.StartAsync(
            database,
            webhooks => webhooks.On("ping", async (_, token) =>
            {
                begun.TrySetResult();
                await Task.Delay(Timeout.Infinite, token);
            }),
            static options => options.DrainTimeout = TimeSpan.FromMilliseconds(50)))
        {
            await app.PostAsync(FakeWebhook.Notification("ping", "{}"));
            await begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
            await app.App.StopAsync();
            var entry = Assert.Single(await app.Inbox.ListAsync());
            Assert.Equal((InboxState.Waiting, 0), (entry.State, entry.Attempts));
        }

        await using var next = await InboxApp.StartAsync(
            database, static webhooks => webhooks.On("ping", static (_, _) => Task.CompletedTask));
        await next.UntilAsync(InboxState.Done, 1);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    [OnSqlServer]
    public async Task The_order_within_a_conversation_is_kept_by_two_processes_and_over_failures(string engine)
    {
        const int Conversations = 4, Each = 8;
        var database = await databases.CreateAsync(engine);
        var failed = new ConcurrentDictionary<string, bool>();
        var busy = new ConcurrentDictionary<string, bool>();
        var overlaps = 0;
        async Task HandleAsync(WebhookNotification notification, IServiceProvider services, CancellationToken token)
        {
            var conversation = InboxOrder.Conversation(notification)!;
            var number = notification.RawItem.GetProperty("number").GetInt32();
            if (!busy.TryAdd(conversation, true))
                Interlocked.Increment(ref overlaps);
            await Task.Delay(Random.Shared.Next(5), token);
            busy.TryRemove(conversation, out _);
            if (number % 3 == 0 && failed.TryAdd($"{conversation}/{number}", true))
                throw new InvalidOperationException("once");
            services.GetRequiredService<ShopContext>().Effects.Add(new Effect { Of = conversation, By = number });
        }

        Task<InboxApp> StartAsync() => InboxApp.StartAsync(
            database,
            webhooks => webhooks.On("conversation.user.replied", HandleAsync),
            static options => options.OrderWithin = InboxOrder.Conversation);
        await using var one = await StartAsync();
        await using var other = await StartAsync();
        for (var i = 0; i < Conversations * Each; i++)
            await (i % 3 == 0 ? one : other).PostAsync(FakeWebhook.Notification(
                "conversation.user.replied",
                $$"""{ "type": "conversation", "id": "{{i % Conversations}}", "number": {{i / Conversations}} }"""));
        await one.UntilAsync(InboxState.Done, Conversations * Each);

        await using var db = ShopContext.Open(database.Engine, database.Connection);
        var effects = await db.Effects.OrderBy(static effect => effect.Id).ToListAsync();
        Assert.All(
            effects.GroupBy(static effect => effect.Of),
            static conversation => Assert.Equal(Enumerable.Range(0, Each), conversation.Select(static effect => effect.By)));
        Assert.Equal(0, overlaps);
    }

    [Theory]
    [InlineData("conversation:7", "contact:3", """{ "type": "conversation", "id": "7", "contacts": { "contacts": [{ "id": "3" }] } }""")]
    [InlineData(
        "conversation:7", null, """{ "type": "conversation", "id": 7, "contacts": { "contacts": [{ "id": "3" }, { "id": "4" }] } }""")]
    [InlineData(null, "contact:3", """{ "type": "contact", "id": "3" }""")]
    [InlineData("conversation:9", "contact:3", """{ "type": "x", "contact": { "id": "3" }, "conversation_id": "9" }""")]
    [InlineData(null, null, """{ "type": "contact", "id": { } }""")]
    [InlineData(null, null, "[]")]
    public void A_delivery_names_its_conversation_and_its_contact(string? conversation, string? contact, string item)
    {
        var body = WebhookNotification.Parse(System.Text.Encoding.UTF8.GetBytes(FakeWebhook.Notification("ping", item).Body));
        Assert.Equal(conversation, InboxOrder.Conversation(body));
        Assert.Equal(contact, InboxOrder.Contact(body));
    }

    private static void Add(IServiceProvider services, WebhookNotification notification, int by) =>
        services.GetRequiredService<ShopContext>().Effects.Add(new Effect { Of = notification.Id!, By = by });
}
