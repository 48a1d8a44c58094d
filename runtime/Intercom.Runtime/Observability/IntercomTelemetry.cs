namespace Intercom;

/// <summary>The names by which a process listens to what the library tells of its calls.</summary>
/// <example>
/// <code>
/// builder.Services.AddOpenTelemetry()
///     .WithTracing(tracing => tracing.AddSource(IntercomTelemetry.ActivitySourceName))
///     .WithMetrics(metrics => metrics.AddMeter(IntercomTelemetry.MeterName));
/// </code>
/// </example>
public static class IntercomTelemetry
{
    /// <summary>The name of the source of activities: a span for each call, its repeats included.</summary>
    public const string ActivitySourceName = "Intercom";

    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Intercom";
}
