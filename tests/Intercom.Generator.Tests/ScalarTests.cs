using Intercom.Generator.Spec;
using Intercom.Generator.Spec.Reading;
using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests;

/// <summary>Texts are what is written, and YAML is what others read.</summary>
public sealed class ScalarTests
{
    [Theory]
    [InlineData("2.10", "2.10")]
    [InlineData("1.0", "1.0")]
    [InlineData("007", "007")]
    [InlineData("1e3", "1e3")]
    [InlineData("0x10", "0x10")]
    [InlineData("1_000", "1_000")]
    [InlineData("+1", "+1")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("NO", "NO")]
    [InlineData("TRUE", "TRUE")]
    [InlineData("2020-01-01", "2020-01-01")]
    [InlineData(".nan", ".nan")]
    [InlineData("-1", "-1")]
    [InlineData("'null'", "null")]
    [InlineData("🎉", "🎉")]
    [InlineData("\"\\ud83c\\udf89\"", "🎉")]
    [InlineData("\"\\U0001F389\"", "🎉")]
    public void A_value_that_is_not_quoted_stays_as_it_is_written(string yaml, string text) =>
        Assert.Equal(text, Value($"a: {{ type: string, enum: [ other, {yaml} ] }}"));

    [Fact]
    public void A_version_stays_as_it_is_written() =>
        Generation.Of(SpecInput.Of(
            "openapi: 3.0.3\ninfo: { title: Small, version: 2.10 }\n"
            + "paths: { /a: { get: { responses: { '204': { description: Done } } } } }")).Compiles()
                .Emits("""public static string ApiVersion => "2.10";""");

    [Theory]
    [InlineData("a: { type: object, properties: { \"x\\ud83c\": { type: string } } }")]
    [InlineData("a: { type: string, enum: [ \"\\udf89x\", b ] }")]
    [InlineData("a: { type: object, description: \"\\ud83c\" }")]
    public void Half_a_character_is_an_error_at_its_line(string schema)
    {
        var generation = Generation.Of(SpecInput.Schemas("ok: { type: object, properties: { id: { type: string } } }\n" + schema));
        Assert.Empty(generation.Complaints);
        var diagnostic = Assert.Single(generation.Run.Diagnostics);
        Assert.True(diagnostic.Id is "IC1012" or "IC1001", diagnostic.ToString());
        Assert.Equal(6, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void A_merge_key_takes_over_what_it_names()
    {
        var document = SpecDocument.Read(
            """
            openapi: 3.0.1
            info: { title: Small, version: '1' }
            paths: {}
            x-one: &one { type: object, properties: &properties { id: { type: string } } }
            x-two: &two { title: Two, type: string }
            components:
              schemas:
                a: { <<: *one, title: A, properties: { <<: *properties, name: { type: string } } }
                b: { <<: [ *one, *two ] }
                c: { type: object, properties: { '<<': { type: string } } }
            """,
            [],
            default);
        var schemas = document.OpenApi.Components!.Schemas!;
        Assert.Equal(["id", "name"], schemas["a"].Properties!.Keys);
        Assert.Equal("A", schemas["a"].Title);
        Assert.Equal(["id"], schemas["b"].Properties!.Keys);
        Assert.Equal("Two", schemas["b"].Title);
        Assert.Equal(["<<"], schemas["c"].Properties!.Keys);
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void A_merge_key_of_something_else_is_an_error_at_its_line()
    {
        var diagnostic = Generation.Of(SpecInput.Schemas("a:\n  <<: text")).Single("IC1001");
        Assert.Contains("'<<' names no mapping", diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(6, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("|+\n            \n      nullable: true")]
    [InlineData(">-\n              \n\n      nullable: true")]
    [InlineData("|\r\n            \r\n      nullable: true")]
    public void A_block_of_blanks_is_read_and_what_follows_keeps_its_place(string block)
    {
        var generation = Generation.Of(SpecInput.Of(
            "openapi: 3.0.1\ninfo: { title: Small, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n    a:\n      type: string\n"
            + $"      example: {block}\n    b:\n      typ: string\n"));
        var diagnostic = Assert.Single(generation.Run.Diagnostics);
        Assert.Equal("IC1013", diagnostic.Id);
        Assert.Contains("'typ'", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_document_in_the_file_is_an_error_at_its_line()
    {
        var diagnostic = Generation.Of(SpecInput.Of("openapi: 3.0.1\npaths: {}\n---\nopenapi: 3.0.1\n")).Single("IC1001");
        Assert.Contains("a second document begins here", diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(2, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void Names_of_examples_are_names_where_the_document_names_things()
    {
        var generation = Generation.Of(SpecInput.Schemas(
            """
            lesson:
              type: object
              properties:
                example: { allOf: [ { $ref: '#/components/schemas/sentence' } ] }
                examples: { oneOf: [ { $ref: '#/components/schemas/sentence' }, { $ref: '#/components/schemas/example' } ] }
                word: { type: string, example: { type: object, $ref: '#/no/schema' }, examples: [ x ] }
            example: { allOf: [ { $ref: '#/components/schemas/sentence' } ] }
            sentence: { type: object, properties: { text: { type: string } } }
            """)).Compiles();
        generation.Emits("public Sentence? Example { get => _example; init => _example = value; }");
        Assert.NotNull(generation.Type("Intercom.Models.Example"));
        Assert.Empty(generation.Run.Diagnostics);
    }

    private static string Value(string schema)
    {
        var problems = new List<SpecProblem>();
        var root = (SpecMap)YamlReader.Read("a: 1\nschemas:\n  " + schema, 0, default);
        var data = ScalarJson.Data(((SpecMap)((SpecMap)root["schemas"]!)["a"]!)["enum"]!, new ReadingProblems(problems))!;
        Assert.Empty(problems);
        return data[1]!.ToString();
    }
}
