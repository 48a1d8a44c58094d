using System.Net;
using Intercom.AspNetCore;
using Intercom.Runtime.Tests.Webhooks;
using Intercom.Webhooks;
using Xunit;

namespace Intercom.Runtime.Tests.AspNetCore;

public class WebhookTimingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _forgotten = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualTime _time = new();
    private readonly List<string> _done = [];

    [Fact]
    public async Task A_handler_that_gives_up_at_its_timeout_is_run_again_by_the_repetition()
    {
        var runs = 0;
        await using var server = await InlineAsync(async token =>
        {
            if (Interlocked.Increment(ref runs) > 1)
                return;
            _started.SetResult();
            await _released.Task.WaitAsync(token);
        });
        var first = server.NotifyAsync(Notification("n1"));
        await _started.Task.WaitAsync(Patience);
        Assert.False(first.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await first.WaitAsync(Patience));
        await _forgotten.Task.WaitAsync(Patience);
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n1")));
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task A_handler_that_goes_on_after_its_timeout_is_not_run_again()
    {
        await using var server = await InlineAsync(async _ =>
        {
            _started.SetResult();
            await _released.Task;
        });
        var first = server.NotifyAsync(Notification("n1"));
        await _started.Task.WaitAsync(Patience);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await first.WaitAsync(Patience));
        _released.SetResult();
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n1")));
    }

    [Fact]
    public async Task Intercom_is_answered_before_the_queue_is_worked_off_in_order()
    {
        await using var server = await QueuedAsync(capacity: 10);
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n1")));
        await _started.Task.WaitAsync(Patience);
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n2")));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n3")));
        Assert.Empty(_done);
        _released.SetResult();
        await server.App.StopAsync();
        Assert.Equal(["n1", "n2", "n3"], _done);
    }

    [Fact]
    public async Task A_full_queue_turns_away_with_503_and_takes_the_repetition()
    {
        await using var server = await QueuedAsync(capacity: 1);
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n1")));
        await _started.Task.WaitAsync(Patience);
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n2")));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await server.NotifyAsync(Notification("n3")));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Notification("n2")));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await server.NotifyAsync(Notification("n3")));
        _released.SetResult();
        while (await server.NotifyAsync(Notification("n3")) != HttpStatusCode.OK)
            await Task.Yield();
        await server.App.StopAsync();
        Assert.Equal(["n1", "n2", "n3"], _done);
    }

    [Fact]
    public async Task Several_are_handled_at_the_same_time_where_that_is_wanted()
    {
        var running = new SemaphoreSlim(0);
        await using var server = await WebhookServer.StartAsync(webhooks =>
        {
            webhooks.Options.RunHandlers = RunHandlers.AfterAnswer;
            webhooks.Options.QueueReaders = 3;
            webhooks.On("ping", (_, _) =>
            {
                running.Release();
                return _released.Task;
            });
        });
        for (var i = 0; i < 3; i++)
            await server.NotifyAsync(Notification($"n{i}"));
        for (var i = 0; i < 3; i++)
            Assert.True(await running.WaitAsync(Patience));
        _released.SetResult();
    }

    [Fact]
    public async Task A_failure_in_the_queue_does_not_end_it()
    {
        await using var server = await QueuedAsync(capacity: 10);
        await server.NotifyAsync(Notification("broken"));
        await server.NotifyAsync(Notification("n2"));
        _released.SetResult();
        await server.App.StopAsync();
        Assert.Equal(["n2"], _done);
    }

    [Fact]
    public async Task The_application_does_not_wait_for_the_queue_for_ever()
    {
        await using var server = await QueuedAsync(capacity: 10);
        await server.NotifyAsync(Notification("n1"));
        await _started.Task.WaitAsync(Patience);
        await server.NotifyAsync(Notification("n2"));
        var stopping = Task.Run(() => server.App.StopAsync());
        await _time.Waiting(TimeSpan.FromSeconds(10)).WaitAsync(Patience);
        _time.Advance(TimeSpan.FromSeconds(10));
        await stopping.WaitAsync(Patience);
        _released.SetResult();
        Assert.DoesNotContain("n2", _done);
    }

    private static string Notification(string id) => $$"""{"type":"notification_event","id":"{{id}}","topic":"ping"}""";

    private Task<WebhookServer> InlineAsync(Func<CancellationToken, Task> handler) => WebhookServer.StartAsync(webhooks =>
    {
        webhooks.Options.TimeProvider = _time;
        webhooks.Options.Deduplicator = new Watched(_forgotten);
        webhooks.On("ping", (_, token) => handler(token));
    });

    private Task<WebhookServer> QueuedAsync(int capacity) => WebhookServer.StartAsync(webhooks =>
    {
        webhooks.Options.TimeProvider = _time;
        webhooks.Options.RunHandlers = RunHandlers.AfterAnswer;
        webhooks.Options.QueueCapacity = capacity;
        webhooks.On("ping", async (notification, _) =>
        {
            _started.TrySetResult();
            await _released.Task;
            if (notification.Id == "broken")
                throw new InvalidOperationException();
            _done.Add(notification.Id!);
        });
    });

    /// <summary>Tells when a delivery was forgotten.</summary>
    private sealed class Watched(TaskCompletionSource forgotten) : IWebhookDeduplicator
    {
        private readonly WebhookWindow _window = new();

        public ValueTask<bool> TryAddAsync(string key, CancellationToken cancellationToken) => _window.TryAddAsync(key, cancellationToken);

        public async ValueTask RemoveAsync(string key, CancellationToken cancellationToken)
        {
            await _window.RemoveAsync(key, cancellationToken);
            forgotten.SetResult();
        }
    }
}
