using Intercom.Json;
using Xunit.Abstractions;

namespace Intercom.Client.Tests;

/// <summary>Whatever a schema allows is read into typed properties: nothing of it deviates, and nothing is lost.</summary>
public class ValuesOfSchemas(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(TestedDocument.Names), MemberType = typeof(TestedDocument))]
    public void What_a_document_declares_is_what_its_types_read(string name)
    {
        if (TestedDocument.Of(name, output) is not { } tested)
            return;

        var reading = new SchemaReading(tested.Corrected(), tested.Client.Client.Assembly);
        // A filter that names no field is no filter, and looks like one of several.
        var faults = reading.Faults().Where(static fault => !fault.Contains("$.query.value,", StringComparison.Ordinal)).ToList();
        output.WriteLine($"{name}: {reading.Values} values of {reading.Types} types");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(reading.Types > 100 && reading.Values > 3 * reading.Types, $"{reading.Values} values of {reading.Types} types");
    }

    // What other documents than Intercom's do with schemas, each of which was once read as something else than it is.
    [Theory]
    [InlineData("properties that none of the cases requires",
        "host: { oneOf: [ { $ref: '#/components/schemas/a' }, { $ref: '#/components/schemas/b' } ] }")]
    [InlineData("a case that has no property of its own",
        "host: { anyOf: [ { $ref: '#/components/schemas/a' }, { $ref: '#/components/schemas/b' }, "
        + "{ $ref: '#/components/schemas/common' } ] }")]
    [InlineData("a word that tells the cases apart and need not be there",
        "host: { oneOf: [ { $ref: '#/components/schemas/told_a' }, { $ref: '#/components/schemas/told_b' } ] }")]
    [InlineData("names that are left open beside properties",
        "host: { type: object, properties: { id: { type: string } }, additionalProperties: { type: integer } }")]
    [InlineData("names that a part leaves open",
        "host: { allOf: [ { $ref: '#/components/schemas/a' }, { type: object, additionalProperties: { type: integer } } ] }")]
    [InlineData("names that are left open beside variants",
        "host: { type: object, properties: { x: { type: string } }, oneOf: [ { required: [ x ] }, "
        + "{ required: [ y ] } ], additionalProperties: { type: string } }")]
    [InlineData("a property that is text in one variant and a list in another",
        "host: { anyOf: [ { type: object, properties: { v: { type: string } } }, { type: object, "
        + "properties: { v: { type: array, items: { type: string } } } } ] }")]
    [InlineData("a property that is an object of another kind in each variant",
        "host: { oneOf: [ { type: object, properties: { k: { type: string }, "
        + "v: { $ref: '#/components/schemas/a' } } }, { type: object, properties: { l: { type: string }, "
        + "v: { $ref: '#/components/schemas/b' } } } ] }")]
    [InlineData("a property that is a list of another kind in each of three variants",
        "host: { anyOf: [ { type: object, properties: { v: { type: integer } } }, { type: object, "
        + "properties: { v: { type: array, items: { $ref: '#/components/schemas/a' } } } }, { type: object, "
        + "properties: { v: { type: array, items: { type: string } } } } ] }")]
    [InlineData("a number that is composed of its type and its value",
        "host: { type: object, properties: { n: { allOf: [ { type: integer }, { const: 3 } ] }, "
        + "b: { allOf: [ { const: true }, { type: boolean } ] }, t: { allOf: [ { const: 4 } ] } } }")]
    [InlineData("a union that is composed with nothing but words",
        "host: { type: object, properties: { p: { allOf: [ { description: It. }, { anyOf: [ { type: string }, "
        + "{ $ref: '#/components/schemas/a' } ] } ] }, u: { allOf: [ { $ref: '#/components/schemas/union' }, { required: [ id ] } ] } } }")]
    [InlineData("a union that an object is composed with",
        "host: { allOf: [ { $ref: '#/components/schemas/common' }, { oneOf: [ { $ref: '#/components/schemas/a' }, "
        + "{ type: object, properties: { inline: { type: integer } } } ] }, { type: object, properties: { own: { type: boolean } } } ] }")]
    [InlineData("a union beside what each of its cases is composed with",
        "host: { allOf: [ { type: object, properties: { beside: { type: integer } } } ], "
        + "oneOf: [ { $ref: '#/components/schemas/a' }, { $ref: '#/components/schemas/b' } ] }")]
    [InlineData("cases that a number tells apart, which is declared somewhere else",
        "host: { type: object, properties: { v: { oneOf: [ { $ref: '#/components/schemas/first' }, "
        + "{ $ref: '#/components/schemas/second' } ] } } }")]
    [InlineData("objects that are one of some",
        "host: { type: object, properties: { v: { type: object, enum: [ { id: 1, name: x }, { id: 2 } ] } } }")]
    [InlineData("maps of different values",
        "host: { type: object, properties: { m: { oneOf: [ { type: object, additionalProperties: { type: string } }, "
        + "{ type: object, additionalProperties: { type: integer } } ] } } }")]
    public void What_others_do_with_schemas_is_read_as_it_is_declared(string what, string host)
    {
        var document = ApiDocument.Parse(what, $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /hosts/{id}:
                get:
                  operationId: getHost
                  parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
                  responses:
                    '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/host' } } } }
            components:
              schemas:
                {{host}}
                union: { oneOf: [ { $ref: '#/components/schemas/a' }, { $ref: '#/components/schemas/b' }, { type: integer } ] }
                also_union: { allOf: [ { $ref: '#/components/schemas/union' } ], description: The same. }
                common: { type: object, properties: { id: { type: string }, n: { type: string } } }
                a: { type: object, properties: { id: { type: string }, n: { type: string }, a1: { type: string }, a2: { type: integer } } }
                b: { type: object, properties: { id: { type: string }, n: { type: string }, b1: { type: string }, b2: { type: boolean } } }
                one: { type: integer, enum: [ 1 ] }
                two: { type: integer, enum: [ 2 ] }
                first: { type: object, required: [ v ], properties: { v: { $ref: '#/components/schemas/one' }, w: { type: string } } }
                second: { type: object, required: [ v ], properties: { v: { $ref: '#/components/schemas/two' }, w: { type: string } } }
                told_a: { type: object, properties: { kind: { type: string, enum: [ a ] }, a1: { type: string }, a2: { type: integer } } }
                told_b: { type: object, properties: { kind: { type: string, enum: [ b ] }, b1: { type: string }, b2: { type: boolean } } }
            """);
        var reading = new SchemaReading(document.Root, GeneratedClient.Of(document).Client.Assembly);
        Assert.Empty(reading.Faults());
        Assert.True(reading.Values >= 8, $"{what}: {reading.Values} values");
    }

    private static readonly string[] Kinds =
    [
        "{ type: string }", "{ type: string, enum: [ a, b ] }", "{ type: string, format: date }", "{ type: integer }", "{ type: number }",
        "{ type: boolean }", "{ type: object, additionalProperties: { type: integer } }",
        "{ type: object, additionalProperties: { type: string } }", "{ type: object, additionalProperties: { type: boolean } }",
        "{ type: array, items: { type: string } }", "{ type: array, items: { type: integer } }",
        "{ type: array, items: { $ref: '#/components/schemas/texts' } }", "{ $ref: '#/components/schemas/texts' }",
        "{ $ref: '#/components/schemas/numbers' }", "{ $ref: '#/components/schemas/lists' }", "{ $ref: '#/components/schemas/objects' }",
        "{ $ref: '#/components/schemas/others' }", "{ $ref: '#/components/schemas/more' }", "{ $ref: '#/components/schemas/union' }",
        "{ type: object, properties: { p: { type: boolean }, q: { type: boolean } } }",
    ];

    // Two records that have the same names, and kinds of which a word tells one, among them.
    [Theory]
    [InlineData("oneOf: [ ONE, TWO ]")]
    [InlineData("anyOf: [ ONE, TWO, { $ref: '#/components/schemas/told' } ]")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/told' }, ONE, TWO ], discriminator: { propertyName: kind }")]
    public void One_of_two_kinds_is_read_as_what_it_is(string union)
    {
        var pairs = Kinds.SelectMany(static (one, i) => Kinds.Where((_, j) => j != i).Select(two => (One: one, Two: two))).ToList();
        var hosts = pairs.Select((pair, i) => $"    host{i}: {{ type: object, properties: {{ v: {{ "
            + union.Replace("ONE", pair.One, StringComparison.Ordinal).Replace("TWO", pair.Two, StringComparison.Ordinal) + " } } }");
        var document = ApiDocument.Parse("two kinds", $$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                told: { type: object, required: [ kind ], properties: { kind: { type: string }, only: { type: integer } } }
                texts: { type: object, properties: { kind: { type: string }, p: { type: string }, q: { type: string } } }
                numbers: { type: object, properties: { kind: { type: string }, p: { type: integer }, q: { type: integer } } }
                lists:
                  type: object
                  properties:
                    { kind: { type: string }, p: { type: array, items: { type: integer } }, q: { type: array, items: { type: string } } }
                objects:
                  type: object
                  properties:
                    { kind: { type: string }, p: { $ref: '#/components/schemas/texts' }, q: { $ref: '#/components/schemas/more' } }
                others:
                  type: object
                  properties:
                    { kind: { type: string }, p: { $ref: '#/components/schemas/numbers' }, q: { $ref: '#/components/schemas/others' } }
                more:
                  type: object
                  properties: { kind: { type: string }, p: { type: string }, q: { type: string }, r: { type: string } }
                union: { oneOf: [ { $ref: '#/components/schemas/lists' }, { type: boolean } ] }
            {{string.Join('\n', hosts)}}
            """);
        var reading = new SchemaReading(document.Root, GeneratedClient.Of(document).Client.Assembly);
        var faults = reading.Faults().ToList();
        output.WriteLine($"{pairs.Count} pairs, {reading.Values} values");
        Assert.True(faults.Count == 0, $"{faults.Count}:\n{string.Join('\n', faults)}");
        Assert.True(reading.Values > 4 * pairs.Count, $"{reading.Values} values");
    }

    // Each level is read as each of the two; were it so in each of these readings as well, sixty levels would never end.
    [Fact]
    public void Twins_that_hold_each_other_are_read_as_what_they_are_and_in_the_time_of_their_length()
    {
        var document = ApiDocument.Parse("twins", """
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                one: { type: object, properties: { p: { type: integer }, next: { $ref: '#/components/schemas/twin' } } }
                two: { type: object, properties: { p: { type: string }, next: { $ref: '#/components/schemas/twin' } } }
                twin: { oneOf: [ { $ref: '#/components/schemas/one' }, { $ref: '#/components/schemas/two' } ] }
            """);
        var twin = JsonTypes.Of(GeneratedClient.Of(document).Client.Assembly.GetType("Intercom.Models.One")!)!;
        Assert.Empty(Deviations(twin, Nested(6)));
        Assert.NotEmpty(Deviations(twin, Nested(60)));
        Assert.InRange(Bytes(twin, 60) / (double)Bytes(twin, 30), 1, 5);
    }

    private static string Nested(int levels) => levels == 0 ? "{}"
        : $"{{\"p\":{(levels % 2 == 0 ? "1" : "\"1\"")},\"next\":{Nested(levels - 1)}}}";

    private static List<JsonDeviation> Deviations(IJsonType type, string json)
    {
        var deviations = new List<JsonDeviation>();
        Assert.Empty(JsonCompare.Differences(json, type.Write(type.Read(json, deviations))));
        return deviations;
    }

    private static long Bytes(IJsonType type, int levels)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        type.Read(Nested(levels), []);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
