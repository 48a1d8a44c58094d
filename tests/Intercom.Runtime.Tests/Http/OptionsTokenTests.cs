using Intercom.Runtime.Tests.Fin;
using Intercom.Runtime.Tests.Json;
using Intercom.Testing;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Http;

/// <summary>A token where a method takes options ends the same as the token that the method takes.</summary>
public sealed class OptionsTokenTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public static TheoryData<string> Doors => new("record", "list", "element", "nothing", "text", "location", "download", "page");

    public void Dispose() => _stop.Dispose();

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task It_ends_every_kind_of_call(string door)
    {
        var server = new Script(Hang(_stop.Cancel));
        var ended = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Call(server.Connect(), door, _stop.Token));
        Assert.Equal(_stop.Token, ended.CancellationToken);
        Assert.Single(server.Sent);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task It_does_nothing_to_a_call_that_ends_before(string door)
    {
        var server = new Script(Answer(door == "location" ? 302 : 200, door is "list" ? "[]" : "{}", ("Location", "https://example.com/file")));
        await Call(server.Connect(), door, _stop.Token);
        Assert.Single(server.Sent);
    }

    [Fact]
    public async Task The_token_of_the_method_holds_beside_it()
    {
        using var other = new CancellationTokenSource();
        var server = new Script(Hang(_stop.Cancel));
        var ended = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Connect().SendAsync(new ApiRequest("GET /me"), other.Token, _stop.Token));
        Assert.Equal(_stop.Token, ended.CancellationToken);
    }

    [Fact]
    public async Task A_list_is_not_read_on()
    {
        var server = new Script(Answer(200, """{"friends":[{"id":"1"}],"pages":{"next":{"starting_after":"c1"}}}"""), Hang(_stop.Cancel));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Pages(server.Connect(), _stop.Token))
            {
            }
        });
        Assert.Equal(2, server.Sent.Count);
    }

    [Fact]
    public async Task It_ends_the_call_that_starts_a_job_and_none_that_comes_later()
    {
        var server = new Script(Answer(200, """{"id":"job-1"}"""), Answer(200, """{"id":"job-1","role":"completed"}"""));
        var connection = server.Connect();
        RequestOptions options = _stop.Token;
        options.ApiVersion = "Preview";
        var job = await IntercomJobs.StartAsync(
            connection.SendAsync<Person>(new ApiRequest("POST /jobs").RawBody("x"), options, default),
            static started => started.Id,
            (id, later) => new IntercomJob<Person>(id, token => connection.SendAsync<Person>(new ApiRequest("GET /jobs/{id}", id), later, token), static status => status.Role?.Value, ["completed"], ["failed"]),
            options);
        await _stop.CancelAsync();
        await job.WaitAsync();
        Assert.Equal(["Preview", "Preview"], server.Sent.Select(static sent => sent.Headers["Intercom-Version"]));
    }

    [Theory]
    [InlineData("request options")]
    [InlineData("stream options")]
    public async Task It_ends_the_question_and_the_stream(string place)
    {
        await using var intercom = await FakeIntercom.StartAsync();
        var script = intercom.FinStream("c").Chunks("Hello").Hangs();
        intercom.On("POST /fin/start").Streams(script);
        var connection = new IntercomConnection(intercom.Options, "2.14");
        var (stream, request) = place == "stream options" ? ((FinStreamOptions?)_stop.Token, (RequestOptions?)null) : (null, _stop.Token);
        var ask = (CancellationToken token) => connection.SendAsync<Asked>(new ApiRequest("POST /fin/start").RawBody(Asked.Question), request, token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in FinStream.StreamAsync<Asked, SampleEvent>(ask, static reply => reply.Url, stream, request))
                await _stop.CancelAsync();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in FinStream.StreamAsync<Asked, SampleEvent>(ask, static reply => reply.Url, stream, request))
            {
            }
        });
        Assert.Single(intercom.Calls.All("POST /fin/start"));
    }

    [Fact]
    public async Task It_ends_a_subscription()
    {
        await using var intercom = await FakeIntercom.StartAsync();
        var script = intercom.FinStream("c").Chunks("Hello").Hangs();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in FinStream.SubscribeAsync<SampleEvent>(intercom.FinReplyUrl(script), _stop.Token))
                await _stop.CancelAsync();
        });
    }

    private static Task Call(IntercomConnection connection, string door, CancellationToken token)
    {
        var request = new ApiRequest("GET /me");
        return door switch
        {
            "record" => connection.SendAsync<Person>(request, token, default),
            "list" => connection.SendListAsync<Person, Intercom.Json.JsonItem<Person>>(request, token, default),
            "element" => connection.SendElementAsync(request, token, default),
            "nothing" => connection.SendAsync(request, token, default),
            "text" => connection.SendTextAsync(request, token, default),
            "location" => connection.SendLocationAsync(request, token, default),
            "download" => Downloaded(connection.DownloadAsync(request, token, default)),
            "page" => PageAsync(connection, token),
            _ => throw new ArgumentException("There is no such door.", nameof(door)),
        };
    }

    private static async Task Downloaded(Task<IntercomDownload> download)
    {
        using var _ = await download;
    }

    private static async Task PageAsync(IntercomConnection connection, CancellationToken token) => await Pages(connection, token);

    private static Paged<Person, Person> Pages(IntercomConnection connection, RequestOptions options) =>
        connection.Pages<Person, Person>(new ApiRequest("GET /contacts"), PagePlace.Query, static page => page.Friends, options, default);
}
