using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests.Constructs;

/// <summary>Methods that make the body of an operation of their arguments, and the fields by which one finds.</summary>
public sealed class Shortcuts
{
    private const string Schemas =
        """
        open: { type: object, required: [kind, by], properties: { kind: { type: string, enum: [open] }, by: { type: string } } }
        shut: { type: object, required: [kind, by, at], properties: { kind: { type: string, enum: [shut] }, by: { type: integer }, at: { type: integer, format: date-time }, why: { type: string } } }
        label: { type: object, required: [text], properties: { text: { type: string, description: What it says. } } }
        """;

    [Fact]
    public void A_case_of_the_body_has_a_method_that_takes_it_and_one_that_makes_it() => Post(
        "oneOf: [ { $ref: '#/components/schemas/open' }, { $ref: '#/components/schemas/shut' } ]",
        "Shut: { schema: shut, summary: Shuts it., arguments: { by: adminId, at: until } }")
        .Compiles()
        .Emits("public Task ShutAsync(string thingId, Shut request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>")
        .Emits(
            """
            public Task ShutAsync(string thingId, long adminId, DateTimeOffset until, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
                ChangeAsync(thingId, new Shut { By = adminId, At = until }, options: options, cancellationToken: cancellationToken);
            """)
        .Emits("/// <summary>Shuts it.</summary>");

    [Fact]
    public void A_body_of_one_value_is_an_argument() => Post("$ref: '#/components/schemas/label'", "Change: { arguments: { text: text } }").Compiles().Emits(
        """
        /// <param name="text">What it says.</param>
        /// <param name="options">What this call does differently.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        /// <returns>Done.</returns>
        public Task ChangeAsync(string thingId, string text, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
            ChangeAsync(thingId, new Label { Text = text }, options: options, cancellationToken: cancellationToken);
        """);

    [Theory]
    [InlineData("$ref: '#/components/schemas/shut'", "Shut: { arguments: { by: by } }", "Shut needs 'at' as well")]
    [InlineData("$ref: '#/components/schemas/label'", "Call: { arguments: { name: name } }", "Label has no property 'name'")]
    [InlineData("$ref: '#/components/schemas/label'", "Call: { schema: open }", "the body of the operation is no Open")]
    [InlineData("type: string", "Call: { arguments: { text: text } }", "its body is no object")]
    public void One_that_cannot_be_made_is_said_and_costs_nothing_else(string body, string shortcut, string why)
    {
        var generation = Post(body, shortcut).Compiles();
        Assert.Contains(why, generation.Single("IC1006").GetMessage(null), StringComparison.Ordinal);
        generation.Omits(shortcut.Split(':')[0] + "Async(string thingId, ");
        Assert.Contains("public virtual Task ChangeAsync(string thingId, ", generation.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_operation_does_not_take_the_name_of_one() => Generation.Of(SpecInput.Paths(
        Path("$ref: '#/components/schemas/label'", "Get: { arguments: { text: text } }") + "\n"
            + "/things: { get: { operationId: getThing, tags: [Things], responses: { '204': { description: Done } } } }",
        Schemas)).Compiles().Emits("public virtual Task GetThingsAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>");

    [Fact]
    public void The_fields_of_a_search_are_offered_with_their_operators() => Generation.Of(SpecInput.Paths(
        """
        /things/search:
          post:
            operationId: searchThings
            tags: [Things]
            x-intercom-search: { type: ThingFields, fields: { name: text, created_at: timeRange, owner.id: any } }
            requestBody: { content: { application/json: { schema: { type: object, required: [query], properties: { query: { oneOf: [ { $ref: '#/components/schemas/open' }, { $ref: '#/components/schemas/shut' } ] } } } } } }
            responses: { '204': { description: Done } }
        """,
        Schemas)).Compiles()
        .Emits("public static partial class ThingFields")
        .Emits("public static TextField Name => new(\"name\");")
        .Emits("public static TimeRangeField CreatedAt => new(\"created_at\");")
        .Emits("public static SearchField OwnerId => new(\"owner.id\");")
        .Emits("public Task SearchAsync(SearchQuery query, RequestOptions? options = null, CancellationToken cancellationToken = default) =>");

    private static Generation Post(string schema, string shortcuts) => Generation.Of(SpecInput.Paths(Path(schema, shortcuts), Schemas));

    private static string Path(string schema, string shortcuts) =>
        $"/things/{{id}}: {{ post: {{ operationId: changeThing, tags: [Things], x-intercom-name: Things.Change, x-intercom-shortcuts: {{ {shortcuts} }}, "
        + $"requestBody: {{ content: {{ application/json: {{ schema: {{ {schema} }} }} }} }}, responses: {{ '204': {{ description: Done }} }} }} }}";
}
