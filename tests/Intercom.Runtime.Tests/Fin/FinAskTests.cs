using Xunit;

namespace Intercom.Runtime.Tests.Fin;

public class FinAskTests
{
    [Fact]
    public async Task Asking_and_reading_are_one_call()
    {
        await using var server = await ScriptedStream.SendingAsync(Sent.Event(Sent.Replied("m1")), Sent.Event(Sent.YourTurn));
        var asked = 0;

        var stream = FinStream.StreamAsync<Reply, SampleEvent>(
            _ => Task.FromResult(new Reply(server.Url.OriginalString, ++asked)),
            static reply => reply.Url);
        Assert.Equal(0, asked);
        var names = new List<string>();
        await foreach (var next in stream)
            names.Add(next.Name);

        Assert.Equal(["fin_replied", "fin_status_updated"], names);
        Assert.Equal(1, asked);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_reply_without_a_URL_says_what_is_switched_off(string? url)
    {
        var stream = FinStream.StreamAsync<Reply, SampleEvent>(_ => Task.FromResult(new Reply(url, 1)), static reply => reply.Url);

        var failure = await Assert.ThrowsAsync<FinStreamException>(async () => await stream.GetAsyncEnumerator().MoveNextAsync());

        Assert.Equal(FinStreamFailure.NoSubscriptionUrl, failure.Reason);
        Assert.Contains("settings", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_to_ask_comes_as_it_is()
    {
        var stream = FinStream.StreamAsync<Reply, SampleEvent>(
            static _ => throw new InvalidOperationException("no"),
            static reply => reply.Url);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await stream.GetAsyncEnumerator().MoveNextAsync());
    }

    private sealed record Reply(string? Url, int Number);
}
