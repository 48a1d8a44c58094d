namespace Intercom.Peers.Benchmarks;

internal sealed class Plot(Numbers numbers, IReadOnlyList<string> contestants)
{
    public string Draw() => $"{numbers}{contestants.Count}";
}
