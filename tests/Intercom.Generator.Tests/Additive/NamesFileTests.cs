using Intercom.Generator.Listing;
using Intercom.Generator.Model;
using Intercom.Generator.Parsing;
using Intercom.Generator.Spec;
using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests.Additive;

/// <summary>The file that keeps names in their places: of the bundled documents, and of those that a project brings.</summary>
public sealed class NamesFileTests
{
    private const string Tag = "tag: { type: object, properties: { label: { type: string, enum: [a, b] } } }";

    private static readonly string[] Versions = [WholeDocument.Ours, "2.16", "2.14"];

    [Fact]
    public void The_names_of_the_bundled_documents_are_those_that_are_checked_in()
    {
        var path = Path.Combine(Repository.Root, "specs", "intercom.names.yaml");
        var kept = Read(File.ReadAllText(path));
        // A place that several versions have is called as the newest calls it; one that none has any more keeps its line.
        var names = Versions.Select(static version => ModelParser
            .Parse(WholeDocument.Read(version, hasOverlay: true), new ParseOptions(version), default).Names).ToList();
        var all = new PlacedNames(
            OfAll(names.SelectMany(static one => one.Operations).Concat(kept.Operations)),
            OfAll(names.SelectMany(static one => one.Types).Concat(kept.Types)));
        Baseline.Matches(path, NamesFile.Write(all));
    }

    [Fact]
    public void A_project_that_lists_its_api_gets_them_in_comments()
    {
        var generation = Generation.Of(Small().Listing(null)).Compiles();
        Assert.Contains(
            "//          'GET /tags': { name: Tags.Get, answers: ['200'] }\n", generation.Files["Names.g.cs"], StringComparison.Ordinal);
        Assert.Equal(NamesOf(Small()), Names(generation));
    }

    [Fact]
    public void What_is_written_down_stays_in_a_later_document()
    {
        var before = NamesOf(Small());
        var later = Small().Edit(static text => text.Replace("operationId: getTag", "operationId: readLabelledTag", StringComparison.Ordinal)
            .Replace(Tag, Tag + "\n    tag_label: { type: object, properties: { id: { type: string } } }", StringComparison.Ordinal));
        Generation.Of(later).Compiles().Omits("GetAsync(");
        Generation.Of(later.With(new InputFile("/project/Intercom.names.yaml", before, [("IntercomKind", "Names")]))).Compiles()
            .Emits("public virtual Task<Tag> GetAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>")
            .Emits("public TagLabel? Label { get => _label; init => _label = value; }");
    }

    [Fact]
    public void An_enum_that_is_composed_stays_one_beside_what_comes_later()
    {
        const string composed = "{ oneOf: [ { type: string, enum: [a] }, { type: string, enum: [b] } ] }";
        var first = Small().Edit(static text => text.Replace("{ type: string, enum: [a, b] }", composed, StringComparison.Ordinal));
        var later = first.Edit(static text => text.Replace(
            "enum: [b] } ]", "enum: [b] }, { type: object, properties: { id: { type: string } } } ]", StringComparison.Ordinal));
        var names = new InputFile("/project/Intercom.names.yaml", NamesOf(first), [("IntercomKind", "Names")]);
        Generation.Of(first).Compiles().Emits("public TagLabel? Label { get => _label; init => _label = value; }");
        var generation = Generation.Of(later.With(names)).Compiles();
        Assert.Contains("public static TagLabel A ", generation.Text, StringComparison.Ordinal);
        Assert.Contains("a variant beside values", generation.Single("IC1006").GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void The_names_of_another_client_are_left_alone()
    {
        var names = NamesOf(Small()).Replace("Tags.Get", "Tags.Take", StringComparison.Ordinal);
        Generation.Of(Small().With(new InputFile("/project/Other.names.yaml", names, [("IntercomKind", "Names")])))
            .Compiles().Omits("TakeAsync");
    }

    [Fact]
    public void A_place_of_any_characters_ends_no_line()
    {
        var written = NamesFile.Write(new PlacedNames(
            new EquatableArray<PlacedName>(
            [
                new PlacedName("GET /it's", "{ name: A.B }"),
                new PlacedName("GET /a\nb", "{ name: A.C }"),
                new PlacedName("GET /a\u2028b", "{ name: A.D }"),
            ]),
            EquatableArray<PlacedName>.Empty));
        Assert.Contains("          'GET /it''s': { name: A.B }\n", written, StringComparison.Ordinal);
        Assert.DoesNotContain("A.C", written, StringComparison.Ordinal);
        Assert.DoesNotContain("A.D", written, StringComparison.Ordinal);
    }

    private static EquatableArray<PlacedName> OfAll(IEnumerable<PlacedName> names) => names
        .GroupBy(static name => name.Place, StringComparer.Ordinal).Select(static same => same.First())
        .OrderBy(static name => name.Place, StringComparer.Ordinal).ToEquatable();

    private static PlacedNames Read(string file)
    {
        var action = (SpecMap)((SpecList)((SpecMap)YamlReader.Read(file, 0, default))["actions"]!).Items[0];
        var names = (SpecMap)((SpecMap)action["update"]!)["x-intercom-names"]!;
        var lines = file.Split('\n').Select(static line => line.Trim()).Where(static line => line.StartsWith('\'')).ToList();
        return new PlacedNames(Of("operations"), Of("types"));

        // The values as they are written; the lines stand in the order of the entries.
        EquatableArray<PlacedName> Of(string kind)
        {
            var from = kind == "operations" ? 0 : ((SpecMap)names["operations"]!).Entries.Count;
            return ((SpecMap)names[kind]!).Entries
                .Select((entry, i) => new PlacedName(entry.Key, lines[from + i][(Quoted(entry.Key).Length + ": ".Length)..]))
                .ToEquatable();
        }
    }

    private static string Quoted(string key) => $"'{key.Replace("'", "''", StringComparison.Ordinal)}'";

    private static SpecInput Small() => SpecInput.Paths(
        "/tags: { get: { tags: [Tags], operationId: getTag, responses: { '200': { description: It, "
        + "content: { application/json: { schema: { $ref: '#/components/schemas/tag' } } } } } } }",
        Tag);

    private static string NamesOf(SpecInput input) => Names(Generation.Of(input.Listing(null)));

    private static string Names(Generation generation) => string.Concat(generation.Files["Names.g.cs"].Split('\n')
        .Where(static line => line.StartsWith("//", StringComparison.Ordinal) && !line.Contains("auto-generated", StringComparison.Ordinal))
        .Select(static line => line[2..] + "\n"));
}
