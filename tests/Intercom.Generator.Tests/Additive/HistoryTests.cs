using Intercom.Generator.Emit;
using Intercom.Generator.Listing;
using Intercom.Generator.Model;
using Intercom.Generator.Parsing;
using Intercom.Generator.Spec;
using Intercom.Generator.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests.Additive;

/// <summary>What Intercom really published, one document after the other.</summary>
public sealed class HistoryTests(ITestOutputHelper output)
{
    [SpecsTheory]
    [InlineData("preview-16-b687ea6c.yaml", "preview-17-d04d4798.yaml")]
    [InlineData("preview-25-073804a3.yaml", "preview-26-45d61ba2.yaml")]
    public void A_document_that_only_added_moved_nothing(string earlier, string later)
    {
        var before = Parse(earlier);
        var moves = Moves(before, Parse(later, NamesFile.Write(before.Names)));
        output.WriteLine($"{earlier} → {later}: {moves.Count} moved");
        Assert.True(moves.Count == 0, string.Join("\n", moves));
    }

    // Each was looked at: what Intercom took away, made required or described as another type, and what the corrections now say better
    // because the document has more to go by.
    [SpecsTheory]
    [InlineData("preview-01-2025-10-07.yaml", 43)]
    [InlineData("preview-02-2026-03-12.yaml", 35)]
    [InlineData("preview-03-2026-05-12.yaml", 18)]
    public void No_more_moved_since_an_older_document_than_was_looked_at(string earlier, int most)
    {
        var before = Parse(earlier);
        string[] overlays = [.. WholeDocument.BundledOverlays, NamesFile.Write(before.Names)];
        var today = ModelParser.Parse(
            SpecDocument.Read(WholeDocument.Text(WholeDocument.Ours), overlays, default), new ParseOptions(WholeDocument.Ours), default);
        var moves = Moves(before, today);
        output.WriteLine($"{earlier} → today: {moves.Count} moved");
        foreach (var move in moves)
            output.WriteLine("  " + move);
        Assert.True(moves.Count <= most, string.Join("\n", moves));
    }

    private static IReadOnlyList<string> Moves(ApiModel before, ApiModel after) =>
        ApiMoves.Between(ListingEmitter.List(before).ToString(), ListingEmitter.List(after).ToString());

    private static ApiModel Parse(string name, params string[] names) => ModelParser.Parse(
        SpecDocument.Read(PublishedSpecs.Read(Path.Combine("history", name)), [.. WholeDocument.BundledOverlays, .. names], default),
        new ParseOptions(name),
        default);
}
