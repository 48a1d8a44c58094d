using System.Globalization;
using System.Text;

namespace Intercom.Peers.Benchmarks;

/// <summary>
/// The numbers of a run as bars: one panel for a metric, each with a scale of its own, on a ground that is light in every theme.
/// </summary>
internal sealed class Plot(Numbers numbers, IReadOnlyList<string> contestants)
{
    private const int Columns = 2;
    private const int PanelWidth = 440;
    private const int BarLeft = 136;
    private const int BarWidth = 200;
    private const int Row = 16;
    private const int Margin = 16;

    private static readonly Dictionary<string, string> Colors = new()
    {
        [Contestants.Empty] = "#9aa4b2",
        [Contestants.ByHand] = "#9aa4b2",
        [Contestants.Generator] = "#2563eb",
        [Contestants.InLibrary] = "#3b82f6",
        [Contestants.Ready] = "#60a5fa",
        [Contestants.Kiota] = "#d97706",
        [Contestants.NSwag] = "#b45309",
    };

    private static readonly string[] Shown =
    [
        "generate.wall", "cold.cpu", "edit.cpu", "dll", "native", "get.cpu", "page.cpu", "post.cpu", "walk.cpu", "together.cpu",
        "read-page.cpu", "write-contact.cpu", "get.bytes",
    ];

    private readonly StringBuilder _svg = new();

    /// <summary>The picture as SVG.</summary>
    public string Draw()
    {
        var panels = Metric.All.Where(metric => Shown.Contains(metric.Measured)).Select(metric => (Metric: metric, Bars: Bars(metric)))
            .Where(static panel => panel.Bars.Count > 0).ToList();
        var y = Margin;
        foreach (var line in panels.Chunk(Columns))
        {
            for (var column = 0; column < line.Length; column++)
                Panel(line[column].Metric, line[column].Bars, Margin + (column * PanelWidth), y);
            y += line.Max(static panel => PanelHeight(panel.Bars.Count));
        }

        var style = """font-family="sans-serif" font-size="11" fill="#24292f" """;
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {(Columns * PanelWidth) + Margin} {y}" {style}>
            <title>The client beside its peers: less is better</title>
            <rect width="100%" height="100%" rx="8" fill="#f6f8fa"/>
            {_svg}</svg>

            """);
    }

    private static int PanelHeight(int bars) => 20 + (bars * Row) + Margin;

    private List<(string Name, Spread Spread)> Bars(Metric metric) =>
    [
        .. contestants.Select(name => (Name: name, Spread: metric.Of(numbers, name)))
            .Where(bar => bar.Spread is { Median: >= 0.005 } && (bar.Name != Contestants.Empty || metric.Baseline == bar.Name))
            .Select(static bar => (bar.Name, bar.Spread!.Value)),
    ];

    private void Panel(Metric metric, List<(string Name, Spread Spread)> bars, int x, int y)
    {
        var scale = BarWidth / bars.Max(bar => Math.Max(bar.Spread.Most, metric.Goal ?? 0));
        Text(x, y + 10, "start", metric.Title, "font-weight=\"bold\"");
        for (var i = 0; i < bars.Count; i++)
            Bar(bars[i].Name, bars[i].Spread, scale, x, y + 18 + (i * Row), metric.Baseline is null ? "" : "×");
        if (metric.Goal is { } goal)
            Goal(x + BarLeft + (goal * scale), y + 16, y + 18 + (bars.Count * Row));
    }

    private void Bar(string name, Spread spread, double scale, int x, int y, string unit)
    {
        var left = x + BarLeft;
        Text(left - 6, y + 10, "end", PeerTools.Called(name));
        Append($"<rect x=\"{left}\" y=\"{y + 2}\" width=\"{spread.Median * scale:0.#}\" height=\"{Row - 5}\" fill=\"{Colors[name]}\"/>\n");
        if (spread.Most > spread.Least)
            Append($"<path d=\"M{left + (spread.Least * scale):0.#} {y + 7.5}H{left + (spread.Most * scale):0.#}\" stroke=\"#24292f\"/>\n");
        Text(left + (spread.Most * scale) + 5, y + 10, "start", string.Create(CultureInfo.InvariantCulture, $"{spread.Median:0.00}{unit}"));
    }

    private void Goal(double x, int top, int bottom) =>
        Append($"<path d=\"M{x:0.#} {top}V{bottom}\" stroke=\"#15803d\" stroke-width=\"1.5\" stroke-dasharray=\"3 2\"/>\n");

    private void Text(double x, int y, string anchor, string text, string more = "") =>
        Append($"<text x=\"{x:0.#}\" y=\"{y}\" text-anchor=\"{anchor}\" {more}>{text}</text>\n");

    private void Append(FormattableString part) => _svg.Append(part.ToString(CultureInfo.InvariantCulture));
}
