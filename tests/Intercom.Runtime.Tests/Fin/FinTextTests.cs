using Xunit;

namespace Intercom.Runtime.Tests.Fin;

public class FinTextTests
{
    [Fact]
    public async Task A_chunk_tells_the_text_so_far_and_what_is_new()
    {
        await using var server = await ScriptedStream.SendingAsync(
            Sent.Event(Sent.Chunk(0, "Hel")), Sent.Event(Sent.Chunk(
                1,
                "Hello")), Sent.Event(Sent.Chunk(2, "Hello")), Sent.Event(Sent.Chunk(3, "Hi there")), Sent.Event(Sent.YourTurn));

        var events = await server.AllAsync();

        Assert.Equal(["Hel", "Hello", "Hello", "Hi there", null], events.Select(static e => e.TextSoFar));
        Assert.Equal(["Hel", "lo", "", "Hi there", null], events.Select(static e => e.TextDelta));
        Assert.Equal([false, false, false, true, false], events.Select(static e => e.IsRewritten));
    }

    [Fact]
    public async Task Replies_that_are_written_at_the_same_time_keep_their_texts_apart()
    {
        await using var server = await ScriptedStream.SendingAsync(
            Sent.Event(Sent.Chunk(0, "a", "one")), Sent.Event(Sent.Chunk(
                0,
                "x",
                "two")), Sent.Event(Sent.Chunk(1, "ab", "one")), Sent.Event(Sent.Chunk(1, "xy", "two")), Sent.Event(Sent.YourTurn));

        Assert.Equal(["a", "x", "b", "y", null], (await server.AllAsync()).Select(static e => e.TextDelta));
    }

    [Fact]
    public async Task A_second_reply_is_read_where_the_server_names_no_stream()
    {
        static string Chunk(int index, string text) => $$"""{"event_name":"fin_reply_chunk","chunk_index":{{index}},"chunk_text":"{{text}}","created_at_ms":"{{text}}"}""";
        var first = new[] { Sent.Event(Chunk(0, "a")), Sent.Event(Chunk(1, "ab")), Sent.Event(Sent.Replied("m1", stream: null)) };
        await using var server = await ScriptedStream.SendingAsync(
            [.. first, Sent.Event(Chunk(2, "abc")), .. first, Sent.Event(
                Chunk(0, "x")), Sent.Event(Chunk(1, "xy")), Sent.Event(Sent.Replied("m2", stream: null)), Sent.Event(Sent.YourTurn)]);

        Assert.Equal(["a", "b", null, "x", "y", null, null], (await server.AllAsync()).Select(static e => e.TextDelta));
    }

    [Fact]
    public async Task A_chunk_that_comes_after_the_whole_reply_or_after_a_later_chunk_is_left_out()
    {
        var skipped = new List<FinSkipReason>();
        await using var server = await ScriptedStream.SendingAsync(
            Sent.Event(Sent.Chunk(1, "ab")), Sent.Event(Sent.Chunk(0, "a")), Sent.Event(
                Sent.Chunk(1, "ab")), Sent.Event(Sent.Replied("m1")), Sent.Event(Sent.Chunk(2, "abc")), Sent.Event(Sent.YourTurn));

        Assert.Equal(
            ["fin_reply_chunk", "fin_replied", "fin_status_updated"],
            (await server.AllAsync(Reading.AtOnce(s => skipped.Add(s.Reason)))).Names());
        Assert.Equal([FinSkipReason.Late, FinSkipReason.Repeated, FinSkipReason.Late], skipped);
    }

    [Fact]
    public async Task The_end_of_the_question_before_is_left_out_where_a_time_is_given()
    {
        var options = Reading.AtOnce();
        options.Since = new DateTimeOffset(2026, 1, 2, 3, 4, 0, TimeSpan.Zero);
        await using var server = await ScriptedStream.SendingAsync(
            Sent.Event(Sent.Status("complete", "2026-01-02T03:03:59.999Z")), Sent.Event(
                Sent.Status("complete", "1767322980000")), Sent.Event(Sent.Replied("m1")), Sent.Event(Sent.Status("complete")));

        Assert.Equal(["fin_replied", "fin_status_updated"], (await server.AllAsync(options)).Names());
    }
}
