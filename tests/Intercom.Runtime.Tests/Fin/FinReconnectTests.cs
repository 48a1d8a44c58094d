using Xunit;

namespace Intercom.Runtime.Tests.Fin;

public class FinReconnectTests
{
    private static readonly string[] Answer =
    [
        Sent.Event(Sent.Chunk(0, "Grüße"), "1"),
        Sent.Event(Sent.Chunk(1, "Grüße 😀"), "2"),
        Sent.Event(Sent.Replied("m1"), "3"),
        Sent.Event(Sent.Status("resolved"), "4"),
        Sent.Event(Sent.YourTurn, "5"),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_that_breaks_off_at_any_byte_loses_nothing_and_doubles_nothing(bool isCut)
    {
        var whole = Sent.Bytes(string.Concat(Answer));
        var places = Enumerable.Range(0, whole.Length / 11).Select(static i => 1 + (i * 11)).ToList();
        var script = places.SelectMany(place => new Func<ScriptedConnection, Task>[]
        {
            async connection =>
            {
                await connection.SendAsync(whole.AsMemory(0, place));
                if (isCut)
                    connection.Cut();
            },
            connection => connection.SendAsync(whole),
        });
        await using var server = await ScriptedStream.StartAsync([.. script]);

        foreach (var _ in places)
            Assert.Equal(["1", "2", "3", "4", "5"], (await server.AllAsync()).Select(static e => e.Id));
        Assert.Equal(2 * places.Count, server.Requests.Count);
    }

    [Fact]
    public async Task A_stream_that_breaks_off_in_the_middle_of_a_character_goes_on_where_it_broke()
    {
        var before = Sent.Bytes(Answer[0] + "id: 2\ndata: {\"event_name\":\"fin_reply_chunk\",\"chunk_text\":\"Gr\u00fc");
        await using var server = await ScriptedStream.StartAsync(
            connection => connection.SendAsync(before.AsMemory(0, before.Length - 1)),
            connection => connection.SendAsync(string.Concat(Answer.Skip(1))));

        var events = await server.AllAsync();

        Assert.Equal(["1", "2", "3", "4", "5"], events.Select(static e => e.Id));
        Assert.Equal(" 😀", events[1].TextDelta);
        Assert.Equal([null, "1"], server.Requests.Select(static r => (string?)r["Last-Event-ID"]));
    }

    [Fact]
    public async Task An_event_that_is_not_ended_by_an_empty_line_does_not_count()
    {
        await using var server = await ScriptedStream.StartAsync(
            connection => connection.SendAsync("data: " + Sent.Status("complete")),
            connection => connection.SendAsync(Sent.Event(Sent.YourTurn)));

        Assert.Equal("awaiting_user_reply", Assert.Single(await server.AllAsync()).Event["status"]);
    }

    [Fact]
    public async Task Events_without_ids_are_known_again_by_what_they_hold()
    {
        var skipped = new List<FinSkipReason>();
        var first = Sent.Event(
            Sent.Chunk(0, "a")) + Sent.Event(Sent.Chunk(1, "ab")) + Sent.Event(Sent.Replied("m1")) + Sent.Event(Sent.Status("resolved"));
        await using var server = await ScriptedStream.StartAsync(
            connection => connection.SendAsync(first),
            connection => connection.SendAsync(first + Sent.Event(Sent.Replied("m2", stream: null)) + Sent.Event(Sent.YourTurn)));

        var events = await server.AllAsync(Reading.AtOnce(s => skipped.Add(s.Reason)));

        Assert.Equal(
            ["fin_reply_chunk", "fin_reply_chunk", "fin_replied", "fin_status_updated", "fin_replied", "fin_status_updated"],
            events.Names());
        Assert.Equal([FinSkipReason.Late, FinSkipReason.Late, FinSkipReason.Repeated, FinSkipReason.Repeated], skipped);
    }

    [Fact]
    public async Task An_envelope_is_known_again_under_another_id_of_the_stream()
    {
        const string Envelope = """{"id":"m","data":"{\"event_name\":\"x\"}"}""";
        await using var server = await ScriptedStream.SendingAsync(
            Sent.Event(Envelope, "1"),
            Sent.Event(Envelope, "2"),
            Sent.Event(Sent.YourTurn));

        Assert.Equal(["x", "fin_status_updated"], (await server.AllAsync()).Names());
    }

    [Fact]
    public async Task An_event_without_an_id_is_not_taken_for_a_repetition_of_the_one_before()
    {
        await using var server = await ScriptedStream.SendingAsync(Sent.Event("""{"event_name":"x","n":1}""", "1"), Sent.Event("""{"event_name":"x","n":2}"""), Sent.Event(Sent.YourTurn));

        var events = await server.AllAsync();

        Assert.Equal(["1", null, null], events.Select(static e => e.Id));
    }

    [Fact]
    public async Task A_connection_that_brings_nothing_new_is_given_up_after_the_agreed_attempts()
    {
        var options = Reading.AtOnce();
        options.MaxReconnects = 3;
        await using var server = await ScriptedStream.SendingAsync(Sent.Event(Sent.Chunk(0, "a"), "1"));

        var (names, failure) = await server.FailureAsync(options);

        Assert.Equal(["fin_reply_chunk"], names);
        Assert.Equal(FinStreamFailure.ConnectionLost, failure.Reason);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task Each_new_event_renews_the_attempts()
    {
        var options = Reading.AtOnce();
        options.MaxReconnects = 1;
        var steps = Enumerable.Range(
            0,
            5).Select(i => (Func<ScriptedConnection, Task>)(connection => connection.SendAsync(Sent.Event(Sent.Chunk(i, "a"), $"{i}"))));
        await using var server = await ScriptedStream.StartAsync([.. steps, connection => connection.SendAsync(Sent.Event(Sent.YourTurn))]);

        Assert.Equal(6, (await server.AllAsync(options)).Count);
    }

    [Fact]
    public async Task The_pauses_between_attempts_double_and_heed_the_server()
    {
        var time = new ManualTime();
        await using var server = await ScriptedStream.StartAsync(
            connection => connection.RefuseAsync(503),
            connection => connection.RefuseAsync(503),
            connection => connection.RefuseAsync(429, retryAfter: "17"),
            connection => connection.SendAsync("retry: 9000\n\n" + Sent.Event(Sent.Chunk(0, "a"), "1")),
            connection => connection.SendAsync(Sent.Event(Sent.YourTurn)));

        var reading = server.AllAsync(new FinStreamOptions { TimeProvider = time, ReconnectDelay = TimeSpan.FromSeconds(2) });
        foreach (var pause in new[] { 2, 4, 17, 9 })
        {
            await time.TimerDueInAsync(TimeSpan.FromSeconds(pause));
            time.Advance(TimeSpan.FromSeconds(pause));
        }

        Assert.Equal(2, (await reading).Count);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_a_lost_connection()
    {
        Uri url;
        await using (var gone = await ScriptedStream.SendingAsync(""))
            url = gone.Url;

        var failure = await Assert.ThrowsAsync<FinStreamException>(
            async () => await FinStream.SubscribeAsync<SampleEvent>(url, Reading.AtOnce()).GetAsyncEnumerator().MoveNextAsync());

        Assert.Equal(FinStreamFailure.ConnectionLost, failure.Reason);
        Assert.IsType<HttpRequestException>(failure.InnerException);
    }
}
