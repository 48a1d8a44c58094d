using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests;

/// <summary>References lead to anything in the document, and nowhere else.</summary>
public sealed class ReferenceTests
{
    private const string Order =
        """
        order:
          type: object
          $defs: { money: { type: object, properties: { amount: { type: integer } } } }
          properties:
            state: { type: string, enum: [ open, closed ] }
            lines:
              type: array
              items:
                type: object
                properties:
                  price: { $ref: '#/components/schemas/order/$defs/money' }
                  parent: { $ref: '#/components/schemas/order/properties/lines/items' }
        """;

    [Theory]
    [InlineData("#/components/schemas/order", "Task<Order>")]
    [InlineData("#/components/schemas/order/properties/lines/items", "Task<OrderLine>")]
    [InlineData("#/components/schemas/a~1b", "Task<AB>")]
    [InlineData("#/components/schemas/a%2Fb", "Task<AB>")]
    [InlineData("#/components/schemas/has%20space", "Task<HasSpace>")]
    [InlineData("#/components/schemas/has space", "Task<HasSpace>")]
    [InlineData("#/components/schemas/alias", "Task<Order>")]
    [InlineData("#/components/schemas/alias/properties/lines/items", "Task<OrderLine>")]
    [InlineData("#/paths/~1copied/get/responses/200/content/application~1json/schema", "Task<GetCopiedResponse>")]
    [InlineData("#/components/responses/named/content/application~1json/schema", "Task<Order>")]
    public void An_answer_is_what_its_schema_references(string reference, string type) => Generation.Of(Document(
        Answering($"\"{reference}\""))).Compiles()
        .Emits($"public virtual {type} ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>");

    [Theory]
    [InlineData("#/components/pathItems/one")]
    [InlineData("#/paths/~1c~1{id}")]
    [InlineData("#/paths/~1c~1%7Bid%7D")]
    [InlineData("#/paths/~1d")]
    public void A_path_is_what_it_references(string reference)
    {
        var generation = Generation.Of(Document($"/things/{{id}}: {{ $ref: \"{reference}\" }}")).Compiles();
        Assert.Contains(
            """SendAsync<Order>(new ApiRequest("GET /things/{id}", PathValue.Text("id", thingId))""", generation.Text, StringComparison.Ordinal);
        Assert.Empty(generation.Run.Diagnostics);
    }

    [Fact]
    public void Parameters_bodies_and_answers_are_what_they_reference()
    {
        var generation = Generation.Of(Document(
            """
            /things:
              post:
                operationId: createThing
                parameters: [ { $ref: '#/components/parameters/verbose' }, { $ref: '#/paths/~1copied/get/parameters/0' } ]
                requestBody: { $ref: '#/components/requestBodies/order' }
                responses: { '200': { $ref: '#/paths/~1things2/get/responses/200' } }
            /things2: { get: { operationId: listThings2, responses: { '200': { $ref: '#/components/responses/named' } } } }
            """)).Compiles();
        generation.Emits(
            "public virtual Task<Order> CreateAsync(Order request, CreateThingQuery query, "
            + "RequestOptions? options = null, CancellationToken cancellationToken = default) =>");
        Assert.Empty(generation.Run.Diagnostics);
    }

    [Theory]
    [InlineData("other.yaml#/components/schemas/order", "leads out of the document, and no other file is read")]
    [InlineData("./order.json", "leads out of the document, and no other file is read")]
    [InlineData("#order", "is no path into the document, such as '#/components/schemas/name'")]
    [InlineData("#/components/schemas/ordr", "does not exist in the document")]
    [InlineData("#/components/schemas/order/properties/stat", "does not exist in the document")]
    [InlineData("#/components/schemas/order/type", "names no schema")]
    public void What_cannot_be_followed_is_said_and_is_raw_JSON(string reference, string why)
    {
        var generation = Generation.Of(Document(Answering($"'{reference}'")))
            .Compiles()
            .Emits("public virtual Task<JsonElement> ListAsync("
                + "RequestOptions? options = null, CancellationToken cancellationToken = default) =>");
        var diagnostic = generation.Single("IC1005");
        Assert.StartsWith($"'{reference}' {why}; ", diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(13, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("parameters: [ { $ref: 'x.yaml#/p' } ]", "a parameter is left out")]
    [InlineData("requestBody: { $ref: '#/components/requestBodies/x' }", "a request body is left out")]
    [InlineData("summary: S", "a response is left out")]
    public void What_is_no_schema_and_cannot_be_followed_is_left_out(string part, string consequence)
    {
        var responses = part.StartsWith("summary", StringComparison.Ordinal)
            ? "'201': { $ref: 'x.yaml#/r' }, '204': { description: Done }" : "'204': { description: Done }";
        var generation = Generation
            .Of(Document($"/things: {{ post: {{ operationId: createThing, {part}, responses: {{ {responses} }} }} }}")).Compiles();
        Assert.Contains(consequence, generation.Single("IC1005").GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: { $ref: '#/components/schemas/b' }\nb: { $ref: '#/components/schemas/a' }")]
    [InlineData("a: { $ref: '#/components/schemas/a' }")]
    [InlineData("a: { $ref: '#/components/schemas/a/properties/x' }")]
    [InlineData("a: { type: object, properties: { x: { $ref: '#/components/schemas/a/properties/x' } } }")]
    public void A_circle_of_references_is_an_error_at_its_line(string schemas)
    {
        var generation = Generation.Of(SpecInput.Schemas(schemas + "\nother: { type: object, properties: { id: { type: string } } }"));
        Assert.Empty(generation.Complaints);
        Assert.NotNull(generation.Type("Intercom.Models.Other"));
        var diagnostic = generation.Single("IC1012");
        Assert.Contains("leads back to itself", diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(5, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    // Whoever meets the circle first has it from outside, where a component that stands for another is the end.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_circle_through_a_path_is_an_error_whatever_leads_to_it(int first)
    {
        const string place = "#/paths/~1things/get/responses/200/content/application~1json/schema";
        var uses = new[]
        {
            Answering("'#/components/schemas/host'"),
            $"/asked: {{ get: {{ parameters: [ {{ name: x, in: query, schema: {{ $ref: '{place}' }} }} ], "
                + "responses: { '204': { description: Done } } } }",
            "/sent: { post: { requestBody: { content: { application/json: { schema: { type: array, items: "
                + $"{{ $ref: '{place}' }} }} }} }} }}, "
                + "responses: { '204': { description: Done } } } }",
        };
        var paths = string.Join("\n", uses.Skip(first).Concat(uses.Take(first)));
        var generation = Generation.Of(SpecInput.Paths(paths, $"host: {{ $ref: '{place}' }}"));
        Assert.Empty(generation.Complaints);
        Assert.Contains("leads back to itself", generation.Single("IC1012").GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_discriminator_maps_to_components_by_name_and_by_reference()
    {
        var generation = Generation.Of(SpecInput.Schemas(
            """
            pet:
              oneOf: [ { $ref: '#/components/schemas/cat' }, { $ref: '#/components/schemas/a~1b' } ]
              discriminator: { propertyName: kind, mapping: { c: cat, d: '#/components/schemas/a~1b', e: 'x.yaml#/e' } }
            cat: { type: object, properties: { kind: { type: string } } }
            a/b: { type: object, properties: { kind: { type: string } } }
            """)).Compiles();
        generation.Emits("""case "cat": case "c": return new(json.Record<Cat>()!);""")
            .Emits("""case "a/b": case "d": return new(json.Record<AB>()!);""");
        Assert.Contains("'e' tells no case", generation.Single("IC1005").GetMessage(null), StringComparison.Ordinal);
    }

    private static string Answering(string reference) =>
        "/things: { get: { operationId: listThings, responses: { '200': { description: Done, content: { application/json: { schema: "
        + $"{{ $ref: {reference} }} }} }} }} }} }} }}";

    private static SpecInput Document(string paths) => SpecInput.Of(
        "openapi: 3.1.0\ninfo: { title: Small, version: '1.0' }\npaths:\n" +
        """
          /copied:
            get:
              operationId: getCopied
              parameters: [ { name: page, in: query, schema: { type: integer } } ]
              responses:
                '200':
                  description: Done
                  content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } }
          /c/{id}: { $ref: '#/components/pathItems/one' }
          /d: { $ref: '#/paths/~1c~1{id}' }

        """ + "  " + paths.Replace("\n", "\n  ", StringComparison.Ordinal) + """

        components:
          pathItems:
            one:
              parameters: [ { $ref: '#/components/parameters/verbose' } ]
              get: { tags: [ thing ], operationId: getThing, responses: { '200': { $ref: '#/components/responses/named' } } }
          parameters: { verbose: { name: verbose, in: query, schema: { type: string } } }
          requestBodies: { order: { content: { application/json: { schema: { $ref: '#/components/schemas/order' } } } } }
          responses: { named: { description: Done, content: { application/json: { schema: { $ref: '#/components/schemas/order' } } } } }
          schemas:
            alias: { $ref: '#/components/schemas/order' }
            a/b: { type: object, properties: { y: { type: string } } }
            has space: { type: object, properties: { z: { type: string } } }

        """ + "    " + Order.Replace("\n", "\n    ", StringComparison.Ordinal) + "\n");
}
