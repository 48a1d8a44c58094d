using Intercom.Generator.Emit;
using Intercom.Generator.Parsing;
using Intercom.Generator.Spec;
using Intercom.Generator.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests;

/// <summary>The API of the client of each document, so that another document is reviewed as a difference of signatures.</summary>
public sealed class ApiListing(ITestOutputHelper output)
{
    [Fact]
    public void Our_document_has_the_api_that_was_reviewed() => Reviewed(WholeDocument.Ours, "intercom-preview.api.txt");

    [SpecsTheory]
    [InlineData("preview.yaml")]
    [InlineData("2.14.yaml")]
    [InlineData("2.11.yaml")]
    public void A_published_document_has_the_api_that_was_reviewed(string name) => Reviewed(name, $"published-{Path.GetFileNameWithoutExtension(name)}.api.txt");

    [Fact]
    public void What_is_listed_is_what_is_compiled() => Compiled(WholeDocument.Ours);

    [SpecsTheory]
    [InlineData("preview.yaml")]
    [InlineData("2.14.yaml")]
    [InlineData("2.11.yaml")]
    public void What_is_listed_of_a_published_document_is_what_is_compiled(string name) => Compiled(name);

    private void Reviewed(string document, string baseline)
    {
        var listing = List(document);
        output.WriteLine($"{document}: {listing.Count(static c => c == '\n')} lines, {listing.Length / 1000} kB");
        Baseline.Matches(baseline, listing);
    }

    private static void Compiled(string document)
    {
        var listed = List(document).Split('\n').Where(static line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var compiled = CompiledApi.Lines(WholeDocument.Generate(document, hasOverlay: true).Compilation).Order(StringComparer.Ordinal);
        Assert.Equal(compiled, listed);
    }

    private static string List(string document) =>
        ListingEmitter.List(ModelParser.Parse(SpecDocument.Read(WholeDocument.Text(document), WholeDocument.BundledOverlays, default), new ParseOptions(document), default)).ToString();
}
