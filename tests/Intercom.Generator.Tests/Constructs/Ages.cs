using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests.Constructs;

/// <summary>Since which version what is there, where an overlay says it.</summary>
public sealed class Ages
{
    private const string Things =
        """
        /things:
          get:
            tags: [ Things ]
            operationId: listThings
            description: Lists them. All of them.
            parameters:
              - { name: page, in: query, schema: { type: integer } }
              - { name: order, in: query, schema: { type: string } }
            responses: { '200': { description: Things., content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } } }
        /old:
          get:
            tags: [ Things ]
            operationId: getOld
            responses: { '200': { description: Old., content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } } }
        """;

    private const string Thing =
        "thing: { type: object, properties: { label: { type: string, description: A label. It is short. }, size: { type: integer }, old: { type: string } } }";

    private const string Since =
        """
        overlay: 1.0.0
        actions:
          - target: $
            update:
              x-intercom-since:
                - version: '2.16'
                  after: '2.14'
                  operations: [ 'GET /things' ]
                  properties: { thing: [ label ], 'GET /things query': [ order ] }
                - version: Preview
                  after: '2.16'
                  operations: []
                  properties: { thing: [ size ] }
        """;

    [Fact]
    public void An_operation_says_it_in_its_remarks_by_an_attribute_and_in_the_call() => Of("2.16", Since).Compiles().Emits(
        """
        /// <remarks><c>GET /things</c> Since 2.16. All of them.</remarks>
        /// <param name="options">What this call does differently.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        /// <returns>Things.</returns>
        [ApiSince("2.16", "2.14")]
        public virtual Task<Thing> ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>
            _connection.SendAsync<Thing>(new ApiRequest("GET /things").Since("2.16", "2.14"), options, cancellationToken);
        """);

    [Fact]
    public void A_property_says_it_before_what_else_there_is_to_say() => Of("Preview", Since).Compiles().Emits(
        """
        /// <summary>A label.</summary>
        /// <remarks>Since 2.16. It is short.</remarks>
        """).Emits(
        """
        /// <summary>The size.</summary>
        /// <remarks>Preview only.</remarks>
        """).Emits(
        """
        /// <summary>The order.</summary>
        /// <remarks>Since 2.16.</remarks>
        """);

    [Fact]
    public void What_is_not_named_says_nothing() => Of("Preview", Since).Compiles().Emits(
        """
        /// <summary>The old.</summary>
        public string? Old { get => _old; init => _old = value; }
        """).Emits(
        """
            _connection.SendAsync<Thing>(new ApiRequest("GET /old"), options, cancellationToken);
        """);

    [Theory]
    [InlineData("2.14")]
    [InlineData("2.11")]
    public void A_document_of_a_version_that_is_said_not_to_have_it_is_believed(string version) =>
        Of(version, Since).Compiles().Omits("Since").Omits("only.");

    [Fact]
    public void Where_places_of_one_type_differ_nothing_is_said() => Generation.Of(SpecInput.Paths(
        Things, Thing.Replace("{ type", "{ x-intercom-type: Thing, type", StringComparison.Ordinal) + "\nthing_too: { x-intercom-type: Thing, type: object, properties: { label: { type: string } } }")
        .Edit(static text => Versioned(text, "Preview")).Bundled(Since)).Compiles().Omits("Since 2.16. It is short.");

    [Theory]
    [InlineData("x-intercom-since: yes")]
    [InlineData("x-intercom-since: [ yes, { version: '2.16' }, { version: [], after: {} } ]")]
    [InlineData("x-intercom-since: [ { version: '2.16', after: '2.14', operations: yes, properties: [ { } ] } ]")]
    [InlineData("x-intercom-since: [ { version: '2.16', after: '2.14', operations: { }, properties: { thing: { }, 'GET /things query': [ { } ] } } ]")]
    public void What_is_said_in_no_sense_costs_nothing(string said) =>
        Of("Preview", $"overlay: 1.0.0\nactions: [ {{ target: $, update: {{ {said} }} }} ]").Compiles().Omits("Since");

    private static Generation Of(string version, string since) =>
        Generation.Of(SpecInput.Paths(Things, Thing).Edit(text => Versioned(text, version)).Bundled(since));

    private static string Versioned(string document, string version) => document.Replace("version: '1.0'", $"version: '{version}'", StringComparison.Ordinal);
}
