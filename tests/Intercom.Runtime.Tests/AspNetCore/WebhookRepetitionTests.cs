using System.Net;
using Intercom.AspNetCore;
using Intercom.Runtime.Tests.Webhooks;
using Intercom.Webhooks;
using Xunit;

namespace Intercom.Runtime.Tests.AspNetCore;

/// <summary>Deliveries that come again while the first is still being tried.</summary>
public sealed class WebhookRepetitionTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _unblocked = new();
    private readonly ManualTime _time = new();
    private int _runs;

    public void Dispose() => _unblocked.Dispose();

    [Fact]
    public async Task A_repetition_of_what_still_runs_and_then_fails_is_not_told_that_it_is_done()
    {
        await using var server = await TryingAsync(async _ =>
        {
            if (Interlocked.Increment(ref _runs) > 1)
                return;
            _started.SetResult();
            await _released.Task;
            throw new InvalidOperationException("the database");
        });
        var first = server.NotifyAsync(Ping("n1"));
        await _started.Task.WaitAsync(Patience);
        _time.Advance(Limit);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await first.WaitAsync(Patience));
        var repetition = server.NotifyAsync(Ping("n1"));
        await Logged(server, "n1");
        Assert.False(repetition.IsCompleted);
        _released.SetResult();
        Assert.Equal(HttpStatusCode.InternalServerError, await repetition.WaitAsync(Patience));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping("n1")));
        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task A_repetition_of_what_still_runs_and_then_succeeds_is_told_so()
    {
        await using var server = await TryingAsync(async _ =>
        {
            Interlocked.Increment(ref _runs);
            _started.SetResult();
            await _released.Task;
        });
        var first = server.NotifyAsync(Ping("n1"));
        await _started.Task.WaitAsync(Patience);
        var repetition = server.NotifyAsync(Ping("n1"));
        await Logged(server, "n1");
        _released.SetResult();
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], await Task.WhenAll(first, repetition).WaitAsync(Patience));
        Assert.Equal(1, _runs);
    }

    [Fact]
    public async Task A_repetition_waits_no_longer_than_a_handler_may_take()
    {
        await using var server = await TryingAsync(async _ =>
        {
            _started.SetResult();
            await _released.Task;
        });
        var first = server.NotifyAsync(Ping("n1"));
        await _started.Task.WaitAsync(Patience);
        _time.Advance(Limit);
        await first.WaitAsync(Patience);
        var repetition = server.NotifyAsync(Ping("n1"));
        await Logged(server, "n1");
        _time.Advance(Limit);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await repetition.WaitAsync(Patience));
        _released.SetResult();
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping("n1")));
    }

    [Fact]
    public async Task A_handler_that_blocks_its_thread_is_bound_by_the_limit_as_well()
    {
        await using var server = await TryingAsync(_ =>
        {
            _started.SetResult();
            _unblocked.Wait(CancellationToken.None);
            return Task.CompletedTask;
        });
        var first = server.NotifyAsync(Ping("n1"));
        await _started.Task.WaitAsync(Patience);
        _time.Advance(Limit);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await first.WaitAsync(Patience));
        _unblocked.Set();
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping("n1")).WaitAsync(Patience));
    }

    [Fact]
    public async Task What_another_process_has_begun_is_turned_away_until_it_is_done()
    {
        var shared = new WebhookWindow();
        await using var server = await TryingAsync(_ => Task.CompletedTask, shared);
        var key = WebhookNotification.Parse(System.Text.Encoding.UTF8.GetBytes(Ping("n1"))).DeliveryKey;
        Assert.True(await shared.TryAddAsync(key, default));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await server.NotifyAsync(Ping("n1")));
        await shared.CompleteAsync(key, default);
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping("n1")));
    }

    [Fact]
    public async Task What_a_store_noted_before_it_failed_is_new_when_it_is_repeated()
    {
        await using var server = await TryingAsync(
            _ =>
            {
                _runs++;
                return Task.CompletedTask;
            },
            new FailsOnce());
        Assert.Equal(HttpStatusCode.InternalServerError, await server.NotifyAsync(Ping("n1")));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping("n1")));
        Assert.Equal(1, _runs);
    }

    [Fact]
    public async Task A_store_that_hangs_is_bound_by_the_limit_as_well()
    {
        var hanging = new Hanging();
        await using var server = await TryingAsync(_ => Task.CompletedTask, hanging);
        var first = server.NotifyAsync(Ping("n1"));
        await hanging.Asked.Task.WaitAsync(Patience);
        _time.Advance(Limit);
        Assert.NotEqual(HttpStatusCode.OK, await first.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_sender_that_leaves_does_not_end_what_it_started()
    {
        await using var server = await TryingAsync(async token =>
        {
            Interlocked.Increment(ref _runs);
            _started.SetResult();
            await _released.Task.WaitAsync(token);
        });
        using (var leaving = new CancellationTokenSource())
        {
            var first = server.NotifyAsync(Ping("n1"), leaving.Token);
            await _started.Task.WaitAsync(Patience);
            await leaving.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        }

        var repetition = server.NotifyAsync(Ping("n1"));
        await Logged(server, "n1");
        _released.SetResult();
        Assert.Equal(HttpStatusCode.OK, await repetition.WaitAsync(Patience));
        Assert.Equal(1, _runs);
    }

    private static string Ping(string id) => $$"""{"type":"notification_event","id":"{{id}}","topic":"ping"}""";

    /// <summary>Completes once a repetition waits.</summary>
    private static async Task Logged(WebhookServer server, string id)
    {
        while (!server.Log.Any(line => line.Contains($"{id}) was delivered again", StringComparison.Ordinal)))
            await Task.Yield();
    }

    private Task<WebhookServer> TryingAsync(Func<CancellationToken, Task> handler, IWebhookDeduplicator? deduplicator = null) =>
        WebhookServer.StartAsync(webhooks =>
    {
        webhooks.Options.TimeProvider = _time;
        webhooks.Options.Deduplicator = deduplicator;
        webhooks.On("ping", (_, token) => handler(token));
    });

    private sealed class FailsOnce : IWebhookDeduplicator
    {
        private readonly WebhookWindow _window = new();
        private int _calls;

        public async ValueTask<bool> TryAddAsync(string key, CancellationToken cancellationToken)
        {
            var isNew = await _window.TryAddAsync(key, cancellationToken);
            return _calls++ == 0 ? throw new IOException("the connection to the store was lost") : isNew;
        }

        public ValueTask RemoveAsync(string key, CancellationToken cancellationToken) => _window.RemoveAsync(key, cancellationToken);
    }

    private sealed class Hanging : IWebhookDeduplicator
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async ValueTask<bool> TryAddAsync(string key, CancellationToken cancellationToken)
        {
            Asked.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return true;
        }

        public ValueTask RemoveAsync(string key, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
