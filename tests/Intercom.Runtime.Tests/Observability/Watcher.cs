using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Intercom.Runtime.Tests.Observability;

/// <summary>
/// Keeps all that can be watched of a process, as text: logs with their scopes and values, activities, measurements, events of the platform.
/// </summary>
internal sealed class Watcher : EventListener, ILoggerProvider, ILogger
{
    // The base class calls back before the fields of this one are set.
    private static readonly ConcurrentQueue<string> NotYet = new();
    private readonly ConcurrentQueue<string> _seen = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters;

    public Watcher()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => See(
                $"activity {activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} "
                + $"{string.Join(' ', activity.Events.SelectMany(static e => e.Tags))} {string.Join(' ', activity.Baggage)}"),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters = new MeterListener { InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            See($"{instrument.Name} {value} {string.Join(' ', tags.ToArray())}"));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
            See($"{instrument.Name} {value.ToString(CultureInfo.InvariantCulture)} {string.Join(' ', tags.ToArray())}"));
        _meters.Start();
        foreach (var source in EventSource.GetSources())
            Watch(source);
    }

    public IReadOnlyCollection<string> Seen => _seen;

    public void See(object? what) => (_seen ?? NotYet).Enqueue(what?.ToString() ?? "");

    /// <summary>Looks at what a debugger shows of objects.</summary>
    public void Unfold(params object[] roots)
    {
        foreach (var text in DebuggerView.Of(roots))
            See($"debugger {text}");
    }

    /// <summary>Does something, and looks at how it fails if it does.</summary>
    public async Task TryAsync(Func<Task> action)
    {
        if (await Record.ExceptionAsync(action) is not { } failure)
            return;
        See(failure);
        for (var shown = failure; shown is not null; shown = shown.InnerException)
            foreach (var property in shown.GetType().GetProperties())
                if (property.Name is not ("TargetSite" or "InnerException"))
                    See($"{property.Name} {Joined(property.GetValue(shown))}");
        Unfold(failure);
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        See($"scope {state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> all ? string.Join(' ', all) : "";
        See($"log {logLevel} {eventId} {formatter(state, exception)} {exception} {values}");
    }

    public override void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
        base.Dispose();
    }

    protected override void OnEventSourceCreated(EventSource eventSource) => Watch(eventSource);

    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        See($"event {eventData.EventSource.Name} {eventData.EventName} {string.Join(' ', eventData.Payload?.Select(Told) ?? [])}");

    private static object? Joined(object? value) => value is IEnumerable<object> all ? string.Join(' ', all) : value;

    // .NET 8 tells whoever listens to System.Net.Http the query of an address as well; the page about telemetry says so. .NET 9 does not.
    private static object? Told(object? value) => Environment.Version.Major < 9 && value is string text ? text.Split('?')[0] : value;

    // The platform's own debugging, "Private.…", shows whatever it handles.
    private void Watch(EventSource source)
    {
        if (source.Name.StartsWith("System.Net.", StringComparison.Ordinal) || source.Name.StartsWith("Polly", StringComparison.Ordinal))
            EnableEvents(source, EventLevel.Verbose, EventKeywords.All);
    }
}
