using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests.Constructs;

/// <summary>What an overlay says of an API that OpenAPI has no word for, or that a list and its item are both answers.</summary>
public sealed class Overlaid
{
    private const string Schemas =
        """
        thing: { type: object, properties: { type: { type: string }, id: { type: string }, name: { type: string } } }
        things: { type: object, properties: { pages: { type: object }, data: { type: array, items: { $ref: '#/components/schemas/thing' } } } }
        plain_things: { type: object, properties: { data: { type: array, items: { $ref: '#/components/schemas/thing' } } } }
        counts: { type: object, properties: { count: { type: integer } } }
        """;

    private static Generation Answering(string schema, string extension = "", string parameters = "[ { name: name, in: query, schema: { type: string } } ]") => Generation.Of(SpecInput.Paths(
        $$"""
        /things:
          get:
            tags: [ Things ]
            operationId: listThings
            parameters: {{parameters}}
            responses: { '200': { description: Things., content: { application/json: { schema: {{schema}} } } } }
            {{extension}}
        """,
        Schemas)).Compiles();

    [Theory]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/things' }, { $ref: '#/components/schemas/thing' } ] }")]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/thing' }, { $ref: '#/components/schemas/things' } ] }")]
    public void A_list_in_pages_or_one_item_of_it_is_the_list(string schema) => Answering(schema).Emits(
        """
        public virtual Paged<Things, Thing> ListAsync(ListThingsQuery query, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
            _connection.Pages<Things, Thing>(new ApiRequest("GET /things").Query("name", query?.Name), PagePlace.Query, static page => page.Data, static item => new Things { Data = [item] }, options, cancellationToken);
        """);

    [Theory]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/things' }, { $ref: '#/components/schemas/counts' } ] }")]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/plain_things' }, { $ref: '#/components/schemas/thing' } ] }")]
    public void A_choice_of_anything_else_is_a_union(string schema) => Answering(schema).Emits("""_connection.SendAsync<ListThingsResponse>(new ApiRequest("GET /things").Query("name", query?.Name), options, cancellationToken);""");

    [Fact]
    public void A_second_method_sends_the_parameter_that_the_first_does_not_take() => Answering(
        "{ $ref: '#/components/schemas/things' }",
        "x-intercom-also: { name: Count, query: { count: true }, schema: counts, summary: Counts the things. }",
        "[ { name: name, in: query, schema: { type: string } }, { name: count, in: query, schema: { type: boolean } } ]").Emits(
        """
        public virtual Paged<Things, Thing> ListAsync(ListThingsQuery query, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
            _connection.Pages<Things, Thing>(new ApiRequest("GET /things").Query("name", query?.Name), PagePlace.Query, static page => page.Data, options, cancellationToken);
        """).Emits(
        """
        public virtual Task<Counts> CountAsync(ListThingsQuery query, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
            _connection.SendAsync<Counts>(new ApiRequest("GET /things").Query("name", query?.Name).Query("count", "true"), options, cancellationToken);
        """);

    [Fact]
    public void A_second_method_without_a_name_of_its_own_does_not_collide() => Answering(
        "{ $ref: '#/components/schemas/things' }",
        "x-intercom-also: { name: List, query: { count: true }, schema: counts }").Emits("public virtual Task<Counts> GetThingsAsync(ListThingsQuery query, RequestOptions? options = null, CancellationToken cancellationToken = default) =>");

    [Theory]
    [InlineData("x-intercom-also: { name: Count, query: { count: true }, schema: nothing }")]
    public void A_second_method_that_is_not_described_is_none(string extension) => Answering("{ $ref: '#/components/schemas/things' }", extension).Omits("CountAsync");

    [Theory]
    [InlineData("{ name: Count, schema: counts }")]
    [InlineData("Count")]
    public void A_second_method_that_is_not_described_is_said(string also) => Assert.Contains(
        "is a mapping of name, summary, schema and query",
        Generation.Of(SpecInput.Paths("/things: { get: { x-intercom-also: " + also + ", responses: { '204': { description: Done } } } }")).Single("IC1007").GetMessage(null),
        StringComparison.Ordinal);

    [Fact]
    public void Another_name_of_a_topic_stands_for_the_topic() => Generation.Of(SpecInput.Schemas(Schemas).Overlay(
        """
        overlay: 1.0.0
        info: { title: Test, version: '1' }
        actions:
          - target: $
            update:
              webhooks:
                thing.unarchived:
                  x-intercom-aliases: [ thing.unarchive ]
                  post: { requestBody: { content: { application/json: { schema: { properties: { data: { properties: { item: { $ref: '#/components/schemas/thing' } } } } } } } } }
        """)).Compiles()
        .Emits("public static WebhookTopic<Thing> ThingUnarchived => new(\"thing.unarchived\");")
        .Emits("public static WebhookTopic<Thing> ThingUnarchive => new(\"thing.unarchive\", \"thing.unarchived\");");

    [Fact]
    public void An_object_is_the_one_record_that_a_union_has_whatever_it_holds() => Generation.Of(SpecInput.Schemas(
        $$"""
        {{Schemas}}
        owner: { type: object, properties: { picture: { oneOf: [ { type: string }, { $ref: '#/components/schemas/thing' } ] } } }
        """)).Compiles().Omits("json.Has(");

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/thing' }", "IReadOnlyDictionary<string, Thing>?")]
    [InlineData("{ type: string }", "JsonProperties?")]
    public void Attributes_are_open_unless_each_is_an_object_with_a_name(string values, string type) => Generation.Of(SpecInput.Schemas(
        $$"""
        {{Schemas}}
        owner: { type: object, properties: { custom_attributes: { type: object, additionalProperties: {{values}} } } }
        """)).Compiles().Emits($"public {type} CustomAttributes {{ get => _customAttributes; init => _customAttributes = value; }}");
}
