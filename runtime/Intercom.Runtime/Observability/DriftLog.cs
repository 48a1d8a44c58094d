using System.Globalization;
using System.Text;
using Intercom.Json;

namespace Intercom;

/// <summary>
/// Collects where responses are not what the document declares: each place once, with how often it was seen, and without a value.
/// </summary>
/// <remarks>
/// <c>new IntercomClientOptions { OnDeviation = log.Add }</c> fills it; it can be filled by several threads. Other listeners are told of a
/// place once; a log is told each time, and counts. What it says can be handed on: it holds names of properties and kinds of values, and
/// no value, id or key of a map.
/// </remarks>
public sealed class DriftLog
{
    private const int LongestPath = 512;

    private readonly object _gate = new();
    private readonly Dictionary<Drift, long> _seen = [];
    private readonly int _capacity;
    private long _dropped;

    /// <summary>An empty log.</summary>
    /// <param name="capacity">How many places it holds at most, 1 or more; what comes when it is full is only counted.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is less than 1.</exception>
    public DriftLog(int capacity = 1000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

    /// <summary>How many deviations found no room.</summary>
    public long Dropped
    {
        get
        {
            lock (_gate)
                return _dropped;
        }
    }

    /// <summary>The places, by operation and path.</summary>
    public IReadOnlyList<Drift> Drifts
    {
        get
        {
            lock (_gate)
                return [.. _seen
                    .Select(static seen => seen.Key with { Count = seen.Value })
                    .OrderBy(static drift => drift.Operation, StringComparer.Ordinal)
                    .ThenBy(static drift => drift.Path, StringComparer.Ordinal)
                    .ThenBy(static drift => drift.Found, StringComparer.Ordinal)];
        }
    }

    /// <summary>Adds a deviation.</summary>
    /// <param name="deviation">Where a response was not what the document declares.</param>
    public void Add(JsonDeviation deviation)
    {
        var path = DriftPath.Of(deviation.Path ?? "").ToString();
        var place = new Drift(deviation.Operation ?? "", path, deviation.Kind, deviation.Expected ?? "", deviation.Found ?? "", 0);
        lock (_gate)
        {
            if (_seen.TryGetValue(place, out var count))
                _seen[place] = count + 1;
            else if (_seen.Count < _capacity && path.Length <= LongestPath)
                _seen.Add(place, 1);
            else
                _dropped++;
        }
    }

    /// <summary>
    /// Corrections for what was seen, as an overlay that a project can name:
    /// <c>&lt;IntercomSpec Include="…" Overlay="our.overlay.yaml" /&gt;</c>.
    /// </summary>
    /// <remarks>
    /// They say what came in place of what is declared. Read them before you take them: whether both shapes are right only you can know.
    /// </remarks>
    public string ToOverlay() => DriftOverlay.Of(Drifts);

    /// <summary>The places as a table: operation, path, what is declared, what came, how often.</summary>
    public override string ToString()
    {
        List<string[]> rows = [["operation", "path", "expected", "found", "how often"]];
        foreach (var drift in Drifts)
            rows.Add([drift.Operation, drift.Path, drift.Expected, drift.Found, drift.Count.ToString(CultureInfo.InvariantCulture)]);
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        if (Dropped > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"and {Dropped} more, for which there was no room");
        return text.ToString();
    }
}
