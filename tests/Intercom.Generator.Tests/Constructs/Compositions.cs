using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests.Constructs;

/// <summary>What is composed is what its parts say: an object only where one of them may be one.</summary>
public sealed class Compositions
{
    private const string Parts =
        """
        words: { type: string }
        kinds: { type: string, enum: [ a, b ] }
        list: { type: array, items: { $ref: '#/components/schemas/item' } }
        item: { type: object, properties: { id: { type: string } } }
        """;

    // A composition, and the type that a property of it has.
    private static readonly (string Schema, string Type)[] Kinds =
    [
        ("allOf: [ { type: string }, { maxLength: 3 } ]", "string?"),
        ("allOf: [ { type: string, format: date }, { description: A day. } ]", "DateOnly?"),
        ("allOf: [ { type: integer }, { minimum: 1 } ]", "long?"),
        ("allOf: [ { type: boolean } ]", "bool?"),
        ("allOf: [ { allOf: [ { type: number } ] }, { maximum: 3 } ]", "double?"),
        ("allOf: [ { $ref: '#/components/schemas/words' }, { minLength: 1 } ]", "string?"),
        ("allOf: [ { $ref: '#/components/schemas/kinds' }, { minLength: 1 } ]", "Kinds?"),
        ("allOf: [ { $ref: '#/components/schemas/words' }, { enum: [ x, y ] } ]", "enum"),
        ("allOf: [ { type: string }, { enum: [ x, y ] } ]", "enum"),
        ("oneOf: [ { const: x, title: An x }, { const: y, description: A y. } ]", "enum"),
        ("anyOf: [ { type: string, enum: [ x ] }, { type: string, enum: [ y ] }, { type: 'null' } ]", "enum"),
        ("oneOf: [ { const: 1 }, { const: 2 } ]", "long?"),
        ("allOf: [ { type: array, items: { type: string } }, { maxItems: 3 } ]", "IReadOnlyList<string>"),
        ("allOf: [ { $ref: '#/components/schemas/list' }, { minItems: 1 } ]", "IReadOnlyList<Item>"),
        ("allOf: [ { type: array, items: { type: object, properties: { id: { type: string } } } } ]", "list"),
        ("type: array, items: { type: string }, allOf: [ { maxItems: 3 }, { minItems: 1 } ]", "IReadOnlyList<string>"),
        ("items: { $ref: '#/components/schemas/item' }, allOf: [ { type: array }, { minItems: 1 } ]", "IReadOnlyList<Item>"),
        ("type: string, enum: [ x, y ], allOf: [ { type: string }, { minLength: 1 } ]", "enum"),
        ("type: integer, allOf: [ { allOf: [ { type: integer }, { minimum: 1 } ] }, { maximum: 3 } ]", "long?"),
        ("enum: [ [ 1 ], [ 2 ] ]", "JsonElement?"),
        ("enum: [ { a: 1 } ]", "JsonElement?"),
        ("enum: [ null ]", "JsonElement?"),
        ("allOf: [ { $ref: '#/components/schemas/item' }, { required: [ id ] } ]", "record"),
        ("allOf: [ { $ref: '#/components/schemas/item' }, { type: object, properties: { more: { type: string } } } ]", "record"),
    ];

    public static TheoryData<string, string, bool> Places()
    {
        var places = new TheoryData<string, string, bool>();
        foreach (var (schema, type) in Kinds)
        {
            places.Add(schema, type, true);
            places.Add(schema, type, false);
        }

        return places;
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_composition_is_what_its_parts_say(string schema, string type, bool isComponent)
    {
        var text = isComponent
            ? $"owner: {{ type: object, properties: {{ p: {{ $ref: '#/components/schemas/made' }} }} }}\nmade: {{ {schema} }}\n{Parts}"
            : $"owner: {{ type: object, properties: {{ p: {{ {schema} }} }} }}\n{Parts}";
        var generation = Generation.Of(Document(text)).Compiles();
        var named = isComponent ? "Made" : "OwnerP";
        var expected = type switch
        {
            "enum" => named + "?",
            "record" => named + "?",
            "list" => $"IReadOnlyList<{named}Item>",
            _ => type,
        };
        Assert.Contains($"public {expected} P ", generation.Text, StringComparison.Ordinal);
        if (type == "enum")
            Assert.Contains($"public static {named} X ", generation.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_parameter_that_is_composed_is_sent(string schema, string type, bool isComponent)
    {
        var made = isComponent ? "{ $ref: '#/components/schemas/made' }" : $"{{ {schema} }}";
        var generation = Generation.Of(Document(
            isComponent ? $"made: {{ {schema} }}\n{Parts}" : Parts,
            $"{{ /things: {{ get: {{ parameters: [ {{ name: sent, in: query, required: true, schema: {made} }} ], "
                + "responses: { '204': { description: Done } } } } }")).Compiles();
        Assert.Contains(type == "record" ? "\"id\"" : "\"sent\"", generation.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alternative_that_is_no_object_is_said_where_an_object_is_composed_of_it()
    {
        var generation = Generation.Of(SpecInput.Schemas(
            "owner: { allOf: [ { $ref: '#/components/schemas/item' }, "
            + "{ oneOf: [ { $ref: '#/components/schemas/kinds' }, { type: integer } ] } ] }\n" + Parts)).Compiles();
        Assert.Contains("an alternative that is no object", generation.Single("IC1006").GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_derived_from_a_schema_that_lists_it_has_nothing_of_what_else_is_listed() => Generation.Of(SpecInput.Schemas(
        """
        base:
          type: object
          properties: { kind: { type: string } }
          oneOf: [ { $ref: '#/components/schemas/cat' }, { $ref: '#/components/schemas/dog' } ]
        cat: { allOf: [ { $ref: '#/components/schemas/base' }, { type: object, properties: { claws: { type: integer } } } ] }
        dog: { allOf: [ { $ref: '#/components/schemas/middle' }, { type: object, properties: { bark: { type: integer } } } ] }
        middle: { allOf: [ { $ref: '#/components/schemas/base' } ] }
        """)).Compiles()
        .Emits("""protected override JsonNames Names => s_names ??= new("kind\0claws"u8);""")
        .Emits("""protected override JsonNames Names => s_names ??= new("kind\0bark"u8);""");

    // Constants are OpenAPI's since 3.1.
    private static SpecInput Document(string schemas, string paths = "{}") => SpecInput.Of(
        $"openapi: 3.1.0\ninfo: {{ title: Small, version: '1.0' }}\npaths: {paths}\ncomponents:\n  schemas:\n    "
        + schemas.Replace("\n", "\n    ", StringComparison.Ordinal) + "\n");
}
