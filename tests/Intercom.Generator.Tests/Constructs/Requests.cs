using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests.Constructs;

/// <summary>Records that are sent.</summary>
public sealed class Requests
{
    private static Generation Send(string schema) => Generation.Of(SpecInput.Paths(
        $$"""
        /things:
          post:
            operationId: createThing
            requestBody:
              content:
                application/json:
                  schema: { $ref: '#/components/schemas/create_thing_request' }
            responses: { '204': { description: Done. } }
        """,
        schema)).Compiles();

    [Fact]
    public void A_required_property_must_be_assigned() => Send(
        """
        create_thing_request:
          type: object
          required: [ name, count ]
          properties: { name: { type: string }, count: { type: integer } }
        """).Emits(
        """
        public required string Name { get => _name!; init { _name = value; Assigned(0); } }
        """).Emits(
        """
        public required long Count { get => _count.GetValueOrDefault(); init { _count = value; Assigned(1); } }
        """).Emits(
        """
        /// <summary>What is not assigned is not sent.</summary>
        public CreateThingRequest() { }

        [SetsRequiredMembers]
        private CreateThingRequest(JsonCursor _) { }
        """).Emits("case 1: json.Integer(ref _count); break;");

    [Fact]
    public void What_is_not_assigned_is_not_sent() => Send(
        """
        create_thing_request:
          type: object
          properties: { name: { type: string }, count: { type: integer } }
        """).Emits(
        """
        public sealed partial record CreateThingRequest : JsonRequest, IJson<CreateThingRequest>
        """).Emits(
        """
        public long? Count { get => _count; init { _count = value; Assigned(1); } }
        """);

    [Fact]
    public void Required_and_optional_properties_stand_in_one_record() => Send(
        """
        create_thing_request:
          type: object
          required: [ name ]
          properties: { name: { type: string }, note: { type: string } }
        """).Emits("public required string Name { get => _name!; init { _name = value; Assigned(0); } }").Emits("public string? Note { get => _note; init { _note = value; Assigned(1); } }");

    [Fact]
    public void The_only_value_of_a_required_property_is_written_by_itself() => Send(
        """
        create_thing_request:
          type: object
          required: [ type ]
          properties: { type: { type: string, enum: [ thing ] }, is_new: { type: boolean } }
        """).Emits("""public string Type { get => _type!; init { _type = value; Assigned(0); } }""").Emits("""private string? _type = "thing";""");

    [Fact]
    public void Any_value_can_be_sent_where_the_schema_says_nothing() => Send(
        """
        create_thing_request:
          type: object
          properties: { value: { } }
        """).Emits("public IntercomValue? Value { get => _value; init { _value = value; Assigned(0); } }");

    [Fact]
    public void Time_can_be_filled_in_when_it_is_sent() => Send(
        """
        create_thing_request:
          type: object
          required: [ created_at ]
          properties: { created_at: { type: integer, x-intercom-fill: now } }
        """).Emits("public DateTimeOffset? CreatedAt { get => _createdAt; init { _createdAt = value; Assigned(0); } }").Emits("case 0: json.FilledTime(ref _createdAt); break;");

    [Fact]
    public void A_schema_that_is_only_received_is_not_tracked() => Generation.Of(SpecInput.Schemas(
        """
        thing: { type: object, required: [ name ], properties: { name: { type: string } } }
        """)).Compiles().Emits("public string? Name { get => _name; init => _name = value; }").Omits("Assigned");
}
