using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests.Constructs;

public sealed class Operations
{
    private const string Thing = "thing: { type: object, properties: { id: { type: string } } }";

    private const string Ok = "responses: { '200': { description: The thing., content: { application/json: { "
        + "schema: { $ref: '#/components/schemas/thing' } } } } }";

    private const string Last = "RequestOptions? options = null, CancellationToken cancellationToken = default";

    private static Generation Get(string path, string operation) => Generation.Of(SpecInput.Paths(
        $"{path}:\n  get:\n    operationId: getThing\n    {operation.Replace("\n", "\n    ", StringComparison.Ordinal)}",
        Thing)).Compiles();

    [Fact]
    public void An_operation_is_a_method_of_one_expression() => Generation.Of(SpecInput.Paths(
        """
        /things/{id}:
          get:
            tags: [ Things ]
            operationId: retrieveThing
            summary: Gets a thing
            description: You can get a thing. It must exist.
            parameters:
              - { name: Intercom-Version, in: header, schema: { type: string } }
              - { name: id, in: path, required: true, description: The thing's id, schema: { type: integer } }
              - { name: display_as, in: query, description: How to show it, schema: { type: string } }
            responses:
              '200':
                description: The thing
                content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } }
        """,
        Thing)).Compiles().Emits(
        $$"""
        /// <summary>Gets a thing.</summary>
        /// <remarks><c>GET /things/{id}</c> You can get a thing. It must exist.</remarks>
        /// <param name="thingId">The thing's id.</param>
        /// <param name="options">What this call does differently.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        /// <returns>The thing.</returns>
        public virtual Task<Thing> GetAsync(string thingId, {{Last}}) =>
            _connection.SendAsync<Thing>(new ApiRequest("GET /things/{id}", PathValue.Text("id", thingId)), options, cancellationToken);
        """).Emits(
        $$"""
        /// <param name="query">What else is asked for.</param>
        /// <param name="options">What this call does differently.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        /// <returns>The thing.</returns>
        public virtual Task<Thing> GetAsync(string thingId, GetThingQuery query, {{Last}}) =>
            _connection.SendAsync<Thing>(new ApiRequest("GET /things/{id}", PathValue.Text("id", thingId))
        """ + """.Query("display_as", query?.DisplayAs), options, cancellationToken);""").Emits(
        """
        /// <summary>What else GET /things/{id} can be asked for.</summary>
        public sealed partial record GetThingQuery
        {
            /// <summary>How to show it.</summary>
            public string? DisplayAs { get; init; }
        }
        """).Emits("public virtual ThingsClient Things => _things ??= new(Connection);");

    [Fact]
    public void A_path_parameter_that_is_not_declared_is_an_argument() => Get("/things/{id}/parts/{part_id}", Ok)
        .Emits("public virtual Task<Thing> GetAsync(string thingId, string partId, "
            + "RequestOptions? options = null, CancellationToken cancellationToken = default) =>");

    [Fact]
    public void A_path_parameter_that_is_declared_in_the_query_goes_into_the_path() => Get(
        "/things/{id}",
        "parameters: [ { name: id, in: query, required: true, schema: { type: string } } ]\n" + Ok)
        .Emits("""_connection.SendAsync<Thing>(new ApiRequest("GET /things/{id}", PathValue.Text("id", thingId)), """
            + "options, cancellationToken);");

    [Fact]
    public void A_parameter_of_the_path_item_is_inherited() => Generation.Of(SpecInput.Paths(
        $$"""
        /things:
          parameters: [ { name: page, in: query, schema: { type: integer } } ]
          get:
            operationId: getThing
            {{Ok}}
        """,
        Thing)).Compiles()
        .Emits("""_connection.SendAsync<Thing>(new ApiRequest("GET /things").Query("page", query?.Page), options, cancellationToken);""");

    [Fact]
    public void A_query_array_is_a_sequence() => Get(
        "/things",
        "parameters: [ { name: ids, in: query, required: true, schema: { type: array, items: { type: string } } } ]\n" + Ok)
        .Emits("public virtual Task<Thing> GetAsync(IEnumerable<string> ids, "
            + "RequestOptions? options = null, CancellationToken cancellationToken = default) =>");

    [Fact]
    public void An_exploded_object_is_sent_as_its_properties() => Get(
        "/things",
        "parameters: [ { name: filter, in: query, style: form, explode: true, "
        + "schema: { type: object, properties: { since: { type: integer }, state: { type: string } } } } ]\n" + Ok)
        .Emits("""_connection.SendAsync<Thing>(new ApiRequest("GET /things").Query("since", query?.Since)"""
            + """.Query("state", query?.State), options, cancellationToken);""");

    [Fact]
    public void What_is_required_comes_before_what_is_not() => Get(
        "/things",
        "parameters: [ { name: a, in: query, schema: { type: string } }, "
        + "{ name: b, in: query, required: true, schema: { type: boolean } } ]\n" + Ok)
        .Emits("public virtual Task<Thing> GetAsync(bool b, GetThingQuery query, "
            + "RequestOptions? options = null, CancellationToken cancellationToken = default) =>");

    [Fact]
    public void An_argument_is_not_called_like_a_keyword_or_like_the_others() => Get(
        "/things",
        "parameters: [ { name: event, in: query, required: true, schema: { type: string } }, "
        + "{ name: options, in: query, required: true, schema: { type: string } } ]\n" + Ok)
        .Emits("public virtual Task<Thing> GetAsync(string @event, string options2, "
            + "RequestOptions? options = null, CancellationToken cancellationToken = default) =>");

    [Fact]
    public void Different_successes_are_one_record() => Get(
        "/things",
        "responses: { '200': { description: Done, content: { application/json: { "
        + "schema: { type: object, properties: { id: { type: string } } } } } }, "
        + "'202': { description: Later, content: { application/json: { "
        + "schema: { type: object, properties: { job_id: { type: string } } } } } } }")
        .Emits("""protected override JsonNames Names => s_names ??= new("id\0job_id"u8, always: 0x1);""")
        .Emits("public virtual Task<GetThingResponse> GetAsync("
            + "RequestOptions? options = null, CancellationToken cancellationToken = default) =>");

    [Theory]
    [InlineData("'204': { description: Done }", "Task GetAsync(", "_connection.SendAsync(")]
    [InlineData("'200': { description: A file }", "Task<IntercomDownload> GetAsync(", "_connection.DownloadAsync(")]
    [InlineData(
        "'200': { description: A file, content: { application/octet-stream: { schema: { type: string, format: binary } } } }",
        "Task<IntercomDownload> GetAsync(",
        "_connection.DownloadAsync(")]
    [InlineData(
        "'200': { description: A text, content: { text/csv: { schema: { type: string } } } }",
        "Task<string> GetAsync(",
        "_connection.SendTextAsync(")]
    [InlineData("'302': { description: Elsewhere }", "Task<Uri> GetAsync(", "_connection.SendLocationAsync(")]
    [InlineData(
        "'200': { description: A list, content: { application/json: { "
        + "schema: { type: array, items: { $ref: '#/components/schemas/thing' } } } } }",
        "Paged<IReadOnlyList<Thing>, Thing> GetAsync(",
        "_connection.Items<Thing, JsonItem<Thing>>(")]
    [InlineData(
        "'200': { description: A list, content: { application/json: { schema: { type: array, items: { type: string } } } } }",
        "Paged<IReadOnlyList<string>, string> GetAsync(",
        "_connection.Items<string, JsonText>(")]
    [InlineData(
        "'200': { description: Anything, content: { application/json: { } } }",
        "Task<JsonElement> GetAsync(",
        "_connection.SendElementAsync(")]
    [InlineData(
        "'200': { description: Nothing yet, content: { application/json: { schema: { type: object } } } }",
        "Task<GetThingResponse> GetAsync(",
        "_connection.SendAsync<GetThingResponse>(")]
    [InlineData("default: { description: Anything }", "Task<JsonElement> GetAsync(", "_connection.SendElementAsync(")]
    public void A_response_decides_what_is_returned(string response, string signature, string call)
    {
        var text = Get("/things", $"responses: {{ {response} }}").Text;
        Assert.Contains("public virtual " + signature, text, StringComparison.Ordinal);
        Assert.Contains("        " + call, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "https://example.org/things",
        """/// <remarks><c>GET /things</c> <see href="https://example.org/things">Described there.</see></remarks>""")]
    [InlineData("https://example.org/\\\"><b>", "/// <remarks><c>GET /things</c></remarks>")]
    [InlineData("javascript:alert(1)", "/// <remarks><c>GET /things</c></remarks>")]
    public void A_page_of_its_own_is_linked(string address, string remarks) =>
        Get("/things", $"externalDocs: {{ url: \"{address}\" }}\n" + Ok).Emits(remarks);

    [Fact]
    public void A_deprecated_operation_is_obsolete() => Get("/things", "deprecated: true\n" + Ok)
        .Emits("[Obsolete(\"The document marks it as deprecated.\")]");

    [Fact]
    public void A_list_with_pages_is_paged() => Get(
        "/things",
        "responses: { '200': { description: Things, content: { application/json: { schema: { type: object, properties: { "
        + "data: { type: array, items: { $ref: '#/components/schemas/thing' } }, pages: { type: object } } } } } } }").Emits(
        $$"""
        public virtual Paged<GetThingResponse, Thing> GetAsync({{Last}}) =>
            _connection.Pages<GetThingResponse, Thing>(new ApiRequest("GET /things"), PagePlace.Query,
        """ + " static page => page.Data, options, cancellationToken);");

    [Fact]
    public void What_is_listed_has_one_name_beside_that_of_the_document() => Get(
        "/things",
        "responses: { '200': { description: Things, content: { application/json: { schema: { type: object, properties: { "
        + "things: { type: array, items: { $ref: '#/components/schemas/thing' } }, "
        + "pages: { type: object }, items: { type: integer } } } } } } }")
        .Emits("public IReadOnlyList<Thing> Items => Things;")
        .Emits("public long? ItemsValue { get => _itemsValue; init => _itemsValue = value; }");

    [Fact]
    public void What_is_listed_further_inside_has_the_same_name() => Get(
        "/things",
        "responses: { '200': { description: Things, content: { application/json: { "
        + "schema: { type: object, x-intercom-list: data.things, properties: { data: { type: object, properties: { "
        + "things: { type: array, items: { $ref: '#/components/schemas/thing' } } } } } } } } } }")
        .Emits("public IReadOnlyList<Thing> Items => Data?.Things ?? [];");

    [Fact]
    public void What_the_document_calls_items_is_there_once() => Get(
        "/things",
        "responses: { '200': { description: Things, content: { application/json: { schema: { type: object, properties: { "
        + "items: { type: array, items: { $ref: '#/components/schemas/thing' } }, pages: { type: object } } } } } } }")
        .Emits("public IReadOnlyList<Thing> Items { get => _items ?? []; init => _items = value; }")
        .Omits("Items => ");

    [Fact]
    public void An_operation_can_be_safe_to_repeat() => Get("/things", "x-intercom-retry: safe\n" + Ok)
        .Emits("""_connection.SendAsync<Thing>(new ApiRequest("GET /things").Safe(), options, cancellationToken);""");

    [Fact]
    public void An_operation_can_have_a_sample() => Get(
        "/things",
        "x-intercom-sample: |\n  if (await intercom.Things.GetAsync() is { Id: var id } && id.Length < 3)\n\n      Console.WriteLine(id);\n" + Ok)
        .Emits(
            """
            /// <example><code>
            /// if (await intercom.Things.GetAsync() is { Id: var id } &amp;&amp; id.Length &lt; 3)
            ///     Console.WriteLine(id);
            /// </code></example>
            """);

    [Fact]
    public void An_accept_header_of_the_document_is_sent() => Get(
        "/things",
        "parameters: [ { name: Accept, in: header, schema: { type: string, enum: [ application/octet-stream ] } } ]\n" + Ok)
        .Emits("""_connection.SendAsync<Thing>(new ApiRequest("GET /things").Header("Accept", "application/octet-stream"), """
            + "options, cancellationToken);");

    [Theory]
    [InlineData("[ V1 ]", ".Version(\"V1\")")]
    [InlineData("[ v1, V1 ]", "")]
    [InlineData("[ '2.0' ]", "")]
    public void The_version_is_sent_in_the_letters_of_the_operation(string values, string sent) =>
        Generation.Of(SpecInput
            .Paths(
                $$"""
                /things:
                  get:
                    parameters: [ { name: intercom-version, in: header, schema: { type: string, enum: {{values}} } } ]
                    operationId: getThing
                    {{Ok}}
                """,
                Thing)
            .Edit(static text => text.Replace("version: '1.0'", "version: v1", StringComparison.Ordinal)))
            .Emits($"""_connection.SendAsync<Thing>(new ApiRequest("GET /things"){sent}, options, cancellationToken);""");
}
