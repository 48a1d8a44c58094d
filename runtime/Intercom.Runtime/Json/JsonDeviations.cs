namespace Intercom.Json;

/// <summary>Collects the deviations of one body. Paths are worked out afterwards, from the offsets, so that a body without deviations pays nothing.</summary>
internal sealed class JsonDeviations(string operation, ReadOnlyMemory<byte> body)
{
    private readonly List<(int Offset, string Expected, string Found)> _found = [];

    public int Count => _found.Count;

    public void Add(int offset, string expected, string found) => _found.Add((offset, expected, found));

    public IEnumerable<JsonDeviation> All() => _found.Select(d => new JsonDeviation(operation, new JsonCursor(body.Span).PathTo(d.Offset), d.Expected, d.Found));
}
