namespace Intercom.Client.Tests.Samples;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Spans_and_measurements_tell_two_workspaces_apart()
    {
        var run = await SampleRun.OfAsync("Telemetry");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var rows = run.Lines.Select(static line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(
            [
                "eu GET /contacts/{id} 200 1",
                "us GET /contacts/{id} 200 2 503",
                "eu GET /contacts/{id} 404 1 404",
            ],
            rows.Where(static row => row.Contains("GET /contacts", StringComparison.Ordinal)));
        Assert.Equal(
            [
                "eu intercom.client.calls 200 1 {call}",
                "eu intercom.client.calls 404 1 {call}",
                "us intercom.client.calls 200 1 {call}",
                "us intercom.client.retries 1 {attempt}",
            ],
            rows.Where(static row => row.Contains("intercom.client.", StringComparison.Ordinal) && row.EndsWith('}'))
                .Order(StringComparer.Ordinal));
    }
}
