using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Intercom;

/// <summary>The sources that a process listens to by the names of <see cref="IntercomTelemetry"/>.</summary>
internal static class Telemetry
{
    private static readonly string? Version = typeof(Telemetry).Assembly.GetName().Version?.ToString(3);
    private static readonly Meter Meter = new(IntercomTelemetry.MeterName, Version);

    public static ActivitySource Activities { get; } = new(IntercomTelemetry.ActivitySourceName, Version);

    public static Counter<long> Calls { get; } =
        Meter.CreateCounter<long>("intercom.client.calls", "{call}", "Calls that ended, well or not.");

    public static Histogram<double> Duration { get; } =
        Meter.CreateHistogram<double>("intercom.client.call.duration", "s", "How long calls took, repeats included.");

    public static Counter<long> Retries { get; } =
        Meter.CreateCounter<long>("intercom.client.retries", "{attempt}", "Attempts after the first.");

    public static Histogram<long> RateLimitRemaining { get; } = Meter.CreateHistogram<long>(
        "intercom.client.rate_limit.remaining", "{call}", "Calls left in the window of the rate limit, as responses said.");

    public static Counter<long> Deviations { get; } = Meter.CreateCounter<long>(
        "intercom.client.deviations", "{place}", "Places where a response was not what the document declares.");
}
