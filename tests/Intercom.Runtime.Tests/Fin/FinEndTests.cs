using Xunit;

namespace Intercom.Runtime.Tests.Fin;

public class FinEndTests
{
    [Theory]
    [InlineData("awaiting_user_reply")]
    [InlineData("complete")]
    public async Task The_stream_ends_when_Fin_is_done_although_the_connection_stays_open(string status)
    {
        await using var server = await ScriptedStream.StartAsync(async connection =>
        {
            await connection.SendAsync(Sent.Event(Sent.Replied("m1")) + Sent.Event(Sent.Status(status)) + Sent.Event(Sent.Replied("m2")));
            await connection.StayAsync();
        });

        Assert.Equal(["fin_replied", "fin_status_updated"], (await server.AllAsync()).Names());
    }

    [Theory]
    [InlineData("resolved")]
    [InlineData("escalated")]
    [InlineData("unheard_of")]
    public async Task Another_status_is_not_the_end(string status)
    {
        await using var server = await ScriptedStream.SendingAsync(Sent.Event(Sent.Status(status)), Sent.Event(Sent.Status("complete")));

        Assert.Equal([status, "complete"], (await server.AllAsync()).Select(static e => e.Event["status"]));
    }

    [Fact]
    public async Task A_reply_that_says_itself_that_it_is_the_users_turn_ends_the_stream()
    {
        await using var server = await ScriptedStream.StartAsync(async connection =>
        {
            await connection.SendAsync(
                Sent.Event(Sent.Replied("m1", status: "replying")) + Sent.Event(Sent.Replied("m2", status: "awaiting_user_reply")));
            await connection.StayAsync();
        });

        Assert.Equal(["fin_replied", "fin_replied"], (await server.AllAsync()).Names());
    }

    [Fact]
    public async Task An_announced_survey_is_waited_for()
    {
        await using var server = await ScriptedStream.StartAsync(async connection =>
        {
            await connection.SendAsync(Sent.Event(Sent.Status("complete", more: ""","csat_requested":true""")));
            await connection.SendAsync(Sent.Event(Sent.Csat()));
            await connection.StayAsync();
        });

        Assert.Equal(["fin_status_updated", "csat_requested"], (await server.AllAsync()).Names());
    }

    [Fact]
    public async Task A_survey_that_is_asked_for_is_waited_for_although_nothing_announces_it()
    {
        var options = Reading.AtOnce();
        options.WaitForCsat = true;
        await using var server = await ScriptedStream.SendingAsync(
            Sent.Event(Sent.Status("complete")),
            Sent.Event(Sent.Csat()),
            Sent.Event(Sent.YourTurn));

        Assert.Equal(["fin_status_updated", "csat_requested"], (await server.AllAsync(options)).Names());
    }

    [Fact]
    public async Task A_survey_that_does_not_come_is_no_failure()
    {
        var options = Reading.AtOnce();
        options.WaitForCsat = true;
        await using var server = await ScriptedStream.SendingAsync(Sent.Event(Sent.Status("complete")), Sent.Error(40141));

        Assert.Equal(["fin_status_updated"], (await server.AllAsync(options)).Names());
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(40141, FinStreamFailure.TokenRevoked)]
    [InlineData(40142, FinStreamFailure.TokenExpired)]
    [InlineData(40140, FinStreamFailure.TokenRejected)]
    [InlineData(40149, FinStreamFailure.TokenRejected)]
    [InlineData(40160, FinStreamFailure.Refused)]
    public async Task An_error_about_the_token_ends_the_stream_without_another_attempt(int code, FinStreamFailure reason)
    {
        await using var server = await ScriptedStream.SendingAsync(
            Sent.Event(Sent.Chunk(0, "a")),
            Sent.Error(code),
            Sent.Event(Sent.YourTurn));

        var (names, failure) = await server.FailureAsync();

        Assert.Equal(["fin_reply_chunk"], names);
        Assert.Equal(reason, failure.Reason);
        Assert.Equal(code, failure.ErrorCode);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_passing_error_is_followed_by_another_attempt()
    {
        await using var server = await ScriptedStream.StartAsync(
            connection => connection.SendAsync(Sent.Error(50000, "Internal error", ""","statusCode":500""")),
            connection => connection.RefuseAsync(503),
            connection => connection.SendAsync(Sent.Event(Sent.YourTurn)));

        Assert.Single(await server.AllAsync());
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData(401, """{"error":{"message":"Token expired","code":40142,"statusCode":401}}""", FinStreamFailure.TokenExpired, 40142)]
    [InlineData(401, "", FinStreamFailure.Refused, null)]
    [InlineData(404, "<html>", FinStreamFailure.Refused, null)]
    [InlineData(400, """{"error":"bad channel"}""", FinStreamFailure.Refused, null)]
    [InlineData(204, "", FinStreamFailure.Refused, null)]
    [InlineData(302, "", FinStreamFailure.Refused, null)]
    public async Task A_refusal_ends_the_stream_at_once_and_carries_the_status(int status, string body, FinStreamFailure reason, int? code)
    {
        await using var server = await ScriptedStream.StartAsync(
            connection => connection.RefuseAsync(status, body, location: "/elsewhere"));

        var (_, failure) = await server.FailureAsync();

        Assert.Equal(reason, failure.Reason);
        Assert.Equal(status, (int?)failure.Status);
        Assert.Equal(code, failure.ErrorCode);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_page_instead_of_a_stream_is_a_failure()
    {
        await using var server = await ScriptedStream.StartAsync(connection => connection.RefuseAsync(200, "<html>", "text/html"));

        Assert.Equal(FinStreamFailure.NotAnEventStream, (await server.FailureAsync()).Failure.Reason);
    }

    [Fact]
    public async Task Cancelling_ends_the_stream_and_leaves_the_server()
    {
        using var source = new CancellationTokenSource();
        var left = new TaskCompletionSource();
        await using var server = await ScriptedStream.StartAsync(async connection =>
        {
            await connection.SendAsync(Sent.Event(Sent.Chunk(0, "a")));
            await connection.StayAsync();
            left.SetResult();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var next in FinStream.SubscribeAsync<SampleEvent>(server.Url).WithCancellation(source.Token))
                await source.CancelAsync();
        });
        await left.Task;
    }

    [Fact]
    public async Task Breaking_off_the_enumeration_leaves_the_server()
    {
        var left = new TaskCompletionSource();
        await using var server = await ScriptedStream.StartAsync(async connection =>
        {
            await connection.SendAsync(Sent.Event(Sent.Chunk(0, "a")));
            await connection.StayAsync();
            left.SetResult();
        });

        await foreach (var next in FinStream.SubscribeAsync<SampleEvent>(server.Url))
            break;
        await left.Task;
    }
}
