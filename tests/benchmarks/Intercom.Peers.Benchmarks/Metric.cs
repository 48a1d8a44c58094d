using System.Globalization;

namespace Intercom.Peers.Benchmarks;

/// <summary>A row of the table.</summary>
/// <param name="Title">What is measured.</param>
/// <param name="Measured">Its key in the numbers.</param>
/// <param name="Unit">The unit of the numbers themselves.</param>
/// <param name="Baseline">Whose multiples are shown; null where the numbers themselves are.</param>
/// <param name="Goal">What the project wants to reach at most, in what is shown.</param>
internal sealed record Metric(string Title, string Measured, string Unit, string? Baseline = null, double? Goal = null)
{
    /// <summary>Everything that is shown, in its order.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        new("Generating, in seconds", "generate.wall", "s"),
        new("Building with nothing warm, processor", "cold.cpu", "s", Contestants.Empty, 3.2),
        new("Building with nothing warm, clock", "cold.wall", "s", Contestants.Empty, 3.2),
        new("Building after an edit, processor", "edit.cpu", "s", Contestants.Empty, 1.5),
        new("Building after an edit, clock", "edit.wall", "s", Contestants.Empty, 1.5),
        new("DLL with the client, in MB", "dll", "MB", Goal: 1.4),
        new("Native program that makes the calls, in MB", "native", "MB"),
        new("GET a contact", "get.cpu", "µs", Contestants.ByHand),
        new("GET a page of 50", "page.cpu", "µs", Contestants.ByHand),
        new("POST a contact", "post.cpu", "µs", Contestants.ByHand),
        new("Walk a search of 20 pages", "walk.cpu", "µs", Contestants.ByHand),
        new("One of 64 GETs at once over loopback, processor", "together.cpu", "µs", Contestants.ByHand),
        new("One of 64 GETs at once over loopback, clock", "together.wall", "µs", Contestants.ByHand),
        new("Read a contact", "read-contact.cpu", "µs", Contestants.ByHand),
        new("Read a page of 50", "read-page.cpu", "µs", Contestants.ByHand),
        new("Write a contact", "write-contact.cpu", "µs", Contestants.ByHand),
        new("Allocated by a GET, in kB", "get.bytes", "B", Goal: 6.15),
        new("Allocated by a POST, in kB", "post.bytes", "B"),
        new("Allocated by a GET of a page, in kB", "page.bytes", "B"),
    ];

    /// <summary>What is shown of a contestant; null where nothing was measured.</summary>
    public Spread? Of(Numbers numbers, string contestant)
    {
        if (Baseline is not null)
            return numbers.Ratio(contestant, Measured, Baseline);
        return Unit == "B" && numbers.Of(contestant, Measured) is { } bytes
            ? new Spread(bytes.Median / 1000, bytes.Least / 1000, bytes.Most / 1000)
            : numbers.Of(contestant, Measured);
    }

    /// <summary>The baseline's own number, so that the multiples can be turned back.</summary>
    public string Basis(Numbers numbers) => Baseline is not null && numbers.Of(Baseline, Measured) is { } basis
        ? string.Create(CultureInfo.InvariantCulture, $"{basis.Median:0.##} {Unit}")
        : "";
}
