using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Intercom.Peers.Benchmarks;

/// <summary>The table of a run.</summary>
internal sealed class Report(
    Numbers numbers,
    IReadOnlyList<string> contestants,
    Options options,
    IReadOnlyList<string> mended,
    IReadOnlyList<string> broken)
{
    public string Table()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # The client beside its peers

            Medians of {options.Rounds} rounds, in which all took turns; in parentheses the least and the most. Less is better.
            Where a unit is named, the numbers are in it; all others are multiples: of building an empty console project, or of what is
            written by hand with `HttpClient` and System.Text.Json's source generator, whose own number is in its column. Calls are in the
            processor's time, answered in the same process where nothing else is said. Everyone's client is made of {Document}.


            """);
        var names = contestants.Where(IsMeasured).ToList();
        text.Append(CultureInfo.InvariantCulture, $"| | {string.Join(" | ", names.Select(PeerTools.Called))} | Goal |\n");
        text.Append(CultureInfo.InvariantCulture, $"|---|{string.Concat(Enumerable.Repeat("---|", names.Count))}---|\n");
        foreach (var metric in Metric.All.Where(metric => names.Any(name => metric.Of(numbers, name) is not null)))
            text.Append("| ").AppendJoin(" | ", [metric.Title, .. names.Select(name => Cell(metric, name)), Goal(metric)]).Append(" |\n");
        text.Append(
            CultureInfo.InvariantCulture, $"\n{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors.\n");
        if (mended.Count > 0)
            text.Append("\nMended before it compiled:\n\n").AppendJoin("", mended.Select(static what => $"- {what}\n"));
        if (broken.Count > 0)
            text.Append("\nNot measured:\n\n").AppendJoin("", broken.Select(static what => $"- {what}\n"));
        return text.ToString();
    }

    private static string Goal(Metric metric) =>
        metric.Goal is { } goal ? string.Create(CultureInfo.InvariantCulture, $"≤ {goal}") : "";

    private string Document => Path.GetDirectoryName(options.Document) == Path.Combine(Repository.Root, "specs")
        ? $"`specs/{Path.GetFileName(options.Document)}`"
        : "Intercom's published document of Preview";

    private bool IsMeasured(string contestant) => Metric.All.Any(metric => metric.Of(numbers, contestant) is not null);

    private string Cell(Metric metric, string contestant)
    {
        if (metric.Of(numbers, contestant) is not { } spread)
            return "";
        if (metric.Baseline == contestant)
            return metric.Basis(numbers);
        var range = spread.Least == spread.Most
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" ({spread.Least:0.00}–{spread.Most:0.00})");
        return string.Create(CultureInfo.InvariantCulture, $"{spread.Median:0.00}{range}");
    }
}
