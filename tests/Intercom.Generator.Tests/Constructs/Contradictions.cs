using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests.Constructs;

/// <summary>What no value can be, and what has no place where it stands, is said at its line; what is left open is open.</summary>
public sealed class Contradictions
{
    private const string Parts =
        """

        text: { type: object, properties: { v: { type: string } } }
        more: { type: object, properties: { v: { type: object, properties: { a: { type: string }, b: { type: string } } } } }
        """;

    [Theory]
    [InlineData("properties of what is no object", "type: string, properties: { a: { type: string } }")]
    [InlineData("properties of what is no object", "type: array, items: { type: string }, properties: { a: { type: string } }")]
    [InlineData("items of what is no list", "type: object, properties: { a: { type: string } }, items: { type: string }")]
    [InlineData("items of what is no list", "type: string, items: { type: string }")]
    [InlineData("a property that is two things at once",
        "allOf: [ { $ref: '#/components/schemas/text' }, { type: object, properties: { v: { type: integer } } } ]")]
    [InlineData("a property that is two things at once",
        "allOf: [ { $ref: '#/components/schemas/text' }, { type: object, properties: { v: { type: array, items: { type: string } } } } ]")]
    [InlineData("a property that is two objects at once",
        "allOf: [ { $ref: '#/components/schemas/more' }, "
        + "{ type: object, properties: { v: { type: object, properties: { a: { type: string } } } } } ]")]
    [InlineData("the values of other names beside properties",
        "type: object, properties: { a: { type: string } }, additionalProperties: { type: integer }")]
    [InlineData("the values of other names beside properties",
        "allOf: [ { $ref: '#/components/schemas/text' }, { additionalProperties: { type: integer } } ]")]
    [InlineData("the values of other names beside properties",
        "additionalProperties: { type: integer }, oneOf: [ { $ref: '#/components/schemas/text' }, { $ref: '#/components/schemas/more' } ]")]
    public void What_cannot_be_had_is_said_at_its_line(string what, string host)
    {
        var generation = Generation.Of(SpecInput.Schemas($"host: {{ {host} }}" + Parts)).Compiles();
        var said = generation.Single("IC1006");
        Assert.Contains(what, said.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(5, said.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("allOf: [ { $ref: '#/components/schemas/text' }, { type: object, properties: { v: { type: string, enum: [ a, b ] } } } ]")]
    [InlineData("allOf: [ { $ref: '#/components/schemas/text' }, { type: object, properties: { v: { description: It. } } } ]")]
    [InlineData("allOf: [ { type: object, properties: { v: { type: number } } }, { type: object, properties: { v: { type: integer } } } ]")]
    [InlineData(
        "allOf: [ { type: object, properties: { v: { $ref: '#/components/schemas/text' } } }, "
        + "{ type: object, properties: { v: { type: object, properties: { v: { type: string }, w: { type: string } } } } } ]")]
    [InlineData("type: object, properties: { a: { type: string } }, additionalProperties: false")]
    [InlineData("type: object, properties: { a: { type: string } }, additionalProperties: true")]
    [InlineData("type: object, properties: { a: { type: string } }, additionalProperties: {}")]
    [InlineData("type: [ object, array ], properties: { a: { type: string } }, items: { type: string }")]
    public void What_narrows_contradicts_nothing(string host)
    {
        var generation = Generation.Of(SpecInput.Schemas($"host: {{ {host} }}" + Parts)).Compiles();
        Assert.DoesNotContain(generation.Run.Diagnostics, static said => said.Id == "IC1006");
    }

    [Theory]
    [InlineData("additionalProperties: true", true)]
    [InlineData("additionalProperties: {}", true)]
    [InlineData("additionalProperties: { type: integer }", true)]
    [InlineData("patternProperties: { '^x': { type: integer } }", true)]
    [InlineData("additionalProperties: false", false)]
    [InlineData("minProperties: 1", false)]
    public void Names_that_are_left_open_are_no_deviation(string open, bool isOpen)
    {
        var generation = Generation.Of(SpecInput.Schemas(
            $"host: {{ type: object, properties: {{ a: {{ type: string }} }}, {open} }}")).Compiles();
        Assert.Equal(isOpen, generation.Text.Contains("isOpen: true", StringComparison.Ordinal));
    }
}
