namespace Intercom.Peers.Benchmarks;

/// <summary>The median of what the rounds gave, and between what it lay.</summary>
internal readonly record struct Spread(double Median, double Least, double Most)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        return new Spread(middle, sorted[0], sorted[^1]);
    }
}

/// <summary>All numbers of a run: for each contestant and what was measured of it, one for each round.</summary>
internal sealed class Numbers
{
    private readonly Dictionary<(string Contestant, string Measured), List<double>> _all = [];

    public void Add(string contestant, string measured, double value)
    {
        if (!_all.TryGetValue((contestant, measured), out var rounds))
            _all[(contestant, measured)] = rounds = [];
        rounds.Add(value);
    }

    /// <summary>The numbers themselves; null where nothing was measured.</summary>
    public Spread? Of(string contestant, string measured) =>
        _all.TryGetValue((contestant, measured), out var rounds) ? Spread.Of(rounds) : null;

    /// <summary>
    /// The numbers as multiples of another's of the same round, so that a machine that is slower for a while disturbs neither.
    /// </summary>
    public Spread? Ratio(string contestant, string measured, string baseline) =>
        _all.TryGetValue((contestant, measured), out var rounds) && _all.TryGetValue((baseline, measured), out var bases)
            ? Spread.Of(rounds.Zip(bases, static (value, basis) => value / basis))
            : null;
}
