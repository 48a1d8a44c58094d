using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Xunit;

namespace Intercom.Testing.Tests;

public sealed class FinScriptTests
{
    [Theory, BothFakes]
    public async Task Events_come_in_the_envelope_of_the_realtime_service(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        var script = intercom.FinStream("conv-1").Chunks("He", "Hello").Replied("<p>Hello</p>").Status("complete", "done").CsatRequested();

        var events = await ReadAllAsync(intercom, intercom.FinStartUrl(script));

        Assert.All(events, e => Assert.Equal("json", JsonDocument.Parse(e.Data).RootElement.GetProperty("encoding").GetString()));
        var payloads = events.ConvertAll(Payload);
        Assert.Equal(
            ["fin_reply_chunk", "fin_reply_chunk", "fin_replied", "fin_status_updated", "csat_requested"],
            payloads.Select(p => Text(p, "event_name")));
        Assert.All(payloads, p => Assert.Equal("conv-1", Text(p, "conversation_id")));
        Assert.Equal(["He", "Hello"], payloads.Take(2).Select(p => Text(p, "chunk_text")));
        Assert.Equal([0, 1], payloads.Take(2).Select(p => p.GetProperty("chunk_index").GetInt32()));
        Assert.Equal(Text(payloads[0], "stream_id"), Text(payloads[2], "stream_id"));
        Assert.Equal("done", Text(payloads[3], "reason"));
        Assert.Equal(5, payloads[4].GetProperty("csat").GetProperty("options").GetArrayLength());
    }

    [Theory, BothFakes]
    public async Task A_second_reply_counts_its_chunks_anew_under_another_stream_id(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        var script = intercom.FinStream("conv-1").Chunks("One").Replied("<p>One</p>").Chunks("Two");

        var payloads = (await ReadAllAsync(intercom, intercom.FinStartUrl(script))).ConvertAll(Payload);

        Assert.NotEqual(Text(payloads[0], "stream_id"), Text(payloads[2], "stream_id"));
        Assert.Equal(0, payloads[2].GetProperty("chunk_index").GetInt32());
    }

    [Theory, BothFakes]
    public async Task A_direct_payload_has_no_envelope_and_a_repeated_event_the_same_id(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        var script = intercom.FinStream("conv-1").Direct().Event("""{"event_name":"new"}""").Again();

        var events = await ReadAllAsync(intercom, intercom.FinReplyUrl(script));

        Assert.Equal(["""{"event_name":"new"}""", """{"event_name":"new"}"""], events.Select(e => e.Data));
        Assert.NotNull(events[0].EventId);
        Assert.Equal(events[0].EventId, events[1].EventId);
    }

    [Theory, BothFakes]
    public async Task Comments_and_garbage_are_sent_as_they_are(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        var script = intercom.FinStream("conv-1").Comment().Garbage([0xC3, 0x28, (byte)'\n']);

        using var response = await OpenAsync(intercom, intercom.FinReplyUrl(script));

        Assert.Equal([.. ":keepalive\n\n"u8, 0xC3, 0x28, (byte)'\n'], await response.Content.ReadAsByteArrayAsync());
    }

    [Theory, BothFakes]
    public async Task The_stream_goes_on_when_the_gate_opens(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        var gate = new TaskCompletionSource();
        var script = intercom.FinStream("conv-1").Chunks("He").Until(gate.Task).Chunks("Hello");
        using var response = await OpenAsync(intercom, intercom.FinReplyUrl(script));
        await using var events = SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator();

        Assert.True(await events.MoveNextAsync());
        var next = events.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        gate.SetResult();

        Assert.True(await next);
        Assert.Equal("Hello", Text(Payload(events.Current), "chunk_text"));
    }

    [Theory, BothFakes]
    public async Task The_stream_goes_on_when_a_time_is_over(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        var clock = new Intercom.Runtime.Tests.Fin.ManualTime();
        var script = intercom.FinStream("conv-1").Chunks("He").Delay(TimeSpan.FromSeconds(20), clock).Chunks("Hello");
        using var response = await OpenAsync(intercom, intercom.FinReplyUrl(script));
        await using var events = SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator();

        Assert.True(await events.MoveNextAsync());
        var next = events.MoveNextAsync().AsTask();
        await clock.TimerDueInAsync(TimeSpan.FromSeconds(20));
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(20));

        Assert.True(await next);
        Assert.Equal("Hello", Text(Payload(events.Current), "chunk_text"));
    }

    [Theory, BothFakes]
    public async Task A_dropped_stream_goes_on_after_the_last_event_that_was_read(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        var script = intercom.FinStream("conv-1").Chunks("a", "ab").Drop().Chunks("abc");
        var url = intercom.FinReplyUrl(script);

        var seen = new List<SseItem<string>>();
        await Assert.ThrowsAnyAsync<IOException>(() => ReadAsync(intercom, url, seen));
        Assert.Equal(["a", "ab"], seen.Select(Chunk));

        Assert.Equal(["ab", "abc"], (await ReadAllAsync(intercom, url, seen[0].EventId)).Select(Chunk));
        Assert.Equal(2, script.Connections);
        Assert.Equal(seen[0].EventId, intercom.Calls[1].Headers["Last-Event-ID"]);
    }

    [Theory, BothFakes]
    public async Task Without_a_last_event_only_rewind_repeats_what_was_sent(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        var script = intercom.FinStream("conv-1").Chunks("a").End().Chunks("ab").End().Chunks("abc");

        Assert.Equal(["a"], (await ReadAllAsync(intercom, intercom.FinReplyUrl(script))).Select(Chunk));
        Assert.Equal(["ab"], (await ReadAllAsync(intercom, intercom.FinReplyUrl(script))).Select(Chunk));
        Assert.Equal(["a", "ab", "abc"], (await ReadAllAsync(intercom, intercom.FinStartUrl(script))).Select(Chunk));
    }

    [Theory, BothFakes]
    public async Task A_client_that_leaves_at_a_gate_lets_the_next_one_in(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        var gate = new TaskCompletionSource();
        var script = intercom.FinStream("conv-1").Chunks("a").Until(gate.Task).Chunks("ab");
        using (var response = await OpenAsync(intercom, intercom.FinReplyUrl(script)))
        {
            await using var events = SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator();
            Assert.True(await events.MoveNextAsync());
        }

        using var second = await OpenAsync(intercom, intercom.FinReplyUrl(script));
        gate.SetResult();
        await using var rest = SseParser.Create(await second.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator();

        Assert.True(await rest.MoveNextAsync());
        Assert.Equal("ab", Chunk(rest.Current));
    }

    [Theory, BothFakes]
    public async Task An_expired_token_is_announced_and_then_refused(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        var script = intercom.FinStream("conv-1").Chunks("a").TokenExpired();

        var events = await ReadAllAsync(intercom, intercom.FinReplyUrl(script));
        Assert.Equal(["message", "error"], events.Select(e => e.EventType));
        Assert.Equal(40142, JsonDocument.Parse(events[1].Data).RootElement.GetProperty("code").GetInt32());

        using var refused = await OpenAsync(intercom, intercom.FinReplyUrl(script));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("40142", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, BothFakes]
    public async Task Who_does_not_ask_for_an_event_stream_gets_lines_of_JSON(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        var script = intercom.FinStream("conv-1").Direct().Event("""{"event_name":"new"}""");

        var line = JsonDocument.Parse(await intercom.HttpClient.GetStringAsync(intercom.FinReplyUrl(script))).RootElement;

        Assert.Equal("""{"event_name":"new"}""", line.GetProperty("data").GetString());
    }

    [Theory, BothFakes]
    public async Task The_token_of_the_address_is_not_recorded(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        var script = intercom.FinStream("conv-1");

        await ReadAllAsync(intercom, intercom.FinStartUrl(script));

        var call = intercom.Calls.Single("GET /event-stream");
        Assert.False(call.HasToken);
        Assert.Equal("fin_agent_api:fake-app:conv-1", call.Query["channels"]);
        Assert.Equal("2m", call.Query["rewind"]);
        Assert.Equal("(left out)", call.Query["accessToken"]);
    }

    [Theory, BothFakes]
    public async Task An_unknown_address_is_refused(Fake fake)
    {
        await using var intercom = await fake.StartAsync();

        using var response = await OpenAsync(intercom, new Uri(intercom.BaseAddress, "event-stream?channels=x&accessToken=y"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory, BothFakes]
    public async Task A_question_to_Fin_is_answered_with_the_address_of_its_stream(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        var script = intercom.FinStream("conv-1").Chunks("Hello");
        intercom.On("POST /fin/start").Streams(script);
        intercom.On("POST /fin/reply").Streams(script);
        var question = JsonDocument.Parse("""{"conversation_id":"conv-1","user":{"id":"u-1"}}""").RootElement;

        var started = await intercom.Connect().SendElementAsync(new ApiRequest("POST /fin/start").RawBody(question), null, default);
        var replied = await intercom.Connect().SendElementAsync(new ApiRequest("POST /fin/reply").RawBody(question), null, default);

        Assert.Equal(("conv-1", "u-1", "thinking"), (Text(started, "conversation_id"), Text(started, "user_id"), Text(started, "status")));
        Assert.EndsWith("&rewind=2m", Text(started, "sse_subscription_url"), StringComparison.Ordinal);
        Assert.DoesNotContain("rewind", Text(replied, "sse_subscription_url"), StringComparison.Ordinal);
        Assert.Equal(["Hello"], (await ReadAllAsync(intercom, new Uri(Text(replied, "sse_subscription_url")!))).Select(Chunk));
    }

    [Theory, BothFakes]
    public async Task A_stream_with_all_its_faults_is_read_to_its_end_by_the_runtime(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        var script = intercom.FinStream("conv-1").Chunks("He").Drop().Again().Comment().Garbage("data: no JSON\n\n"u8.ToArray()).End()
            .Direct().Chunks("Hello").Garbage("data: {\"event_name\":\"fin_repl"u8.ToArray()).Drop()
            .Replied("<p>Hello</p>").Status("complete").Hangs();

        var names = new List<string>();
        var events = Intercom.FinStream.SubscribeAsync<Intercom.Runtime.Tests.Fin.SampleEvent>(
            intercom.FinStartUrl(script), intercom.StreamOptions);
        await foreach (var next in events)
            names.Add($"{next.Name} {next.TextSoFar}");

        Assert.Equal(["fin_reply_chunk He", "fin_reply_chunk Hello", "fin_replied ", "fin_status_updated "], names);
        Assert.Equal(4, script.Connections);
    }

    [Theory, BothFakes]
    public async Task A_stream_that_hangs_ends_when_the_fake_stops(Fake fake)
    {
        var intercom = await fake.StartAsync();
        var script = intercom.FinStream("conv-1").Comment().Hangs();
        using var client = fake == Fake.OverSockets ? new HttpClient() : null;
        using var request = Asking(intercom.FinReplyUrl(script));
        using var response = await (client ?? intercom.HttpClient).SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var body = response.Content.ReadAsByteArrayAsync();

        await intercom.DisposeAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => body);
    }

    [Fact]
    public async Task A_fake_stops_whatever_calls_come_meanwhile()
    {
        for (var i = 0; i < 300; i++)
        {
            var intercom = await FakeIntercom.StartAsync();
            var address = new Uri(intercom.BaseAddress, "event-stream?channels=x");
            var calls = Enumerable.Range(0, 4).Select(_ => OpenAsync(intercom, address)).ToList();
            if (i % 2 == 0)
                await calls[0];
            await intercom.DisposeAsync();
            foreach (var call in calls)
                Assert.True(await Task.WhenAny(call, Task.Delay(TimeSpan.FromSeconds(30))) == call, "The call does not end.");
        }
    }

    private static HttpRequestMessage Asking(Uri url) =>
        new(HttpMethod.Get, url) { Headers = { { "Accept", "text/event-stream" } } };

    private static async Task<HttpResponseMessage> OpenAsync(FakeIntercom intercom, Uri url, string? lastEventId = null)
    {
        using var request = Asking(url);
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        return await intercom.HttpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<List<SseItem<string>>> ReadAllAsync(FakeIntercom intercom, Uri url, string? lastEventId = null)
    {
        var items = new List<SseItem<string>>();
        await ReadAsync(intercom, url, items, lastEventId);
        return items;
    }

    private static async Task ReadAsync(FakeIntercom intercom, Uri url, List<SseItem<string>> items, string? lastEventId = null)
    {
        using var response = await OpenAsync(intercom, url, lastEventId);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
            items.Add(item);
    }

    private static JsonElement Payload(SseItem<string> item) =>
        JsonDocument.Parse(Text(JsonDocument.Parse(item.Data).RootElement, "data")!).RootElement;

    private static string? Chunk(SseItem<string> item) => Text(Payload(item), "chunk_text");

    private static string? Text(JsonElement payload, string name) => payload.GetProperty(name).GetString();
}
