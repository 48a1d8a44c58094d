using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests;

/// <summary>Each diagnostic about a document stands where what it is about begins, as Roslyn's own test of generators sees it.</summary>
public sealed class PositionTests
{
    private const string Head = "openapi: 3.0.1\ninfo: { title: T, version: '1.0' }\n";

    [Fact]
    public Task A_document_without_a_fault_says_nothing() => MarkedDocument.Of(Head + """
        paths:
          /things/{id}:
            get:
              operationId: getThing
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } } }
        components: { schemas: { thing: { type: object, properties: { id: { type: string } } } } }
        """).SaysWhatIsMarkedAsync();

    [Theory]
    [InlineData("components: { schemas: { a: { type: object, properties: { {|IC1012:|}b: null } } } }")]
    [InlineData("components: { schemas: { a: { {|IC1012:|}type: txt } } }")]
    [InlineData("components:\n  schemas:\n    a:\n      type: object\n      {|IC1012:|}required: b")]
    [InlineData("components: { schemas: { a: { type: object, {|IC1013:|}patternProperties: { x: { type: string } } } } }")]
    [InlineData("components: { schemas: { a: { type: object, properties: { {|IC1005:|}b: { $ref: '#/components/schemas/gone' } } } } }")]
    public Task What_is_wrong_with_a_schema_is_said_at_it(string schemas) =>
        MarkedDocument.Of($"{Head}paths: {{}}\n{schemas}\n").SaysWhatIsMarkedAsync();

    [Theory]
    [InlineData("/a: { get: { parameters: [ {|IC1012:|}{ in: query } ], responses: { '204': { description: d } } } }")]
    [InlineData("/a: { get: { responses: { {|IC1012:|}ok: { description: d } } } }")]
    [InlineData("/a: { get: { {|IC1013:|}callbacks: { b: {} }, responses: { '204': { description: d } } } }")]
    public Task What_is_wrong_with_a_path_is_said_at_it(string path) =>
        MarkedDocument.Of($"{Head}paths:\n  {path}\n").SaysWhatIsMarkedAsync();

    [Theory]
    [InlineData("{|IC1004:|}swagger: '2.0'\ninfo: { title: T, version: '1' }\npaths: {}\n")]
    [InlineData("openapi: {|IC1004:|}3.2.0\ninfo: { title: T, version: '1' }\npaths: {}\n")]
    public Task What_is_no_document_that_can_be_read_is_one_error(string document) => MarkedDocument.Of(document).SaysWhatIsMarkedAsync();

    [Fact]
    public Task What_an_overlay_does_not_find_is_said_in_the_overlay() => MarkedDocument
        .Of(Head + "paths: {}\ncomponents: { schemas: { a: { type: string } } }\n")
        .Overlay("overlay: 1.0.0\ninfo: { title: O, version: '1' }\nactions:\n  - target: {|IC1008:|}$.nothing.here\n    update: { x: 1 }\n")
        .SaysWhatIsMarkedAsync();
}
