using System.Diagnostics;
using OpenTelemetry.Metrics;

namespace Telemetry;

/// <summary>Prints what an exporter was given as tables.</summary>
internal static class Report
{
    public static void Print(IEnumerable<Activity> spans)
    {
        Console.WriteLine($"\n{"workspace",-10} {"span",-24} {"status",-7} {"attempts",-9} {"retry after",-12} error");
        foreach (var span in spans)
        {
            var retries = span.Events.Where(static e => e.Name == "retry").Select(static e => e.Tags.ToDictionary()["error.type"]);
            Console.WriteLine(
                $"{span.GetTagItem("intercom.workspace"),-10} {span.DisplayName,-24} {span.GetTagItem("http.response.status_code"),-7} "
                + $"{span.GetTagItem("intercom.attempts"),-9} {string.Join(", ", retries),-12} {span.GetTagItem("error.type")}".TrimEnd());
        }
    }

    public static void Print(IEnumerable<MetricSnapshot> metrics)
    {
        Console.WriteLine($"\n{"workspace",-10} {"measurement",-30} {"status",-7} value");
        foreach (var metric in metrics)
            foreach (var point in metric.MetricPoints)
                Console.WriteLine(
                    $"{Tag(point, "intercom.workspace"),-10} {metric.Name,-30} {Tag(point, "http.response.status_code"),-7} "
                    + Value(metric, point));
    }

    private static object? Tag(MetricPoint point, string name)
    {
        foreach (var (key, value) in point.Tags)
            if (key == name)
                return value;
        return null;
    }

    private static string Value(MetricSnapshot metric, MetricPoint point) => metric.MetricType is MetricType.Histogram
        ? $"{point.GetHistogramCount()} in {point.GetHistogramSum():0.000} {metric.Unit}"
        : $"{point.GetSumLong()} {metric.Unit}";
}
