using Intercom.Runtime.Tests.Http;
using Intercom.Runtime.Tests.Json;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Jobs;

public sealed class JobTests
{
    private const string Pending = """{"id":"job-1","role":"pending"}""";
    private const string Done = """{"id":"job-1","role":"completed"}""";
    private readonly FakeTime _time = new();

    // What the emitted Create…JobAsync and Resume…Job are.
    private static Task<IntercomJob<Person>> Start(IntercomConnection connection, RequestOptions? options = null, CancellationToken token = default) =>
        IntercomJobs.StartAsync(connection.SendAsync<Person>(new ApiRequest("POST /export/content/data").RawBody("x"), options, token), static started => started.Id, (id, options) => Resume(connection, id, options), options);

    private static IntercomJob<Person> Resume(IntercomConnection connection, string id, RequestOptions? options = null) => new(
        id,
        token => connection.SendAsync<Person>(new ApiRequest("GET /export/content/data/{id}", id), options, token),
        static status => status.Role?.Value,
        ["completed", "no_data"],
        ["failed", "canceled"],
        token => connection.DownloadAsync(new ApiRequest("GET /download/content/data/{id}", id), options, token));

    [Fact]
    public async Task A_job_is_started_awaited_and_downloaded()
    {
        var server = new Script(Answer(200, Pending), Answer(200, Pending), Answer(200, Done), Answer(200, "a,b"));
        var job = await Start(server.Connect(_time));
        var status = await job.WaitAsync(timeProvider: _time);
        using var file = await job.DownloadAsync();
        using var reader = new StreamReader(file.Content);
        Assert.Equal(("job-1", "completed", "a,b"), (job.Id, status.Role!.Value.Value, await reader.ReadToEndAsync()));
        Assert.Equal(
            ["POST /export/content/data", "GET /export/content/data/job-1", "GET /export/content/data/job-1", "GET /download/content/data/job-1"],
            server.Sent.Select(static sent => $"{sent.Method} {sent.Address.AbsolutePath}"));
    }

    [Fact]
    public async Task The_pauses_double_up_to_half_a_minute()
    {
        var server = new Script([.. Enumerable.Repeat(Answer(200, Pending), 8), Answer(200, Done)]);
        await Resume(server.Connect(_time), "job-1").WaitAsync(timeProvider: _time);
        Assert.Equal([1, 2, 4, 8, 16, 30, 30, 30], _time.Seconds);
        Assert.Equal(9, server.Sent.Count);
    }

    [Fact]
    public async Task A_job_that_has_ended_is_not_waited_for()
    {
        await Resume(new Script(Answer(200, Done)).Connect(_time), "job-1").WaitAsync(timeProvider: _time);
        Assert.Empty(_time.Delays);
    }

    [Fact]
    public async Task Progress_is_told_each_time_that_the_job_is_asked_for()
    {
        var told = new Told();
        var server = new Script(Answer(200, Pending), Answer(200, """{"id":"job-1","role":"unheard_of"}"""), Answer(200, """{"id":"job-1"}"""), Answer(200, Done));
        await Resume(server.Connect(_time), "job-1").WaitAsync(told, _time);
        Assert.Equal(["pending", "unheard_of", null, "completed"], told.States);
    }

    [Fact]
    public async Task A_job_that_failed_is_an_exception_with_what_Intercom_says_of_it()
    {
        var failure = await Assert.ThrowsAsync<IntercomJobFailedException>(() => Resume(new Script(Answer(200, """{"id":"job-1","role":"failed","age":7}""")).Connect(_time), "job-1").WaitAsync(timeProvider: _time));
        Assert.Equal(("job-1", "failed", 7L), (failure.Id, failure.State, Assert.IsType<Person>(failure.Status).Age!.Value));
        Assert.IsAssignableFrom<IntercomException>(failure);
    }

    [Fact]
    public async Task Waiting_is_ended_by_its_token_and_can_be_taken_up_again()
    {
        using var stop = new CancellationTokenSource();
        var server = new Script(Answer(200, Pending), Answer(200, Done));
        var job = Resume(server.Connect(_time), "job-1");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.WaitAsync(new Told(stop.Cancel), _time, stop.Token));
        Assert.Single(server.Sent);
        Assert.Equal("completed", (await job.WaitAsync(timeProvider: _time)).Role!.Value.Value);
    }

    [Fact]
    public async Task A_job_goes_on_in_another_process_by_its_id()
    {
        var id = (await Start(new Script(Answer(200, Pending)).Connect(_time))).Id;
        var server = new Script(Answer(200, Done));
        Assert.Equal("completed", (await Resume(server.Connect(_time), id).GetAsync()).Role!.Value.Value);
        Assert.Equal("/export/content/data/job-1", Assert.Single(server.Sent).Address.AbsolutePath);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":""}""")]
    public async Task A_job_whose_id_is_not_told_is_an_exception(string answer)
    {
        var failure = await Assert.ThrowsAsync<IntercomJobFailedException>(() => Start(new Script(Answer(200, answer)).Connect(_time)));
        Assert.Equal("", failure.Id);
        Assert.IsType<Person>(failure.Status);
    }

    [Fact]
    public async Task A_poll_that_fails_is_repeated_like_any_other_call()
    {
        var server = new Script(Answer(503), Answer(200, Done));
        await Resume(server.Connect(_time), "job-1").WaitAsync(timeProvider: _time);
        Assert.Equal([0.25], _time.Seconds);
    }

    [Fact]
    public async Task The_start_the_polls_and_the_download_have_the_options_of_the_call()
    {
        var shown = new List<string>();
        var options = new RequestOptions { ApiVersion = "Preview", Headers = { ["X-Own"] = "1" }, Query = { ["extra"] = "e" }, MaxRetries = 0, OnResponse = response => shown.Add(response.Operation) };
        var server = new Script(Answer(200, Pending), Answer(200, Pending), Answer(200, Done), Answer(200, "a,b"), Answer(503));
        var job = await Start(server.Connect(_time), options);
        await job.WaitAsync(timeProvider: _time);
        (await job.DownloadAsync()).Dispose();
        await Assert.ThrowsAsync<IntercomServerException>(() => job.GetAsync());
        Assert.Equal(5, server.Sent.Count);
        Assert.All(server.Sent, static sent => Assert.Equal(("Preview", "1", "?extra=e"), (sent.Headers["Intercom-Version"], sent.Headers["X-Own"], sent.Address.Query)));
        Assert.Equal(["POST /export/content/data", "GET /export/content/data/{id}", "GET /export/content/data/{id}", "GET /download/content/data/{id}", "GET /export/content/data/{id}"], shown);
    }

    [Fact]
    public async Task A_job_without_a_file_says_so()
    {
        var job = new IntercomJob<Person>("job-1", static _ => Task.FromResult(new Person()), static _ => "", [], []);
        await Assert.ThrowsAsync<InvalidOperationException>(() => job.DownloadAsync());
    }

    private sealed class Told(Action? then = null) : IProgress<Person>
    {
        public List<string?> States { get; } = [];

        public void Report(Person value)
        {
            States.Add(value.Role?.Value);
            then?.Invoke();
        }
    }
}
