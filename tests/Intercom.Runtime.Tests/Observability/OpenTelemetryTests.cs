using System.Diagnostics;
using Intercom.Runtime.Tests.DependencyInjection;
using Intercom.Runtime.Tests.Http;
using Intercom.Runtime.Tests.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;
using Xunit.Abstractions;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Observability;

/// <summary>What OpenTelemetry's own packages see of two workspaces that are called through one process.</summary>
public sealed class OpenTelemetryTests(ITestOutputHelper output)
{
    // The sources are the process's; an address of its own tells a test's calls from others'.
    private readonly string _host = $"{Guid.NewGuid():N}.example";

    private async Task<(List<Activity> Spans, List<MetricSnapshot> Metrics)> WatchAsync(Func<IServiceProvider, Task> act)
    {
        var spans = new List<Activity>();
        var metrics = new List<MetricSnapshot>();
        using var tracing = Sdk.CreateTracerProviderBuilder().AddSource(IntercomTelemetry.ActivitySourceName).AddInMemoryExporter(spans).Build();
        using var meters = Sdk.CreateMeterProviderBuilder().AddMeter(IntercomTelemetry.MeterName).AddInMemoryExporter(metrics).Build();
        var services = new ServiceCollection();
        Add(services, "us", new Script(Answer(200, """{"id":"1"}""", ("X-RateLimit-Remaining", "42"))));
        Add(services, "eu", new Script(Answer(503), Answer(503), Answer(404, """{"type":"error.list","errors":[{"code":"not_found"}]}""")));
        await using var provider = services.BuildServiceProvider();
        await act(provider);
        // No other test's spans are to be added while these are read; the reader of measurements reads once more when it ends.
        tracing.Shutdown();
        meters.ForceFlush();
        return (spans.FindAll(span => Equals(span.GetTagItem("server.address"), _host)), [.. metrics]);
    }

    private void Add(ServiceCollection services, string workspace, Script server) => services
        .AddIntercom<Client>(
            options =>
            {
                (options.AccessToken, options.BaseAddress) = ("hidden-token", new Uri($"https://{_host}:8443/base"));
                (options.TimeProvider, options.Random) = (new FakeTime(), static () => 0);
            },
            workspace)
        .ConfigurePrimaryHttpMessageHandler(() => server);

    private static async Task CallBothAsync(IServiceProvider provider)
    {
        foreach (var workspace in (string[])["us", "eu"])
        {
            var request = new ApiRequest("GET /contacts/{id}", "hidden-id").Query("email", "hidden@example.com");
            var connection = provider.GetRequiredKeyedService<Client>(workspace).Connection;
            await Record.ExceptionAsync(() => connection.SendAsync<Person>(request, null, default));
        }
    }

    [Fact]
    public async Task A_span_has_the_names_of_OpenTelemetry_for_HTTP_and_the_workspace()
    {
        var (spans, _) = await WatchAsync(CallBothAsync);
        foreach (var span in spans)
            output.WriteLine($"{span.DisplayName} {span.Status}: {string.Join(", ", span.TagObjects.Order(ByName))}");
        Assert.Equal(["us", "eu"], spans.Select(static span => span.GetTagItem("intercom.workspace")));
        Assert.All(spans, static span => Assert.Equal(("GET /contacts/{id}", ActivityKind.Client), (span.DisplayName, span.Kind)));
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["error.type"] = "404",
                ["http.request.method"] = "GET",
                ["http.request.resend_count"] = 2,
                ["http.response.status_code"] = 404,
                ["intercom.attempts"] = 3,
                ["intercom.operation"] = "GET /contacts/{id}",
                ["intercom.workspace"] = "eu",
                ["server.address"] = _host,
                ["server.port"] = 8443,
                ["url.full"] = $"https://{_host}:8443/base/contacts/{{id}}",
                ["url.template"] = "/contacts/{id}",
            },
            spans[1].TagObjects.ToDictionary());
        Assert.Equal((ActivityStatusCode.Unset, ActivityStatusCode.Error), (spans[0].Status, spans[1].Status));
        Assert.Equal([1, 2], spans[1].Events.Select(static e => e.Tags.ToDictionary()["http.request.resend_count"]));
        Assert.Null(spans[0].GetTagItem("http.request.resend_count"));
    }

    [Fact]
    public async Task Nothing_of_a_span_or_a_measurement_is_a_value_of_the_call()
    {
        var (spans, metrics) = await WatchAsync(CallBothAsync);
        var seen = spans.SelectMany(static span => span.TagObjects.Concat(span.Events.SelectMany(static e => e.Tags)))
            .Concat(metrics.SelectMany(static metric => metric.MetricPoints).SelectMany(static point => Tags(point)))
            .Select(static tag => $"{tag.Key}={tag.Value}").ToList();
        Assert.NotEmpty(seen);
        Assert.DoesNotContain(seen, static tag => tag.Contains("hidden", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("intercom.client.calls", "us: 200", "eu: 404")]
    [InlineData("intercom.client.call.duration", "us: 200", "eu: 404")]
    [InlineData("intercom.client.retries", "eu: ")]
    [InlineData("intercom.client.rate_limit.remaining", "us: ")]
    public async Task Each_measurement_tells_the_workspaces_apart(string name, params string[] points)
    {
        var (_, metrics) = await WatchAsync(CallBothAsync);
        var mine = metrics.Where(metric => metric.Name == name).SelectMany(static metric => metric.MetricPoints)
            .Select(static point => Tags(point).ToDictionary()).Where(tags => Equals(tags["server.address"], _host)).ToList();
        foreach (var tags in mine)
            output.WriteLine($"{name}: {string.Join(", ", tags.Order(ByName))}");
        Assert.Equal(
            points.Order(StringComparer.Ordinal),
            mine.Select(static tags => $"{tags["intercom.workspace"]}: {tags.GetValueOrDefault("http.response.status_code")}").Order(StringComparer.Ordinal));
        Assert.All(mine, static tags => Assert.Equal(8443, tags["server.port"]));
    }

    private static readonly Comparer<KeyValuePair<string, object?>> ByName =
        Comparer<KeyValuePair<string, object?>>.Create(static (x, y) => string.CompareOrdinal(x.Key, y.Key));

    private static List<KeyValuePair<string, object?>> Tags(MetricPoint point)
    {
        var tags = new List<KeyValuePair<string, object?>>();
        foreach (var tag in point.Tags)
            tags.Add(tag);
        return tags;
    }
}
