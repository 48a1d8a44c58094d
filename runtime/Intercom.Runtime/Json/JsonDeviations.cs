namespace Intercom.Json;

/// <summary>
/// Collects the deviations of one body. Paths are worked out afterwards, from the offsets, so that a body without deviations pays nothing.
/// </summary>
/// <param name="operation">The operation, or what else the body belongs to.</param>
/// <param name="body">The body.</param>
/// <param name="measures">Whether values are counted, which takes another pass over the body.</param>
internal sealed class JsonDeviations(string operation, ReadOnlyMemory<byte> body, bool measures = false)
{
    // A body that is all wrong is told of by its first places; the others are counted.
    private const int MostKept = 1000;
    private List<Place>? _found;
    private long _open;
    private long _untyped;

    public int Count { get; private set; }

    /// <summary>Whether it is only counted here, of what is read once more afterwards.</summary>
    public bool IsTrial { get; init; }

    /// <summary>How many of the values landed in typed properties.</summary>
    public JsonCoverage Coverage =>
        measures ? new(Math.Max(0, JsonCoverage.CountOf(body.Span) - _untyped - _open), _untyped, _open) : default;

    public void Add(int offset, JsonDeviationKind kind, string expected, string found) => Add(new(offset, kind, expected, found));

    /// <summary>Notes that an object lacks a property.</summary>
    public void Lack(int offset, string property) =>
        Add(new(offset, JsonDeviationKind.MissingProperty, "property", "nothing") { Property = property });

    /// <summary>Notes a text whose values landed in no typed property.</summary>
    public void Untyped(ReadOnlySpan<byte> text) => _untyped += measures ? JsonCoverage.CountOf(text) : 0;

    /// <summary>Notes a text that stands where the document takes anything.</summary>
    public void Open(ReadOnlySpan<byte> text) => _open += measures ? JsonCoverage.CountOf(text) : 0;

    public IEnumerable<JsonDeviation> All()
    {
        if (_found is null)
            return [];
        var paths = new JsonCursor(body.Span).PathsTo(_found.Select(static place => place.Offset));
        return _found.Select(place => place.At(operation, paths.GetValueOrDefault(place.Offset, "$")));
    }

    private void Add(Place place)
    {
        Count++;
        if (Count <= MostKept)
            (_found ??= []).Add(place);
    }

    private readonly record struct Place(int Offset, JsonDeviationKind Kind, string Expected, string Found)
    {
        // What is missing stands nowhere: the offset is that of the object without it.
        public string? Property { get; init; }

        public JsonDeviation At(string operation, string path) =>
            new(operation, Property is null ? path : path + JsonCursor.PathStep(Property), Expected, Found) { Kind = Kind };
    }
}
