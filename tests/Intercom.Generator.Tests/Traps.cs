using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Intercom.Generator.Tests;

/// <summary>What Intercom's document holds that generators fall over.</summary>
public sealed class Traps
{
    private const string Parts =
        """

        article: { type: object, required: [ title ], properties: { id: { type: string }, title: { type: string } } }
        snippet: { type: object, required: [ body ], properties: { id: { type: string }, body: { type: string } } }
        """;

    [Fact]
    public void Trap_01_operators_have_names_of_their_own()
    {
        var generation = Generation.Of(SpecInput.Schemas(
            "filter: { type: object, properties: { operator: { type: string, "
            + "enum: ['=', '!=', '<', '<=', '>', '>=', '~', '!~', '^', '$', IN, NIN] } } }")).Compiles();
        var names = generation.Type("Intercom.Models.FilterOperator").GetMembers()
            .OfType<IPropertySymbol>()
            .Where(static p => p.IsStatic && p.DeclaredAccessibility == Accessibility.Public)
            .Select(static p => p.Name);
        Assert.Equal(
            [
                "Equal", "NotEqual", "LessThan", "LessThanOrEqual", "GreaterThan", "GreaterThanOrEqual",
                "Contains", "DoesNotContain", "StartsWith", "EndsWith", "In", "NotIn",
            ],
            names);
    }

    [Fact]
    public void Trap_02_a_component_called_datetime_is_a_time_and_one_called_like_the_framework_gives_way() =>
        Generation.Of(SpecInput.Schemas(
            """
            datetime: { oneOf: [ { type: string, format: date-time }, { type: integer } ] }
            date_time: { type: object, properties: { at: { $ref: '#/components/schemas/datetime' } } }
            """)).Compiles()
            .Emits("public DateTimeOffset? At { get => _at; init => _at = value; }")
            .Emits("public sealed partial record DateTimeModel2 : JsonRecord, IJson<DateTimeModel2>");

    [Theory]
    [InlineData("properties")]
    [InlineData("items")]
    [InlineData("allOf")]
    [InlineData("oneOf")]
    [InlineData("required")]
    [InlineData("enum")]
    [InlineData("type")]
    [InlineData("additionalProperties")]
    [InlineData("discriminator")]
    [InlineData("schemas")]
    public void A_component_and_a_property_can_be_called_as_the_language_of_schemas_calls_its_own(string keyword) =>
        Generation.Of(SpecInput.Schemas(
            $$"""
            {{keyword}}: { type: object, properties: { {{keyword}}: { type: string, enum: [ a, b ] }, id: { type: integer } } }
            holder: { type: object, properties: { {{keyword}}: { type: array, items: { $ref: '#/components/schemas/{{keyword}}' } } } }
            derived: { allOf: [ { $ref: '#/components/schemas/{{keyword}}' } ] }
            """)).Compiles();

    [Fact]
    public void Trap_03_an_inline_enum_and_a_component_of_the_same_name_are_two_types() => Generation.Of(SpecInput.Schemas(
        """
        ticket:
          type: object
          properties:
            type: { type: string, enum: [ customer, back_office ] }
            ticket_type: { $ref: '#/components/schemas/ticket_type' }
        ticket_type: { type: object, properties: { id: { type: string } } }
        """)).Compiles()
        .Emits("public sealed partial record TicketType : JsonRecord, IJson<TicketType>")
        .Emits("public TicketType? TicketType { get => _ticketType; init => _ticketType = value; }")
        .Emits("public TicketTypeValue Type { get => _type ?? \"\"; init => _type = value; }");

    [Fact]
    public void Trap_04_several_values_of_a_discriminator_name_the_same_type() => Generation.Of(SpecInput.Schemas(
        """
        content:
          oneOf: [ { $ref: '#/components/schemas/article' }, { $ref: '#/components/schemas/snippet' } ]
          discriminator:
            propertyName: type
            mapping:
              article: '#/components/schemas/article'
              internal_article: '#/components/schemas/article'
              post: '#/components/schemas/article'
              snippet: '#/components/schemas/snippet'
        """ + Parts)).Compiles().Emits(
        """
        case "article": case "internal_article": case "post": return new(json.Record<Article>()!);
        case "snippet": return new(json.Record<Snippet>()!);
        """);

    [Fact]
    public void Trap_05_a_union_is_a_type_as_a_body_and_as_a_property() => Generation.Of(SpecInput.Paths(
        """
        /things:
          post:
            operationId: createThing
            requestBody:
              content:
                application/json:
                  schema: { oneOf: [ { $ref: '#/components/schemas/article' }, { $ref: '#/components/schemas/snippet' } ] }
            responses: { '204': { description: Done } }
        """,
        "holder: { type: object, properties: { content: { oneOf: [ { $ref: '#/components/schemas/article' }, "
        + "{ $ref: '#/components/schemas/snippet' } ] } } }" + Parts)).Compiles()
        .Emits("public virtual Task CreateAsync(CreateThingRequest request, "
            + "RequestOptions? options = null, CancellationToken cancellationToken = default) =>")
        .Emits("public HolderContent? Content { get => _content; init => _content = value; }")
        .Emits("public static implicit operator HolderContent(Article value) => new(value);");

    [Fact]
    public void Trap_06_what_all_of_brings_and_what_stands_beside_it_are_both_there_inside_unions_too() => Generation.Of(SpecInput.Schemas(
        """
        reply: { oneOf: [ { $ref: '#/components/schemas/email_reply' }, { $ref: '#/components/schemas/snippet' } ] }
        email_reply: { allOf: [ { $ref: '#/components/schemas/article' } ], properties: { email: { type: string } } }
        """ + Parts)).Compiles()
        .Emits("""protected override JsonNames Names => s_names ??= new("id\0title\0email"u8, always: 0x1);""")
        .Emits("public Reply(EmailReply value) => Value = value;");

    [Fact]
    public void Trap_07_children_that_extend_the_parent_of_their_union_compile() => Generation.Of(SpecInput.Schemas(
        """
        attribute:
          oneOf: [ { $ref: '#/components/schemas/list_attribute' }, { $ref: '#/components/schemas/text_attribute' } ]
          discriminator:
            propertyName: data_type
            mapping: { list: '#/components/schemas/list_attribute', string: '#/components/schemas/text_attribute' }
        base_attribute: { type: object, properties: { data_type: { type: string }, name: { type: string } } }
        list_attribute:
          allOf:
            - $ref: '#/components/schemas/base_attribute'
            - { type: object, properties: { options: { type: array, items: { type: string } } } }
        text_attribute: { allOf: [ { $ref: '#/components/schemas/base_attribute' } ] }
        """)).Compiles()
        .Emits("""case "list_attribute": case "list": return new(json.Record<ListAttribute>()!);""")
        .Emits("""protected override JsonNames Names => s_names ??= new("data_type\0name\0options"u8);""");

    [Fact]
    public void Trap_08_a_reference_to_nothing_is_raw_json_and_is_said()
    {
        var generation = Generation.Of(SpecInput.Schemas(
            "thing: { type: object, properties: { attributes: { $ref: '#/components/schemas/custom_attributes' } } }")).Compiles()
            .Emits("public JsonElement? Attributes { get => _attributes; init => _attributes = value; }");
        var message = generation.Single("IC1005").GetMessage(null);
        Assert.Contains("'#/components/schemas/custom_attributes' does not exist", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trap_09_a_path_parameter_that_is_not_declared_is_an_argument() => Generation.Of(SpecInput.Paths(
        "/things/{thing_id}/parts/{id}: { get: { operationId: getThing, responses: { '204': { description: Done } } } }")).Compiles()
        .Emits("public virtual Task GetAsync(string thingId, string partId, "
            + "RequestOptions? options = null, CancellationToken cancellationToken = default) =>");

    [Fact]
    public void Trap_10_a_map_of_a_union_takes_any_value() => Generation.Of(SpecInput.Schemas(
        "thing: { type: object, properties: { values: { type: object, "
        + "additionalProperties: { oneOf: [ { type: string }, { type: integer } ] } } } }")).Compiles()
        .Emits("public IReadOnlyDictionary<string, ThingValue>? Values { get => _values; init => _values = value; }");

    [Fact]
    public void Trap_11_a_default_response_is_no_number() => Generation.Of(SpecInput.Paths(
        "/things: { get: { operationId: listThings, responses: { '200': { description: Done, content: { application/json: { "
        + "schema: { $ref: '#/components/schemas/article' } } } }, default: { description: Error } } } }",
        Parts.Trim())).Compiles()
        .Emits("public virtual Task<Article> ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>");

    [Fact]
    public void Trap_12_an_exploded_object_of_one_of_in_the_query_is_its_properties() => Generation.Of(SpecInput.Paths(
        """
        /things:
          get:
            operationId: listThings
            parameters:
              - name: filter
                in: query
                style: form
                explode: true
                schema:
                  oneOf:
                    - { type: object, properties: { a: { type: string } } }
                    - { type: object, properties: { b: { type: integer } } }
            responses: { '204': { description: Done } }
        """)).Compiles()
        .Emits("""_connection.SendAsync(new ApiRequest("GET /things").Query("a", query?.A).Query("b", query?.B), """
            + "options, cancellationToken);");

    [Fact]
    public void Trap_13_a_path_parameter_is_text_whatever_an_operation_declares() => Generation.Of(SpecInput.Paths(
        """
        /conversations/{id}:
          get:
            operationId: getConversation
            parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
            responses: { '204': { description: Done } }
          put:
            operationId: updateConversation
            parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
            responses: { '204': { description: Done } }
        """)).Compiles()
        .Emits("public virtual Task GetAsync(string conversationId, "
            + "RequestOptions? options = null, CancellationToken cancellationToken = default) =>")
        .Emits("public virtual Task UpdateAsync(string conversationId, "
            + "RequestOptions? options = null, CancellationToken cancellationToken = default) =>");

    [Fact]
    public void Trap_14_the_version_header_is_no_argument() => Generation.Of(SpecInput.Paths(
        "/things: { get: { operationId: listThings, parameters: [ { name: Intercom-Version, in: header, "
        + "schema: { type: string, enum: [ '1', '2' ] } } ], responses: { '204': { description: Done } } } }")).Compiles()
        .Emits("public virtual Task ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>")
        .Emits("""public static string ApiVersion => "1.0";""");

    [Fact]
    public void Trap_15_an_object_without_properties_is_a_record_that_keeps_what_comes() => Generation.Of(SpecInput.Paths(
        "/things: { post: { operationId: collectThing, responses: { '200': { description: Done, content: { application/json: { "
        + "schema: { type: object } } } } } } }")).Compiles()
        .Emits("public virtual Task<CollectThingResponse> CollectAsync("
            + "RequestOptions? options = null, CancellationToken cancellationToken = default) =>")
        .Emits("public sealed partial record CollectThingResponse : JsonRecord, IJson<CollectThingResponse>");

    [Fact]
    public void Trap_16_the_address_of_an_event_stream_is_a_property() => Generation.Of(SpecInput.Schemas(
        "fin_start_response: { type: object, properties: { sse_subscription_url: { type: string, format: uri } } }")).Compiles()
        .Emits("public string? SseSubscriptionUrl { get => _sseSubscriptionUrl; init => _sseSubscriptionUrl = value; }");
}
