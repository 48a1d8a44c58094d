using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests.Constructs;

public sealed class Bodies
{
    private static Generation Post(string body) => Generation.Of(SpecInput.Paths(
        $$"""
        /things:
          post:
            operationId: createThing
            requestBody: {{body}}
            responses: { '204': { description: Done } }
        """,
        "thing: { type: object, properties: { id: { type: string } } }")).Compiles();

    [Fact]
    public void A_body_is_required_where_the_document_says_nothing() => Post("{ content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } }").Emits(
        """
        public virtual Task CreateAsync(Thing request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
            _connection.SendAsync(new ApiRequest("POST /things").Body(request), options, cancellationToken);
        """);

    [Fact]
    public void A_body_is_optional_where_the_document_says_so() => Post("{ required: false, content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } }").Emits(
        """
        public virtual Task CreateAsync(Thing request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
            _connection.SendAsync(new ApiRequest("POST /things").OptionalBody(request), options, cancellationToken);
        """);

    [Fact]
    public void An_inline_body_is_called_after_the_operation() => Post("{ content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }")
        .Emits("public sealed partial record CreateThingRequest : JsonRequest, IJson<CreateThingRequest>");

    [Fact]
    public void A_body_that_is_a_list_is_sent_as_one() => Post("{ content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/thing' } } } } }")
        .Emits("""_connection.SendAsync(new ApiRequest("POST /things").Body<IReadOnlyList<Thing>, JsonListOf<Thing, JsonItem<Thing>>>(request), options, cancellationToken);""");

    [Fact]
    public void A_body_without_a_schema_is_any_value() => Post("{ content: { application/json: { } } }")
        .Emits("""_connection.SendAsync(new ApiRequest("POST /things").RawBody(request), options, cancellationToken);""");

    [Fact]
    public void A_form_is_sent_in_parts() => Post("{ content: { multipart/form-data: { schema: { type: object, required: [ file ], properties: { file: { type: string, format: binary }, name: { type: string } } } } } }").Emits(
        """
        public sealed partial record CreateThingRequest : IFormRequest
        {
            private IntercomFile? _file;
            private string? _name;

            /// <summary>The file.</summary>
            public required IntercomFile File { get => _file!; init => _file = value; }

            /// <summary>The name.</summary>
            public string? Name { get => _name; init => _name = value; }

            /// <inheritdoc/>
            public IntercomForm ToForm() => new IntercomForm()
                .Add("file", File)
                .Add("name", Name);
        }
        """).Emits("""_connection.SendAsync(new ApiRequest("POST /things").Form(request), options, cancellationToken);""");

    [Theory]
    [InlineData("{ required: false, content: { application/json: { } } }", "IntercomValue request")]
    [InlineData("{ required: false, content: { application/json: { schema: { type: array, items: { type: string } } } } }", "IReadOnlyList<string> request")]
    [InlineData("{ required: false, content: { multipart/form-data: { schema: { type: object, properties: { name: { type: string } } } } } }", "CreateThingRequest request")]
    public void Only_an_object_can_be_left_out(string body, string argument) =>
        Assert.Contains($"CreateAsync({argument}, RequestOptions?", Post(body).Text, StringComparison.Ordinal);
}
