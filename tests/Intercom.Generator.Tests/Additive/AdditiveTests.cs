using Intercom.Generator.Emit;
using Intercom.Generator.Listing;
using Intercom.Generator.Model;
using Intercom.Generator.Parsing;
using Intercom.Generator.Spec;
using Intercom.Generator.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests.Additive;

/// <summary>A document that only adds changes nothing that was there: no type, member or method goes, is renamed or changes its type.</summary>
public sealed class AdditiveTests(ITestOutputHelper output)
{
    private const string Document = "intercom-preview.yaml";

    public static TheoryData<string> Edits => new(AdditiveEdits.All.Keys);

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_addition_moves_nothing(string edit)
    {
        var before = Parse(WholeDocument.Text(Document));
        var document = SpecJson.Of(WholeDocument.Text(Document));
        var places = AdditiveEdits.All[edit](document);
        Compare(before, document.ToJsonString(), $"{edit}, {places} places");
        Assert.True(places > 0);
    }

    [Fact]
    public void Components_named_like_the_types_of_the_client_move_nothing()
    {
        var before = Parse(WholeDocument.Text(Document));
        var document = SpecJson.Of(WholeDocument.Text(Document));
        var places = AdditiveEdits.NameComponents(document, before.Types.Select(static type => type.Name));
        Compare(before, document.ToJsonString(), $"components named like types, {places} places");
    }

    private void Compare(ApiModel before, string edited, string what)
    {
        var moves = ApiMoves.Between(ListingEmitter.List(before).ToString(), ListingEmitter.List(Parse(edited, NamesFile.Write(before.Names))).ToString());
        output.WriteLine($"{what}: {moves.Count} moved");
        Assert.True(moves.Count == 0, $"{what}: {moves.Count} moved\n{string.Join('\n', moves.Take(20))}");
    }

    private static ApiModel Parse(string text, params string[] names) =>
        ModelParser.Parse(SpecDocument.Read(text, [.. WholeDocument.BundledOverlays, .. names], default), new ParseOptions(Document), default);
}
