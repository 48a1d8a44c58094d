using Xunit;

namespace Intercom.Runtime.Tests.Fin;

public class FinDeadlineTests
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Silence_without_end_ends_the_stream()
    {
        var time = new ManualTime();
        await using var server = await ScriptedStream.StartAsync(async connection =>
        {
            await connection.SendAsync(Sent.Event(Sent.Replied("m1")));
            await connection.StayAsync();
        });
        await using var events = FinStream.SubscribeAsync<SampleEvent>(
            server.Url,
            new FinStreamOptions { TimeProvider = time }).GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());

        var next = events.MoveNextAsync().AsTask();
        await time.TimerDueInAsync(Idle);
        time.Advance(Idle - TimeSpan.FromTicks(1));
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(FinStreamFailure.Idle, (await Assert.ThrowsAsync<FinStreamException>(() => next)).Reason);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_at_all_is_silent_too()
    {
        var time = new ManualTime();
        await using var server = await ScriptedStream.StartAsync(static connection => connection.StayAsync());

        var failing = server.FailureAsync(new FinStreamOptions { TimeProvider = time });
        await time.TimerDueInAsync(Idle);
        time.Advance(Idle);

        Assert.Equal(FinStreamFailure.Idle, (await failing).Failure.Reason);
    }

    [Theory]
    [InlineData(":keepalive\n\n")]
    [InlineData("\n")]
    [InlineData("data:\n\n")]
    public async Task Comments_and_empty_lines_are_signs_of_life(string sign)
    {
        var time = new ManualTime();
        var signs = new SemaphoreSlim(0);
        await using var server = await ScriptedStream.StartAsync(async connection =>
        {
            await connection.OpenAsync();
            for (var i = 0; i < 3; i++)
            {
                await signs.WaitAsync();
                await connection.SendAsync(sign);
            }

            await connection.SendAsync(Sent.Event(Sent.YourTurn));
        });

        var reading = server.AllAsync(new FinStreamOptions { TimeProvider = time });
        for (var i = 0; i < 3; i++)
        {
            await time.TimerDueInAsync(Idle);
            time.Advance(TimeSpan.FromSeconds(50));
            signs.Release();
        }

        Assert.Single(await reading);
    }

    [Fact]
    public async Task The_time_that_the_caller_takes_is_no_silence()
    {
        var time = new ManualTime();
        await using var server = await ScriptedStream.SendingAsync(Sent.Event(Sent.Replied("m1")), Sent.Event(Sent.YourTurn));

        var names = new List<string>();
        await foreach (var next in FinStream.SubscribeAsync<SampleEvent>(server.Url, new FinStreamOptions { TimeProvider = time }))
        {
            names.Add(next.Name);
            time.Advance(TimeSpan.FromSeconds(90));
        }

        Assert.Equal(["fin_replied", "fin_status_updated"], names);
    }

    [Fact]
    public async Task A_stream_that_lives_on_is_over_when_the_tokens_life_is_over()
    {
        var time = new ManualTime();
        var options = new FinStreamOptions { TimeProvider = time, IdleTimeout = Timeout.InfiniteTimeSpan };
        await using var server = await ScriptedStream.StartAsync(async connection =>
        {
            await connection.SendAsync(Sent.Event(Sent.Replied("m1")));
            await connection.StayAsync();
        });
        await using var events = FinStream.SubscribeAsync<SampleEvent>(server.Url, options).GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());

        var next = events.MoveNextAsync().AsTask();
        time.Advance(TimeSpan.FromSeconds(194));
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(FinStreamFailure.Timeout, (await Assert.ThrowsAsync<FinStreamException>(() => next)).Reason);
    }

    [Fact]
    public async Task A_flood_of_comments_without_end_is_over_when_the_tokens_life_is_over()
    {
        var time = new ManualTime();
        var flood = string.Concat(Enumerable.Repeat(":keepalive\n\n", 1000));
        var flooded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await ScriptedStream.StartAsync(async connection =>
        {
            for (var i = 0; !connection.HasLeft; i++)
            {
                await connection.SendAsync(flood);
                if (i == 100)
                    flooded.TrySetResult();
            }
        });

        var failing = server.FailureAsync(new FinStreamOptions { TimeProvider = time, IdleTimeout = Timeout.InfiniteTimeSpan });
        await flooded.Task;
        time.Advance(TimeSpan.FromSeconds(195));

        Assert.Equal(FinStreamFailure.Timeout, (await failing.WaitAsync(TimeSpan.FromSeconds(60))).Failure.Reason);
    }

    [Theory]
    [InlineData("retry: 99999999999999999\n\n")]
    [InlineData("retry: 900000000000\ndata: {}\n\n")]
    public async Task A_pause_that_a_server_asks_for_does_not_outlast_the_stream(string retry)
    {
        var time = new ManualTime();
        await using var server = await ScriptedStream.StartAsync(
            connection => connection.SendAsync(retry),
            connection => connection.RefuseAsync(503, retryAfter: "2147483647"));

        var failing = server.FailureAsync(new FinStreamOptions { TimeProvider = time, ReconnectDelay = TimeSpan.FromMinutes(10) });
        await time.TimerDueInAsync(TimeSpan.FromMinutes(10));
        time.Advance(TimeSpan.FromSeconds(195));

        Assert.Equal(FinStreamFailure.Timeout, (await failing).Failure.Reason);
    }

    [Fact]
    public async Task Silence_in_the_wait_for_a_survey_is_no_failure()
    {
        var time = new ManualTime();
        await using var server = await ScriptedStream.StartAsync(async connection =>
        {
            await connection.SendAsync(Sent.Event(Sent.Status("complete")));
            await connection.StayAsync();
        });
        await using var events = FinStream.SubscribeAsync<SampleEvent>(
            server.Url,
            new FinStreamOptions { TimeProvider = time, WaitForCsat = true }).GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());

        var next = events.MoveNextAsync().AsTask();
        await time.TimerDueInAsync(Idle);
        time.Advance(Idle);

        Assert.False(await next);
    }
}
