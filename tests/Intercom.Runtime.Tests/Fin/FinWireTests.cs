using System.Diagnostics;
using System.Text;
using Xunit;

namespace Intercom.Runtime.Tests.Fin;

public class FinWireTests
{
    private static readonly string[] Whole = ["fin_reply_chunk", "fin_reply_chunk", "fin_replied", "fin_status_updated"];

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public async Task Every_line_ending_is_read(string newLine)
    {
        await using var server = await ScriptedStream.SendingAsync(Answer(newLine));

        Assert.Equal(Whole, (await server.AllAsync()).Names());
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public async Task An_event_is_passed_on_when_its_last_line_ends_and_not_when_the_next_begins(string newLine)
    {
        var seen = new SemaphoreSlim(0);
        await using var server = await ScriptedStream.StartAsync(async connection =>
        {
            await connection.SendAsync(Sent.Event(Sent.Chunk(0, "a"), "1", newLine));
            await seen.WaitAsync();
            await connection.SendAsync(Sent.Event(Sent.YourTurn, "2", newLine));
            await connection.StayAsync();
        });

        async Task<int> ReadAsync()
        {
            var count = 0;
            await foreach (var next in FinStream.SubscribeAsync<SampleEvent>(server.Url))
            {
                count++;
                seen.Release();
            }

            return count;
        }

        Assert.Equal(2, await ReadAsync().WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public async Task A_stream_that_comes_byte_by_byte_is_read(string newLine)
    {
        await using var server = await ScriptedStream.StartAsync(async connection =>
        {
            foreach (var single in Sent.Bytes(Answer(newLine)))
                await connection.SendAsync(new[] { single });
        });

        var events = await server.AllAsync();

        Assert.Equal(Whole, events.Names());
        Assert.Equal("Grüße 😀", events[1].TextSoFar);
    }

    [Fact]
    public async Task What_is_sent_tells_the_server_that_an_event_stream_is_wanted_and_nothing_of_the_API()
    {
        using var activity = new Activity("asking").Start();
        await using var server = await ScriptedStream.SendingAsync(Sent.Event(Sent.YourTurn));

        await server.AllAsync();

        var request = Assert.Single(server.Requests);
        Assert.Equal("text/event-stream", request.Accept);
        Assert.False(request.ContainsKey("Authorization"));
        Assert.False(request.ContainsKey("Intercom-Version"));
        Assert.False(request.ContainsKey("Last-Event-ID"));
        Assert.False(request.ContainsKey("traceparent"));
    }

    [Fact]
    public void A_client_that_sends_the_APIs_token_is_not_taken()
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "secret");

        Assert.Throws<ArgumentException>(
            () => FinStream.SubscribeAsync<SampleEvent>(new Uri("https://127.0.0.1/"), new FinStreamOptions { HttpClient = client }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_event_is_taken_out_of_its_envelope(bool isText)
    {
        var inner = isText ? Sent.Quoted(Sent.YourTurn) : Sent.YourTurn;
        var envelope = $$"""{"id":"m1","name":"x","timestamp":1,"encoding":"json","channel":"fin_agent_api:app:c","data":{{inner}}}""";
        await using var server = await ScriptedStream.SendingAsync(Sent.Event(envelope, "cbf:1-0", type: "message"));

        var only = Assert.Single(await server.AllAsync());

        Assert.Equal("fin_status_updated", only.Name);
        Assert.Equal("cbf:1-0", only.Id);
        Assert.Equal("awaiting_user_reply", only.Event["status"]);
        Assert.Equal("awaiting_user_reply", only.Raw.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Lines_of_JSON_are_read_where_the_server_sends_those()
    {
        await using var server = await ScriptedStream.StartAsync(async connection =>
        {
            await connection.OpenAsync("application/json");
            await connection.SendAsync($$"""{"id":"1","event":"message","data":{{Sent.Quoted(Sent.Chunk(0, "a"))}}}""" + "\n\n");
            await connection.SendAsync($$"""{"id":"2","event":"message","data":{{Sent.YourTurn}}}""" + "\n");
            await connection.StayAsync();
        });

        var events = await server.AllAsync();

        Assert.Equal(["fin_reply_chunk", "fin_status_updated"], events.Names());
        Assert.Equal(["1", "2"], events.Select(static e => e.Id));
    }

    [Fact]
    public async Task Comments_and_blank_events_are_passed_over()
    {
        var comments = string.Concat(Enumerable.Repeat(":keepalive\n\n:\ndata:\n\nevent: heartbeat\ndata:  \n\n", 20_000));
        await using var server = await ScriptedStream.SendingAsync(
            comments,
            Answer("\n").Replace("\n\n", "\n\n" + ":x\n:y\n\n", StringComparison.Ordinal));

        Assert.Equal(Whole, (await server.AllAsync()).Names());
    }

    [Fact]
    public async Task An_event_of_ten_megabytes_is_read()
    {
        var text = new string('x', 10 * 1024 * 1024);
        await using var server = await ScriptedStream.SendingAsync(Sent.Event(Sent.Chunk(0, text)), Sent.Event(Sent.YourTurn));

        var events = await server.AllAsync();

        Assert.Equal(text, events[0].TextSoFar);
        Assert.Equal(2, events.Count);
    }

    [Theory]
    [InlineData("data: ", "\n")]
    [InlineData("data: ", "\r")]
    [InlineData("data: ", "\r\n")]
    [InlineData("data: ", "")]
    [InlineData(":", "")]
    public async Task An_event_without_end_is_given_up_before_it_fills_the_memory(string start, string newLine)
    {
        var options = Reading.AtOnce();
        options.MaxEventBytes = 100_000;
        await using var server = await ScriptedStream.StartAsync(async connection =>
        {
            await connection.SendAsync(Sent.Event(Sent.Chunk(0, new string('x', 90_000))));
            await connection.SendAsync(start);
            for (var i = 0; i < 20; i++)
                await connection.SendAsync(new string('x', 10_000) + newLine + (newLine.Length > 0 ? start : ""));
            await connection.StayAsync();
        });

        var (names, failure) = await server.FailureAsync(options);

        Assert.Equal(FinStreamFailure.EventTooLarge, failure.Reason);
        Assert.Equal(["fin_reply_chunk"], names);
    }

    [Fact]
    public async Task Comments_do_not_count_as_part_of_an_event()
    {
        var options = Reading.AtOnce();
        options.MaxEventBytes = 1000;
        await using var server = await ScriptedStream.SendingAsync(
            string.Concat(Enumerable.Repeat(":comment\n", 1000)),
            Sent.Event(Sent.YourTurn));

        Assert.Single(await server.AllAsync(options));
    }

    [Fact]
    public async Task An_event_that_is_no_JSON_object_is_skipped_and_reported()
    {
        var skipped = new List<FinSkippedEvent>();
        await using var server = await ScriptedStream.SendingAsync(
            Sent.Event("{\"event_name\":", "1"),
            Sent.Event("[1]"),
            Sent.Event("{} {}"),
            Sent.Event(Sent.YourTurn, "2"));

        Assert.Equal(["fin_status_updated"], (await server.AllAsync(Reading.AtOnce(skipped.Add))).Names());

        Assert.All(skipped, static s => Assert.Equal(FinSkipReason.Unreadable, s.Reason));
        Assert.Equal(["{\"event_name\":", "[1]", "{} {}"], skipped.Select(static s => s.Text));
        Assert.Equal("1", skipped[0].Id);
    }

    [Fact]
    public async Task An_event_of_an_unknown_name_is_passed_on()
    {
        await using var server = await ScriptedStream.SendingAsync(Sent.Event("""{"event_name":"fin_thought","n":1}"""), Sent.Event(Sent.YourTurn));

        var events = await server.AllAsync();

        Assert.Equal(["fin_thought", "fin_status_updated"], events.Names());
        Assert.Equal(["1", null], events.Select(static e => e.Event["n"]));
    }

    [Theory]
    [InlineData("""{"event_name":"x","text":"a\ud83d"}""", "a\ufffd")]
    [InlineData("""{"event_name":"x","text":"\ude00b\\ud83d"}""", "\ufffdb\\ud83d")]
    [InlineData("""{"event_name":"x","text":"\ud83d\ud83d\ude00"}""", "\ufffd\U0001F600")]
    public async Task A_text_that_was_cut_inside_a_character_is_repaired(string json, string text)
    {
        await using var server = await ScriptedStream.SendingAsync(Sent.Event(json), Sent.Event($$"""{"data":{{Sent.Quoted(json)}}}"""), Sent.Event(Sent.YourTurn));

        var events = await server.AllAsync();

        Assert.Equal([text, text], events.Take(2).Select(static e => e.Event["text"]));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_replaced()
    {
        await using var server = await ScriptedStream.StartAsync(async connection =>
        {
            await connection.SendAsync((byte[])[.. "data: {\"event_name\":\"x\",\"text\":\"a"u8, 0xF0, 0x9F, .. "\"}\n\n"u8]);
            await connection.SendAsync(Sent.Event(Sent.YourTurn));
        });

        Assert.Equal("a\ufffd", (await server.AllAsync())[0].Event["text"]);
    }

    private static string Answer(string newLine) => new StringBuilder()
        .Append(":keepalive").Append(newLine).Append(newLine)
        .Append(Sent.Event(Sent.Chunk(0, "Grüße"), "1", newLine, "message"))
        .Append(Sent.Event(Sent.Chunk(1, "Grüße 😀").Replace("\\uD83D\\uDE00", "😀", StringComparison.Ordinal), "2", newLine, "message"))
        .Append(Sent.Event(Sent.Replied("m1"), "3", newLine))
        .Append(Sent.Event(Sent.YourTurn, "4", newLine))
        .ToString();
}
