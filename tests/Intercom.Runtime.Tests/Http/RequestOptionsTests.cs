using Intercom.Runtime.Tests.Fin;
using Intercom.Testing;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Http;

/// <summary>What one call does differently holds for everything that it sends: pages, polls, downloads, the question before a stream.</summary>
public sealed class RequestOptionsTests
{
    private static readonly RequestOptions Different = new() { ApiVersion = "Preview", Headers = { ["X-Own"] = "1" }, Query = { ["extra"] = "e" }, MaxRetries = 1 };

    private static void AssertDifferent(Sent sent)
    {
        Assert.Equal(("Preview", "1"), (sent.Headers["Intercom-Version"], sent.Headers["X-Own"]));
        Assert.Contains("extra=e", sent.Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_page_of_a_list_is_asked_for_with_the_options()
    {
        var shown = new List<string>();
        var options = new RequestOptions { ApiVersion = "Preview", Headers = { ["X-Own"] = "1" }, Query = { ["extra"] = "e" }, MaxRetries = 1, OnResponse = response => shown.Add(response.RequestId!) };
        var server = new Script(
            Answer(200, """{"friends":[{"id":"1"}],"pages":{"next":{"starting_after":"c1"}}}""", ("X-Request-Id", "p1")),
            Answer(500),
            Answer(200, """{"friends":[{"id":"2"}],"pages":{"next":{"starting_after":"c2"}}}""", ("X-Request-Id", "p2")),
            Answer(500), Answer(500, "", ("X-Request-Id", "failed")));
        var list = server.Connect().Pages<Json.Person, Json.Person>(new ApiRequest("GET /contacts"), PagePlace.Query, static page => page.Friends, options, default);
        await Assert.ThrowsAsync<IntercomServerException>(async () =>
        {
            await foreach (var _ in list)
            {
            }
        });
        Assert.Equal(["?extra=e", "?starting_after=c1&extra=e", "?starting_after=c1&extra=e", "?starting_after=c2&extra=e", "?starting_after=c2&extra=e"], server.Sent.Select(static sent => sent.Address.Query));
        Assert.All(server.Sent, AssertDifferent);
        Assert.Equal(["p1", "p2", "failed"], shown);
    }

    [Fact]
    public async Task Each_page_has_the_time_of_a_call()
    {
        var time = new FakeTime();
        var server = new Script(
            Answer(200, """{"friends":[{"id":"1"}],"pages":{"next":{"starting_after":"c1"}}}"""),
            Hang(() => time.Advance(TimeSpan.FromSeconds(3))));
        var list = server.Connect(time).Pages<Json.Person, Json.Person>(new ApiRequest("GET /contacts"), PagePlace.Query, static page => page.Friends, new RequestOptions { Timeout = TimeSpan.FromSeconds(3) }, default);
        await using var people = list.GetAsyncEnumerator();
        Assert.True(await people.MoveNextAsync());
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(TimeSpan.FromSeconds(3), (await Assert.ThrowsAsync<IntercomTimeoutException>(async () => await people.MoveNextAsync())).Timeout);
    }

    [Theory]
    [InlineData(PagePlace.Query)]
    [InlineData(PagePlace.Pagination)]
    public async Task The_cursor_of_a_page_takes_the_place_of_an_option_of_its_name(PagePlace place)
    {
        var server = new Script(Answer(200, """{"pages":{"next":{"starting_after":"c1"}}}"""), Answer(200, "{}"));
        var options = new RequestOptions { Query = { ["starting_after"] = "c0", ["per_page"] = "5" } };
        var list = server.Connect().Pages<Json.Person, Json.Person>(new ApiRequest("POST /contacts/search").Safe(), place, static page => page.Friends, options, default);
        await foreach (var _ in list.AsPages())
        {
        }

        Assert.Equal("?starting_after=c0&per_page=5", server.Sent[0].Address.Query);
        Assert.Equal(place == PagePlace.Query ? "?starting_after=c1&per_page=5" : "?starting_after=c0&per_page=5", server.Sent[1].Address.Query);
    }

    [Fact]
    public async Task The_question_before_a_stream_is_sent_with_the_options_and_the_stream_without_them()
    {
        await using var intercom = await FakeIntercom.StartAsync();
        var script = intercom.FinStream("c").Replied("<p>Hi</p>").Status("complete");
        intercom.On("POST /fin/start").Fails(500, "server_error", "Again, please.").Streams(script);
        var connection = new IntercomConnection(intercom.Options, "2.14");
        IntercomResponse? shown = null;
        var options = new RequestOptions { ApiVersion = "Preview", Headers = { ["X-Own"] = "1" }, Query = { ["extra"] = "e" }, MaxRetries = 1, OnResponse = response => shown = response };

        // What the emitted StartStreamingAsync is.
        var names = new List<string>();
        await foreach (var next in FinStream.StreamAsync<Asked, SampleEvent>(token => connection.SendAsync<Asked>(new ApiRequest("POST /fin/start").RawBody(Asked.Question).Safe(), options, token), static reply => reply.Url))
            names.Add(next.Name);

        Assert.Equal(["fin_replied", "fin_status_updated"], names);
        Assert.All(intercom.Calls.All("POST /fin/start"), static call => Assert.Equal(("Preview", "1", "e"), (call.Version!, call.Headers["X-Own"], call.Query["extra"])));
        Assert.Equal(2, shown!.Attempts);
        var stream = intercom.Calls.Single("GET /event-stream");
        Assert.False(stream.HasToken || stream.Version is not null || stream.Headers.ContainsKey("X-Own") || stream.Query.ContainsKey("extra"));
    }

    [Fact]
    public async Task A_download_is_asked_for_with_the_options()
    {
        var server = new Script(Answer(500), Answer(200, "a,b"));
        using var file = await server.Connect().DownloadAsync(new ApiRequest("GET /download/{id}", "1"), Different, default);
        Assert.Equal(2, server.Sent.Count);
        Assert.All(server.Sent, AssertDifferent);
    }

    public static TheoryData<string, RequestOptions> Faults() => new()
    {
        { "Timeout", new RequestOptions { Timeout = TimeSpan.Zero } },
        { "Timeout", new RequestOptions { Timeout = TimeSpan.FromSeconds(-5) } },
        { "Timeout", new RequestOptions { Timeout = TimeSpan.MaxValue } },
        { "AttemptTimeout", new RequestOptions { AttemptTimeout = TimeSpan.Zero } },
        { "AttemptTimeout", new RequestOptions { AttemptTimeout = TimeSpan.MaxValue } },
        { "MaxRetries", new RequestOptions { MaxRetries = -1 } },
        { "Headers", new RequestOptions { Headers = { ["a b"] = "hidden" } } },
        { "Headers", new RequestOptions { Headers = { [""] = "hidden" } } },
        { "Headers", new RequestOptions { Headers = { ["X-A"] = "hidden\r\nX-Evil: 1" } } },
        { "Headers", new RequestOptions { Headers = { ["X-A"] = "hiddén" } } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Options_that_cannot_work_are_refused_by_name_and_nothing_is_sent(string name, RequestOptions options)
    {
        var server = new Script(Answer(200, "{}"));
        foreach (var call in new Func<IntercomConnection, Task>[]
        {
            connection => connection.SendAsync(new ApiRequest("GET /me"), options, default),
            connection => connection.DownloadAsync(new ApiRequest("GET /me"), options, default),
            async connection => await connection.Pages<Json.Person, Json.Person>(new ApiRequest("GET /me"), PagePlace.Query, static page => page.Friends, options, default),
        })
        {
            var failure = await Assert.ThrowsAsync<ArgumentException>(() => call(server.Connect()));
            Assert.StartsWith(name, failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("hidd", failure.Message, StringComparison.Ordinal);
        }

        Assert.Empty(server.Sent);
    }

    [Fact]
    public async Task A_call_may_have_no_limit_of_time()
    {
        var time = new FakeTime();
        var server = new Script((_, _) =>
        {
            time.Advance(TimeSpan.FromDays(100));
            return Answer(200, "{}")(new HttpRequestMessage(), default);
        });
        await server.Connect(time).SendAsync(new ApiRequest("GET /me"), new RequestOptions { Timeout = Timeout.InfiniteTimeSpan, AttemptTimeout = Timeout.InfiniteTimeSpan }, default);
    }
}
