using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Intercom.Json;
using Intercom.Runtime.Tests.Http;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Observability;

public sealed class TraceTests
{
    // The sources are the process's; an operation of its own tells a test's calls from others'.
    private readonly string _operation = $"GET /trace/{Guid.NewGuid():N}/{{id}}";

    private ApiRequest Request => new(_operation, "hidden-id");

    private async Task<Activity> ActivityAsync(IntercomConnection connection, RequestOptions? options = null)
    {
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Intercom",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await Record.ExceptionAsync(() => connection.SendAsync<Json.Person>(Request, options, default));
        return Assert.Single(stopped, activity => activity.OperationName == _operation);
    }

    [Fact]
    public async Task A_call_is_one_activity_named_by_its_operation()
    {
        var server = new Script(Answer(500), Answer(200, """{"id":"1"}""", ("X-Request-Id", "r1")));
        var activity = await ActivityAsync(server.Connect(null, static o => o.Region = IntercomRegion.EU), new RequestOptions { Query = { ["secret"] = "hidden" } });
        var tags = activity.TagObjects.ToDictionary();
        Assert.Equal(ActivityKind.Client, activity.Kind);
        Assert.Equal(ActivityStatusCode.Unset, activity.Status);
        Assert.Equal("GET", tags["http.request.method"]);
        Assert.Equal(_operation[4..], tags["url.template"]);
        Assert.Equal("api.eu.intercom.io", tags["server.address"]);
        Assert.Equal(443, tags["server.port"]);
        Assert.Equal("EU", tags["intercom.region"]);
        Assert.Equal("https://api.eu.intercom.io" + _operation[4..], tags["url.full"]);
        Assert.Equal(1, tags["http.request.resend_count"]);
        Assert.DoesNotContain("intercom.workspace", tags.Keys);
        Assert.Equal(200, tags["http.response.status_code"]);
        Assert.Equal(2, tags["intercom.attempts"]);
        Assert.Equal("r1", tags["intercom.request_id"]);
        Assert.DoesNotContain("error.type", tags.Keys);
        Assert.Equal("500", Assert.Single(activity.Events).Tags.ToDictionary()["error.type"]);
        Assert.DoesNotContain(tags.Values, static value => value?.ToString()?.Contains("hidden", StringComparison.Ordinal) == true);
    }

    public static TheoryData<string, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> Failures() => new()
    {
        { "404", Answer(404) },
        { "error_list", Answer(200, """{"type":"error.list","errors":[]}""") },
        { "unreadable_response", Answer(200, "<html>") },
        { "connection", Fail(new HttpRequestException("x")) },
        { "timeout", Fail(new TaskCanceledException("x", new TimeoutException())) },
        { "System.InvalidOperationException", Fail(new InvalidOperationException("x")) },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_failed_is_named(string error, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        var activity = await ActivityAsync(new Script(answer).Connect());
        Assert.Equal(error, activity.GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
    }

    [Fact]
    public async Task Calls_are_counted_and_measured()
    {
        var measured = new ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)>();
        using var listener = new MeterListener { InstrumentPublished = static (instrument, listener) => { if (instrument.Meter.Name == "Intercom") listener.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Enqueue((instrument.Name, value, Of(tags))));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured.Enqueue((instrument.Name, value, Of(tags))));
        listener.Start();
        var host = $"{Guid.NewGuid():N}.example";
        var server = new Script(Answer(500), Answer(200, """{"id":7,"age":"8","best":"x"}""", ("X-RateLimit-Remaining", "42")));
        await server.Connect(null, o => o.BaseAddress = new Uri($"https://{host}")).SendAsync<Json.Person>(Request, null, default);
        var mine = measured.Where(measurement => Equals(measurement.Tags.GetValueOrDefault("server.address"), host)).ToLookup(static measurement => measurement.Name);
        Assert.Equal(1, Assert.Single(mine["intercom.client.calls"]).Value);
        Assert.Equal(0.25, Assert.Single(mine["intercom.client.call.duration"]).Value);
        Assert.Equal(1, Assert.Single(mine["intercom.client.retries"]).Value);
        Assert.Equal(42, Assert.Single(mine["intercom.client.rate_limit.remaining"]).Value);
        Assert.Equal(3, Assert.Single(mine["intercom.client.deviations"]).Value);
        Assert.Equal(_operation, mine["intercom.client.calls"].First().Tags["intercom.operation"]);
        Assert.Equal(200, mine["intercom.client.calls"].First().Tags["http.response.status_code"]);
    }

    [Fact]
    public async Task An_observer_is_told_in_order()
    {
        var observer = new Recorder();
        var server = new Script(Answer(503), Fail(new HttpRequestException("x")), Answer(200, """{"id":7}""", ("X-Request-Id", "r1")));
        await server.Connect(null, o => o.Observer = observer).SendAsync<Json.Person>(Request, null, default);
        Assert.Equal(
            [
                _operation,
                new IntercomRetry(_operation, 1, TimeSpan.FromSeconds(0.25), System.Net.HttpStatusCode.ServiceUnavailable, "503"),
                new IntercomRetry(_operation, 2, TimeSpan.FromSeconds(0.5), null, "connection"),
                new JsonDeviation(_operation, "$.id", "string", "number"),
                new IntercomCallSummary(_operation, System.Net.HttpStatusCode.OK, TimeSpan.FromSeconds(0.75), 3, "r1", null),
            ],
            observer.Told);
    }

    [Fact]
    public async Task Whoever_watches_may_fail_and_the_call_does_not()
    {
        var server = new Script(Answer(503), Answer(200, """{"id":7}"""));
        var connection = server.Connect(null, static o => (o.Observer, o.OnDeviation) = (new Failing(), static _ => throw new InvalidOperationException("deviation")));
        Assert.Equal("7", (await connection.SendAsync<Json.Person>(Request, null, default)).Id);
    }

    [Fact]
    public async Task A_cancelled_call_is_told_as_such()
    {
        using var stop = new CancellationTokenSource();
        var observer = new Recorder();
        var server = new Script(Hang(stop.Cancel));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Connect(null, o => o.Observer = observer).SendAsync(Request, null, stop.Token));
        Assert.Equal(new IntercomCallSummary(_operation, null, TimeSpan.Zero, 1, null, "cancelled"), observer.Told[^1]);
    }

    private static Dictionary<string, object?> Of(ReadOnlySpan<KeyValuePair<string, object?>> tags) => new(tags.ToArray());

    private sealed class Recorder : IntercomObserver
    {
        public List<object> Told { get; } = [];

        public override void OnStarted(string operation) => Told.Add(operation);

        public override void OnRetrying(IntercomRetry retry) => Told.Add(retry);

        public override void OnDeviation(JsonDeviation deviation) => Told.Add(deviation);

        public override void OnFinished(IntercomCallSummary summary) => Told.Add(summary);
    }

    private sealed class Failing : IntercomObserver
    {
        public override void OnStarted(string operation) => throw new InvalidOperationException("started");

        public override void OnRetrying(IntercomRetry retry) => throw new InvalidOperationException("retrying");

        public override void OnDeviation(JsonDeviation deviation) => throw new InvalidOperationException("deviation");

        public override void OnFinished(IntercomCallSummary summary) => throw new InvalidOperationException("finished");
    }
}
