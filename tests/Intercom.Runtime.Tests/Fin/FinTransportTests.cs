using System.IO.Compression;
using System.Text;
using Intercom.Json;
using Xunit;

namespace Intercom.Runtime.Tests.Fin;

/// <summary>What the transport does that is not Fin's doing.</summary>
public class FinTransportTests
{
    [Theory]
    [InlineData("resolved")]
    [InlineData("escalated")]
    public async Task An_end_that_was_told_is_an_end_when_the_token_is_then_revoked(string status)
    {
        await using var server = await ScriptedStream.SendingAsync(
            Sent.Event(Sent.Replied("m1")),
            Sent.Event(Sent.Status(status)),
            Sent.Error(40141));

        Assert.Equal(["fin_replied", "fin_status_updated"], (await server.AllAsync()).Names());
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("resolved", 40142, FinStreamFailure.TokenExpired)]
    [InlineData("unheard_of", 40141, FinStreamFailure.TokenRevoked)]
    public async Task Another_failure_or_status_is_no_end(string status, int code, FinStreamFailure reason)
    {
        await using var server = await ScriptedStream.SendingAsync(Sent.Event(Sent.Status(status)), Sent.Error(code));

        Assert.Equal(reason, (await server.FailureAsync()).Failure.Reason);
    }

    [Fact]
    public async Task A_token_that_was_revoked_before_a_reconnect_is_an_end_as_well()
    {
        await using var server = await ScriptedStream.StartAsync(
            static connection => connection.SendAsync(Sent.Event(Sent.Status("resolved"))),
            static connection => connection.RefuseAsync(401, """{"error":{"message":"Token revoked","code":40141,"statusCode":401}}"""));

        Assert.Equal(["fin_status_updated"], (await server.AllAsync()).Names());
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("""{"action":"enter","clientId":"x","presence":[]}""")]
    [InlineData("""{"id":"p1","name":"presence","data":{"action":"update"}}""")]
    [InlineData("""{"event_name":""}""")]
    [InlineData("""{"event_name":null}""")]
    [InlineData("{}")]
    public async Task An_object_without_the_name_of_an_event_is_none(string json)
    {
        var skipped = new List<FinSkippedEvent>();
        await using var server = await ScriptedStream.SendingAsync(Sent.Event(json, "1"), Sent.Event(Sent.YourTurn, "2"));

        Assert.Equal(["fin_status_updated"], (await server.AllAsync(Reading.AtOnce(skipped.Add))).Names());
        Assert.Equal(FinSkipReason.NotAnEvent, Assert.Single(skipped).Reason);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("GZIP")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("gzip, br")]
    [InlineData("identity")]
    public async Task A_stream_in_an_encoding_that_nobody_asked_for_is_read(string encoding)
    {
        var text = Encoding.UTF8.GetBytes(
            Sent.Event(Sent.Chunk(0, "a"), "1") + Sent.Event(Sent.Replied("m1"), "2") + Sent.Event(Sent.YourTurn, "3"));
        await using var server = await ScriptedStream.StartAsync(connection => connection.SendAsync(Encoded(text, encoding), encoding));

        Assert.Equal(["fin_reply_chunk", "fin_replied", "fin_status_updated"], (await server.AllAsync()).Names());
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_compressed_refusal_is_read(string encoding)
    {
        var text = Encoding.UTF8.GetBytes("""{"error":{"message":"Token expired","code":40142,"statusCode":401}}""");
        await using var server = await ScriptedStream.StartAsync(
            connection => connection.SendAsync(Encoded(text, encoding), encoding, 401, "application/json"));

        Assert.Equal(FinStreamFailure.TokenExpired, (await server.FailureAsync()).Failure.Reason);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task What_is_corrupt_is_a_connection_that_broke(string encoding)
    {
        await using var server = await ScriptedStream.StartAsync(
            connection => connection.SendAsync(Enumerable.Repeat((byte)0xA5, 500).ToArray(), encoding),
            connection => connection.SendAsync(Sent.Event(Sent.YourTurn)));

        Assert.Single(await server.AllAsync());
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_compressed_event_is_bounded_by_what_it_becomes()
    {
        var options = Reading.AtOnce();
        options.MaxEventBytes = 1_000_000;
        var bomb = Encoded(Encoding.ASCII.GetBytes("data: " + new string('x', 20_000_000)), "gzip");
        await using var server = await ScriptedStream.StartAsync(connection => connection.SendAsync(bomb, "gzip"));

        Assert.Equal(FinStreamFailure.EventTooLarge, (await server.FailureAsync(options)).Failure.Reason);
    }

    [Fact]
    public async Task An_encoding_that_cannot_be_read_is_a_failure_that_names_it()
    {
        await using var server = await ScriptedStream.StartAsync(connection => connection.SendAsync(new byte[10], "zstd"));

        var failure = (await server.FailureAsync()).Failure;
        Assert.Equal(FinStreamFailure.NotAnEventStream, failure.Reason);
        Assert.Contains("zstd", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_is_not_as_declared_is_told_once_for_all_streams_of_a_listener()
    {
        var told = new List<JsonDeviation>();
        Action<JsonDeviation> listener = told.Add;
        var reply = """{"event_name":"fin_replied","id":7,"message":{"id":"m1"}}""";
        await using var server = await ScriptedStream.SendingAsync(Sent.Event(reply), Sent.Event(Sent.YourTurn));
        for (var i = 0; i < 2; i++)
            await foreach (var next in FinStream.SubscribeAsync<Json.Person>(server.Url, new FinStreamOptions { OnDeviation = listener }))
                Assert.NotEmpty(next.Name);
        Assert.Single(told, static deviation => deviation == new JsonDeviation("fin_replied", "$.id", "string", "number"));
    }

    [Theory]
    [InlineData("https://api.intercom.io", "http://127.0.0.1:9/event-stream?accessToken=eyJsecret")]
    [InlineData("https://api.intercom.io", "https://localhost/event-stream?accessToken=eyJsecret")]
    [InlineData("https://api.intercom.io", "https://[::1]/event-stream?accessToken=eyJsecret")]
    [InlineData("https://api.intercom.io", "file:///event-stream?accessToken=eyJsecret")]
    [InlineData("http://127.0.0.1:9", "http://realtime.example.com/event-stream?accessToken=eyJsecret")]
    public async Task A_reply_cannot_lead_to_this_machine_or_into_the_clear(string server, string url)
    {
        var connection = new IntercomConnection(
            new IntercomClientOptions { AccessToken = "token", BaseAddress = new Uri(server) },
            "Preview");
        var events = FinStream.StreamAsync<string, SampleEvent>(connection, _ => Task.FromResult(url), static reply => reply);

        var failure = await Assert.ThrowsAsync<FinStreamException>(async () => await events.GetAsyncEnumerator().MoveNextAsync());

        Assert.DoesNotContain("eyJsecret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_of_this_machine_can_lead_to_this_machine()
    {
        await using var server = await ScriptedStream.SendingAsync(Sent.Event(Sent.YourTurn));
        var connection = new IntercomConnection(
            new IntercomClientOptions { AccessToken = "token", BaseAddress = new Uri("http://127.0.0.1:9") },
            "Preview");
        var events = new List<string>();
        await foreach (var next in FinStream.StreamAsync<string, SampleEvent>(
            connection,
            _ => Task.FromResult(server.Url.AbsoluteUri),
            static reply => reply))
            events.Add(next.Name);

        Assert.Equal(["fin_status_updated"], events);
    }

    private static byte[] Encoded(byte[] text, string encodings)
    {
        foreach (var encoding in encodings.Split(", "))
        {
            using var to = new MemoryStream();
            using (Stream? compressing = encoding.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true),
                "deflate" => new ZLibStream(to, CompressionLevel.Fastest, leaveOpen: true),
                "br" => new BrotliStream(to, CompressionLevel.Fastest, leaveOpen: true),
                _ => null,
            })
                compressing?.Write(text);
            text = encoding == "identity" ? text : to.ToArray();
        }

        return text;
    }
}
