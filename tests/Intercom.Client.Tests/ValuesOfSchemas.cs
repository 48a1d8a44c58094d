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
                told_a: { type: object, properties: { kind: { type: string, enum: [ a ] }, a1: { type: string }, a2: { type: integer } } }
                told_b: { type: object, properties: { kind: { type: string, enum: [ b ] }, b1: { type: string }, b2: { type: boolean } } }
            """);
        var reading = new SchemaReading(document.Root, GeneratedClient.Of(document).Client.Assembly);
        Assert.Empty(reading.Faults());
        Assert.True(reading.Values >= 8, $"{what}: {reading.Values} values");
    }
}
