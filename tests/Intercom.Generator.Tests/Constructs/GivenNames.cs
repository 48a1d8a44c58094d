using Intercom.Generator.Emit;
using Intercom.Generator.Parsing;
using Intercom.Generator.Spec;
using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests.Constructs;

/// <summary>What is given the same name is one type, wherever it stands and in whatever order.</summary>
public sealed class GivenNames
{
    private const string Gone = "gone: { type: object, x-intercom-type: DeletedThing, required: [ id ], "
        + "properties: { id: { type: string }, deleted: { type: boolean } } }";
    private const string Left =
        "left: { type: object, x-intercom-type: DeletedThing, properties: { id: { type: string }, at: { type: integer } } }";
    private const string Inline = "box: { type: object, properties: { "
        + "last: { type: object, x-intercom-type: DeletedThing, properties: { by: { type: string } } } } }";

    private const string DeletedRecord = """
        record Intercom.Models.DeletedThing
          long? At
          string? By
          bool? Deleted
          string Id
        """;

    public static TheoryData<string> Orders() => [.. Permutations([Gone, Left, Inline]).Select(static lines => string.Join("\n", lines))];

    [Theory]
    [MemberData(nameof(Orders))]
    public void Components_and_inline_schemas_become_one_record_with_all_properties(string schemas)
    {
        var listing = List(schemas);

        Assert.Contains(DeletedRecord, listing, StringComparison.Ordinal);
        Assert.Contains("  DeletedThing? Last\n", listing, StringComparison.Ordinal);
        Generation.Of(SpecInput.Schemas(schemas)).Compiles();
    }

    [Theory]
    [InlineData(Left, "always: 0x1")]
    [InlineData(Left + "\n" + Inline, "u8)")]
    public void What_one_of_the_places_lacks_is_not_missed(string others, string said)
    {
        var lines = Generation.Of(SpecInput.Schemas(Gone + "\n" + others)).Compiles().Text.Split('\n');
        Assert.Contains(said, lines.SkipWhile(static line => !line.Contains("record DeletedThing", StringComparison.Ordinal))
            .First(static line => line.Contains("JsonNames Names =>", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_is_required_only_where_every_place_requires_it()
    {
        const string both = "required: [ a ], properties: { a: { type: string }, b: { type: string } }";
        var request = List($$"""
            one_request: { type: object, properties: { x: { type: object, x-intercom-type: PartRequest, {{both}} } } }
            other_request: { type: object, properties: { x: { type: object, x-intercom-type: PartRequest, {{both}} } } }
            """);
        Assert.Contains("  required string A\n", request, StringComparison.Ordinal);

        Assert.Contains("  string? A\n", List($$"""
            one_request: { type: object, properties: { x: { type: object, x-intercom-type: PartRequest, {{both}} } } }
            other_request:
              type: object
              properties: { x: { type: object, x-intercom-type: PartRequest, properties: { b: { type: string } } } }
            """), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("password", "uri")]
    [InlineData("uri", "password")]
    public void A_secret_of_one_place_is_a_secret_of_all(string first, string last) => Generation.Of(SpecInput.Schemas($$"""
            one: { type: object, x-intercom-type: Part, properties: { key: { type: string, format: {{first}} } } }
            other: { type: object, x-intercom-type: Part, properties: { key: { type: string, format: {{last}} } } }
            """)).Compiles().Emits("case 0: json.Secret(ref _key); break;");

    [Fact]
    public void An_enum_has_the_values_of_all_places_and_takes_in_text()
    {
        var listing = List("""
            a: { type: object, properties: { state: { type: string, x-intercom-type: Phase } } }
            b:
              type: object
              properties:
                phase: { type: string, x-intercom-type: Phase, enum: [ new, 3rd_one ], x-intercom-values: { 3rd_one: Third } }
            c:
              type: object
              properties: { phases: { type: array, items: { type: string, x-intercom-type: Phase, enum: [ old ] } } }
            """);

        Assert.Contains(
            "enum Intercom.Models.Phase\n  New \"new\"\n  Old \"old\"\n  Third \"3rd_one\"\n", listing, StringComparison.Ordinal);
        Assert.Contains("record Intercom.Models.A\n  Phase? State\n", listing, StringComparison.Ordinal);
        Assert.Contains("record Intercom.Models.C\n  IReadOnlyList<Phase> Phases\n", listing, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_given_a_name_without_values_anywhere_stays_text() => Assert.Contains(
        "  string? State\n",
        List("a: { type: object, properties: { state: { type: string, x-intercom-type: Phase } } }"),
        StringComparison.Ordinal);

    [Fact]
    public void A_union_is_called_as_it_is_given_even_where_another_has_the_same_cases()
    {
        var listing = List("""
            a:
              type: object
              properties: { path: { oneOf: [ { type: string }, { type: array, items: { type: string } } ], x-intercom-type: Where } }
            b:
              type: object
              properties: { label: { oneOf: [ { type: string }, { type: array, items: { type: string } } ], x-intercom-type: Label } }
            c:
              type: object
              properties: { label: { oneOf: [ { type: string }, { type: array, items: { type: boolean } } ], x-intercom-type: Label } }
            """);

        Assert.Contains("  Where? Path\n", listing, StringComparison.Ordinal);
        Assert.Contains(
            "union Intercom.Models.Label\n  IReadOnlyList<bool>\n  IReadOnlyList<string>\n  string\n", listing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_given_name_goes_before_one_that_is_made()
    {
        const string given = "box: { type: object, properties: { picture: "
            + "{ type: object, x-intercom-type: Avatar, properties: { url: { type: string } } } } }";
        const string other = "avatar: { type: object, properties: { id: { type: string } } }\n";

        Assert.Contains("  Avatar? Picture\n", List(given), StringComparison.Ordinal);
        Assert.Contains("  Avatar? Picture\n", List(other + given), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_of_another_kind_is_a_type_beside_the_one_of_that_name() => Generation.Of(SpecInput.Schemas("""
            a: { type: object, properties: { x: { type: object, x-intercom-type: Same, properties: { id: { type: string } } } } }
            b: { type: object, properties: { x: { type: string, x-intercom-type: Same, enum: [ p, q ] } } }
            c: { type: object, properties: { x: { oneOf: [ { type: string }, { type: integer } ], x-intercom-type: Same } } }
            """)).Compiles();

    private static string List(string schemas)
    {
        var document = SpecDocument.Read(SpecInput.Schemas(schemas).Files[0].Text, [], default);
        return ListingEmitter.List(ModelParser.Parse(document, new ParseOptions("small.yaml"), default)).ToString();
    }

    private static IEnumerable<string[]> Permutations(string[] lines) => lines.Length <= 1
        ? [lines]
        : lines.SelectMany((line, i) => Permutations([.. lines.Where((_, j) => j != i)]).Select(rest => (string[])[line, .. rest]));
}
