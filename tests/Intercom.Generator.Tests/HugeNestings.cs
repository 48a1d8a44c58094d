using Intercom.Generator.Tests.Harness;

namespace Intercom.Generator.Tests;

/// <summary>Schemas in each other as deep as a document may be, two ways of nesting in turns: what is looked at twice at each level would
/// take for ever.</summary>
internal static class HugeNestings
{
    // Of the levels of a document, some stand around the schema.
    private const int Deepest = 72;

    private const string Content = "{ application/json: { schema: { $ref: '#/components/schemas/thing' } } }";

    private static readonly Dictionary<string, (int Levels, string Around)> Ways = new()
    {
        ["items"] = (1, "{ type: array, items: $ }"),
        ["items that can be null"] = (3, "{ type: array, items: { nullable: true, allOf: [ $ ] } }"),
        ["a map"] = (1, "{ type: object, additionalProperties: $ }"),
        ["a property"] = (2, "{ type: object, properties: { a: $, b: { type: string } } }"),
        ["a list in a property"] = (3, "{ type: object, properties: { a: { type: array, items: $ } } }"),
        ["names beside properties"] = (1, "{ type: object, properties: { a: { type: string } }, additionalProperties: $ }"),
        ["a part"] = (2, "{ allOf: [ $ ] }"),
        ["a part beside another"] = (2, "{ allOf: [ { type: object, properties: { c: { type: string } } }, $ ] }"),
        ["a part beside words"] = (2, "{ allOf: [ { description: It. }, $ ] }"),
        ["the only variant"] = (2, "{ oneOf: [ $ ] }"),
        ["a variant beside a text"] = (2, "{ oneOf: [ $, { type: string } ] }"),
        ["a variant beside an object"] = (2, "{ anyOf: [ $, { type: object, properties: { z: { type: string } } } ] }"),
        ["a list beside another"] = (3, "{ oneOf: [ { type: array, items: $ }, { type: array, items: { type: string } } ] }"),
        ["a property that variants share"] =
            (4, "{ anyOf: [ { type: object, properties: { a: $ } }, { type: object, properties: { a: { type: string } } } ] }"),
    };

    /// <summary>Documents by their names: each way of nesting in turns with each.</summary>
    public static IReadOnlyDictionary<string, Func<SpecInput>> All { get; } = Ways.Keys
        .SelectMany(static _ => Ways.Keys, static (one, other) => (one, other))
        .ToDictionary(static pair => $"{pair.one}, {pair.other}", static pair => (Func<SpecInput>)(() => Document(pair.one, pair.other)));

    private static SpecInput Document(string one, string other)
    {
        var schema = "{ type: object, properties: { end: { type: integer } } }";
        var levels = 0;
        for (var way = one; levels < Deepest; way = way == one ? other : one)
        {
            schema = Ways[way].Around.Replace("$", schema, StringComparison.Ordinal);
            levels += Ways[way].Levels;
        }

        return SpecInput.Paths(
            $"/things: {{ get: {{ responses: {{ '200': {{ description: It., content: {Content} }} }} }} }}",
            $"thing: {schema}");
    }
}
