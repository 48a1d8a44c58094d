using Xunit;

namespace Intercom.Runtime.Tests.Fin;

public class FinSecretTests
{
    [Theory]
    [InlineData("http://realtime.example.com/event-stream?accessToken=eyJsecret")]
    [InlineData("ftp://127.0.0.1/event-stream?accessToken=eyJsecret")]
    [InlineData("/event-stream?accessToken=eyJsecret")]
    public void A_token_is_not_sent_in_the_clear(string url)
    {
        var failure = Assert.Throws<ArgumentException>(
            () => FinStream.SubscribeAsync<SampleEvent>(new Uri(url, UriKind.RelativeOrAbsolute)));

        Assert.DoesNotContain("eyJsecret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_failure_shows_the_token()
    {
        await using var server = await ScriptedStream.StartAsync(
            connection => connection.SendAsync(Sent.Error(40142, $"Token {ScriptedStream.Token} expired")));

        var (_, failure) = await server.FailureAsync();

        Assert.Contains("Token *** expired", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(ScriptedStream.Token, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_failure_of_a_handed_over_client_shows_the_token()
    {
        using var client = new HttpClient(new Leak());
        var options = Reading.AtOnce();
        options.HttpClient = client;
        var url = new Uri($"https://realtime.example.com/event-stream?accessToken={ScriptedStream.Token}");

        var failure = await Assert.ThrowsAsync<FinStreamException>(
            async () => await FinStream.SubscribeAsync<SampleEvent>(url, options).GetAsyncEnumerator().MoveNextAsync());

        Assert.Null(failure.InnerException);
        Assert.DoesNotContain(ScriptedStream.Token, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_follows_redirects_is_found_out()
    {
        using var client = new HttpClient();
        var options = Reading.AtOnce();
        options.HttpClient = client;
        await using var server = await ScriptedStream.StartAsync(
            static connection => connection.RefuseAsync(302, location: "/elsewhere"),
            static connection => connection.SendAsync(Sent.Event(Sent.YourTurn)));

        var (names, failure) = await server.FailureAsync(options);

        Assert.Empty(names);
        Assert.Equal(FinStreamFailure.NotAnEventStream, failure.Reason);
    }

    [Fact]
    public void The_subscription_prints_its_server_only() =>
        Assert.Equal(
            "https://realtime.example.com",
            new FinSubscription(new Uri("https://realtime.example.com/event-stream?accessToken=eyJsecret")).ToString());

    [Fact]
    public async Task An_event_prints_its_name_and_id()
    {
        await using var server = await ScriptedStream.SendingAsync(Sent.Event(Sent.YourTurn, "7"));

        Assert.Equal("fin_status_updated 7", (await server.AllAsync())[0].ToString());
    }

    private sealed class Leak : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException($"Cannot reach {request.RequestUri}");
    }
}
