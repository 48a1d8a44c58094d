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
        public required string Name { get => _name; init => _name = value; }
        """).Emits(
        """
        public required long Count { get => _count.GetValueOrDefault(); init => _count = value; }
        """).Emits(
        """
        [SetsRequiredMembers]
        private CreateThingRequest(ref JsonInput json)
        """).Emits("case 1: _count = json.Integer(); break;");

    [Fact]
    public void What_is_not_assigned_is_not_sent() => Send(
        """
        create_thing_request:
          type: object
          properties: { name: { type: string }, count: { type: integer } }
        """).Emits(
        """
        private JsonSent _sent;
        private string? _name;
        private long? _count;
        private JsonProperties? _rest;

        /// <summary>What is not assigned is not sent.</summary>
        public CreateThingRequest() { }
        """).Emits(
        """
        public long? Count { get => _count; init { _count = value; _sent.Add(1); } }
        """).Emits("var o = json.Object(Names, _rest, _sent);");

    [Fact]
    public void Both_are_kept_apart_in_one_record() => Send(
        """
        create_thing_request:
          type: object
          required: [ name ]
          properties: { name: { type: string }, note: { type: string } }
        """).Emits("public required string Name { get => _name; init => _name = value; }").Emits("public string? Note { get => _note; init { _note = value; _sent.Add(1); } }").Omits("_sent.Add(0)");

    [Fact]
    public void The_only_value_of_a_required_property_is_written_by_itself() => Send(
        """
        create_thing_request:
          type: object
          required: [ type ]
          properties: { type: { type: string, enum: [ thing ] }, is_new: { type: boolean } }
        """).Emits("""public string Type { get => _type; init => _type = value; }""").Emits("""case 0: _type = json.Text() ?? "thing"; break;""");

    [Fact]
    public void Any_value_can_be_sent_where_the_schema_says_nothing() => Send(
        """
        create_thing_request:
          type: object
          properties: { value: { } }
        """).Emits("public IntercomValue? Value { get => _value; init { _value = value; _sent.Add(0); } }");

    [Fact]
    public void Time_can_be_filled_in_when_it_is_sent() => Send(
        """
        create_thing_request:
          type: object
          required: [ created_at ]
          properties: { created_at: { type: integer, x-intercom-fill: now } }
        """).Emits("public DateTimeOffset? CreatedAt { get => _createdAt; init { _createdAt = value; _sent.Add(0); } }").Emits("o.FilledTime(0, CreatedAt);");

    [Fact]
    public void A_schema_that_is_only_received_is_not_tracked() => Generation.Of(SpecInput.Schemas(
        """
        thing: { type: object, required: [ name ], properties: { name: { type: string } } }
        """)).Compiles().Emits("public string? Name { get => _name; init => _name = value; }").Omits("JsonSent");
}
