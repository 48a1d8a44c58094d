using Intercom.Runtime.Tests.Fin;
using Intercom.Runtime.Tests.Observability;
using Intercom.Testing;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Http;

/// <summary>An address that a server names leads where an address of the web can lead, and nowhere else.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://x.example/file")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("gopher://x.example/")]
    [InlineData("unix:/var/run/socket")]
    public async Task A_location_of_another_scheme_is_refused(string address)
    {
        var server = new Script(Answer(302, "", ("Location", address)));
        var failure = await Assert.ThrowsAsync<IntercomUnreadableResponseException>(() => server.Connect().SendLocationAsync(new ApiRequest("GET /calls/{id}/recording", "1"), null, default));
        Assert.Contains("none of http or https", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(address, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/recordings/1", "https://api.intercom.io/recordings/1")]
    [InlineData("//cdn.example/1", "https://cdn.example/1")]
    [InlineData("HTTPS://cdn.example/1", "https://cdn.example/1")]
    public async Task A_location_of_the_web_is_made_absolute(string address, string expected)
    {
        var server = new Script(Answer(302, "", ("Location", address)));
        Assert.Equal(expected, (await server.Connect().SendLocationAsync(new ApiRequest("GET /calls/{id}/recording", "1"), null, default)).AbsoluteUri);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/event-stream?accessToken=x")]
    [InlineData("https://localhost/event-stream?accessToken=x")]
    [InlineData("http://[::1]:1/event-stream?accessToken=x")]
    public async Task An_event_stream_on_this_machine_is_refused_where_the_server_is_elsewhere(string address)
    {
        var server = new Script(Answer(200, $$"""{"sse_subscription_url":"{{address}}"}"""));
        var connection = server.Connect();
        var failure = await Assert.ThrowsAsync<FinStreamException>(async () =>
        {
            await foreach (var _ in FinStream.StreamAsync<Started, SampleEvent>(
                connection,
                token => connection.SendAsync<Started>(new ApiRequest("POST /fin/start"), null, token),
                static started => started.Url))
            {
            }
        });
        Assert.Contains("this machine", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("accessToken", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_stream_on_this_machine_is_read_where_the_server_is_on_it_too()
    {
        await using var intercom = await FakeIntercom.StartAsync();
        var script = intercom.FinStream("c").Replied("<p>Hello</p>").Status("complete");
        intercom.On("POST /fin/start").Streams(script);
        var connection = new IntercomConnection(intercom.Options, "2.14");
        var question = System.Text.Json.JsonDocument.Parse("""{"conversation_id":"c","user":{"id":"u"}}""").RootElement;
        var count = 0;
        await foreach (var _ in FinStream.StreamAsync<Started, SampleEvent>(
            connection,
            token => connection.SendAsync<Started>(new ApiRequest("POST /fin/start").RawBody(question), null, token),
            static started => started.Url))
            count++;
        Assert.True(count > 0);
    }
}
