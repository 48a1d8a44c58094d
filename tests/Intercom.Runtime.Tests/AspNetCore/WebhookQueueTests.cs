using System.Net;
using Intercom.AspNetCore;
using Intercom.Runtime.Tests.Webhooks;
using Xunit;

namespace Intercom.Runtime.Tests.AspNetCore;

/// <summary>Handlers that run after the answer, and do not end.</summary>
public sealed class WebhookQueueTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _unblocked = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _unblocked.Dispose();

    [Theory]
    [InlineData("waits")]
    [InlineData("ignores its token")]
    [InlineData("blocks")]
    public async Task One_that_hangs_holds_up_its_reader_no_longer_than_its_time(string how)
    {
        await using var server = await QueuedAsync(how);
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping("hangs")));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping("next")));
        await _started.Task.WaitAsync(Patience);
        Assert.False(_next.Task.IsCompleted);
        _time.Advance(Limit);
        await _next.Task.WaitAsync(Patience);
        Assert.Contains(
            server.Log,
            static line => line.StartsWith("Error: ping (notification:hangs) was not handled", StringComparison.Ordinal));
        Release();
    }

    [Fact]
    public async Task What_was_given_up_and_still_runs_is_not_called_done()
    {
        await using var server = await QueuedAsync("ignores its token");
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping("hangs")));
        await _started.Task.WaitAsync(Patience);
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping("hangs")));
        _time.Advance(Limit);
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping("next")));
        await _next.Task.WaitAsync(Patience);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await server.NotifyAsync(Ping("hangs")));
        Release();
    }

    [Theory]
    [InlineData("waits")]
    [InlineData("ignores its token")]
    [InlineData("blocks")]
    public async Task What_was_accepted_and_is_not_done_when_the_application_stops_is_named(string how)
    {
        await using var server = await QueuedAsync(how);
        await server.NotifyAsync(Ping("hangs"));
        await _started.Task.WaitAsync(Patience);
        await server.NotifyAsync(Ping("n2"));
        await server.NotifyAsync(Ping("n3"));
        var stopping = Task.Run(() => server.App.StopAsync());
        await _time.Waiting(TimeSpan.FromSeconds(10)).WaitAsync(Patience);
        _time.Advance(TimeSpan.FromSeconds(10));
        await stopping.WaitAsync(Patience);
        foreach (var id in new[] { "hangs", "n2", "n3" })
            Assert.Contains($"Error: ping (notification:{id}) was accepted and not handled: the application stops.", server.Log);
        Assert.Contains("Error: The application stops, and 3 webhooks were accepted and not handled; each is named above.", server.Log);
        Release();
    }

    [Fact]
    public async Task One_that_was_given_up_and_still_hangs_is_named_when_the_application_stops()
    {
        await using var server = await QueuedAsync("ignores its token");
        await server.NotifyAsync(Ping("hangs"));
        await _started.Task.WaitAsync(Patience);
        await server.NotifyAsync(Ping("next"));
        _time.Advance(Limit);
        await _next.Task.WaitAsync(Patience);
        await server.App.StopAsync().WaitAsync(Patience);
        Assert.Contains("Error: ping (notification:hangs) was accepted and not handled: the application stops.", server.Log);
        Assert.DoesNotContain(
            server.Log,
            static line => line.Contains("next", StringComparison.Ordinal) && line.StartsWith("Error", StringComparison.Ordinal));
        Release();
    }

    private static string Ping(string id) => $$"""{"type":"notification_event","id":"{{id}}","topic":"ping"}""";

    private void Release()
    {
        _released.SetResult();
        _unblocked.Set();
    }

    private Task<WebhookServer> QueuedAsync(string how) => WebhookServer.StartAsync(webhooks =>
    {
        webhooks.Options.TimeProvider = _time;
        webhooks.Options.RunHandlers = RunHandlers.AfterAnswer;
        webhooks.Options.QueuedHandlerTimeout = Limit;
        webhooks.On("ping", async (notification, token) =>
        {
            if (notification.Id != "hangs")
            {
                _next.TrySetResult();
                return;
            }

            _started.SetResult();
            if (how == "blocks")
                _unblocked.Wait(CancellationToken.None);
            else
                await _released.Task.WaitAsync(how == "waits" ? token : CancellationToken.None);
        });
    });
}
