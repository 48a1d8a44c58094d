using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Intercom.Generator.Tests;

/// <summary>An author's slip is said at its line and costs itself; what a document says and the client does not have is named.</summary>
public sealed class SlipTests
{
    private const string Overlay = "overlay: 1.0.0\ninfo: { title: Test, version: '1' }\nactions:\n  - target: ";

    [Theory]
    [InlineData("schemas", "a: { type: object, properties: { b: null } }", "'b' of 'properties' has no value, where a schema belongs")]
    [InlineData("schemas", "a: { type: object, properties: { b: } }", "'b' of 'properties' has no value, where a schema belongs")]
    [InlineData("schemas", "a: { allOf: [ null, { type: object, properties: { b: { type: string } } } ] }", "'0' of 'allOf' has no value")]
    [InlineData("schemas", "a: { type: array, items: [ { type: string } ] }",
        "'items' of a schema is a schema, which is a mapping, and here it is a list")]
    [InlineData("schemas", "a: { type: string, enum: b }", "'enum' of a schema is a list, and here it is 'b'")]
    [InlineData("schemas", "a: { type: txt }", "'txt' is no type")]
    [InlineData("schemas", "a: { type: object, deprecated: yes }", "'deprecated' of a schema is true or false, and here it is 'yes'")]
    [InlineData("schemas", "a: { type: object, properties: { b: { $ref: [ x ] } } }", "a reference is text")]
    [InlineData("schemas", "a: { type: object, required: b }", "'required' of a schema is a list, and here it is 'b'")]
    [InlineData("schemas", "a: { oneOf: [ { type: object } ], discriminator: { mapping: {} } }", "a discriminator has no 'propertyName'")]
    [InlineData("paths", "/a: null", "'/a' of 'paths' has no value, where a path belongs")]
    [InlineData("paths", "a: { get: { responses: {} } }", "'a' is no path: one begins with '/'")]
    [InlineData("paths", "/a: { get: { parameters: [ { in: query } ], responses: {} } }", "a parameter has no 'name'")]
    [InlineData("paths", "/a: { get: { parameters: [ { name: b, in: body } ], responses: {} } }",
        "'in' of a parameter is one of path, query, header, cookie, and here it is 'body'")]
    [InlineData("paths", "/a: { get: { parameters: [ { name: b, in: query, required: yes, schema: {} } ], responses: {} } }",
        "'required' of a parameter is true or false, and here it is 'yes'")]
    [InlineData("paths", "/a: { get: { responses: { ok: { description: d } } } }", "'ok' is no status")]
    [InlineData("paths", "/a: { get: { tags: [ ' ' ], responses: {} } }", "'0' of 'tags' of an operation is a name, and here it is ' '")]
    [InlineData("paths", "/a: { get: { responses: [ a ] } }", "'responses' of an operation is a mapping, and here it is a list")]
    public void A_slip_is_one_error_at_its_line_and_the_rest_is_made(string where, string text, string message)
    {
        var input = where == "schemas"
            ? SpecInput.Paths("/other: { get: { operationId: listOther, responses: { '204': { description: Done } } } }", text)
            : SpecInput.Paths(text + "\n/other: { get: { operationId: listOther, responses: { '204': { description: Done } } } }");
        var generation = Generation.Of(input)
            .Emits("public virtual Task ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>");
        Assert.Null(generation.Run.Exception);
        Assert.Empty(generation.Complaints);
        var diagnostic = Assert.Single(generation.Run.Diagnostics);
        Assert.Equal(("IC1012", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Contains(message, diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(where == "schemas" ? 6 : 3, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("a: { type: object, propertys: {} }", "'propertys' is not in the client")]
    [InlineData("a: { type: object, patternProperties: { '^x': { type: string } } }",
        "'patternProperties' of a schema is not in the client")]
    [InlineData("a: { type: array, prefixItems: [ { type: string } ] }", "'prefixItems' of a schema is not in the client")]
    [InlineData("a: { type: object, then: { properties: { b: { type: string } } } }", "'then' of a schema is not in the client")]
    [InlineData("a: { type: object, else: { $ref: '#/components/schemas/a' } }", "'else' of a schema is not in the client")]
    [InlineData("a: { type: object, dependentSchemas: { b: { properties: { c: { type: string } } } } }",
        "'dependentSchemas' of a schema is not in the client")]
    [InlineData("a: { type: object, unevaluatedProperties: { type: string } }", "'unevaluatedProperties' of a schema is not in the client")]
    [InlineData("a: { type: object, properties: { b: { $dynamicRef: '#c' } } }", "'$dynamicRef' of a schema is not in the client")]
    [InlineData("/a: { get: { callbacks: { b: {} }, responses: {} } }", "'callbacks' of an operation is not in the client")]
    [InlineData("/a: { get: { servers: [ { url: / } ], responses: {} } }", "'servers' of an operation is not in the client")]
    [InlineData("/a: { servers: [ { url: / } ], get: { responses: {} } }", "'servers' of a path is not in the client")]
    [InlineData("/a: { gett: { responses: {} } }", "'gett' is not in the client")]
    [InlineData("/a: { get: { response: {} } }", "'response' is not in the client")]
    public void What_the_client_does_not_have_is_named_at_its_line(string text, string message)
    {
        var input = text[0] == '/' ? SpecInput.Paths(text) : SpecInput.Schemas(text);
        var diagnostic = Assert.Single(Generation.Of(input).Compiles().Run.Diagnostics);
        Assert.Equal(("IC1013", DiagnosticSeverity.Info), (diagnostic.Id, diagnostic.Severity));
        Assert.StartsWith(message, diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(text[0] == '/' ? 3 : 5, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("$.components.schemas.job.properties.status", "x-intercom-fill: now",
        "'x-intercom-fill' says nothing here: what it describes is no time")]
    [InlineData("$.components.schemas.job.properties.at", "x-intercom-fill: later", "'x-intercom-fill' can be 'now'")]
    [InlineData("$.components.schemas.job.properties.status", "x-intercom-discriminator: kind",
        "'x-intercom-discriminator' says nothing here: what it describes is no union")]
    [InlineData("$.components.schemas.job", "x-intercom-stream: address",
        "'x-intercom-stream' says nothing here: the schema is no union of events")]
    [InlineData("$.components.schemas.job.properties.status", "x-intercom-aliases: state", "'x-intercom-aliases' is a list of names")]
    [InlineData("$.components.schemas.job.properties.status", "x-intercom-property: [ A ]", "'x-intercom-property' is a name")]
    [InlineData("$.components.schemas.job", "x-intercom-type: ''", "'x-intercom-type' is a name")]
    [InlineData("$.components.schemas.job", "x-intercom-nmae: A", "there is no extension 'x-intercom-nmae'")]
    [InlineData("$.components.schemas.job", "x-intercom-retry: safe",
        "'x-intercom-retry' says nothing of a schema; it belongs to an operation")]
    [InlineData("$.paths['/jobs'].post", "x-intercom-fill: now", "'x-intercom-fill' says nothing of an operation; it belongs to a schema")]
    [InlineData("$.paths['/jobs'].post", "x-intercom-retry: always", "'x-intercom-retry' can be 'safe'")]
    [InlineData("$.paths['/jobs'].post", "x-intercom-sample: [ a ]",
        "'x-intercom-sample' is code of at most 200 lines and 20000 characters")]
    [InlineData("$.paths['/jobs'].post", "x-intercom-name: Create", "'x-intercom-name' is a group and a method, such as 'Contacts.Get'")]
    [InlineData("$.paths['/jobs'].post", "x-intercom-name: Jobs.Create.Now",
        "'x-intercom-name' is a group and a method, such as 'Contacts.Get'")]
    [InlineData("$.paths['/jobs'].post", "x-intercom-job: GET /jobs", "'x-intercom-job' is a mapping of id, poll")]
    [InlineData("$.paths['/jobs'].post", "x-intercom-job: { id: id, poll: 'GET /jobs/{id}' }", "'x-intercom-job' lacks 'status'")]
    [InlineData("$.paths['/jobs'].post", "x-intercom-job: { id: id, poll: 'GET /jobs/{id}', status: status, done: [ a ] }",
        "'done' of 'x-intercom-job' is not understood")]
    [InlineData("$.paths['/jobs'].post", "x-intercom-job: { id: id, poll: 'GET /job/{id}', status: status }",
        "there is no operation 'GET /job/{id}'")]
    [InlineData("$.paths['/jobs'].post", "x-intercom-job: { id: at, poll: 'GET /jobs/{id}', status: status }",
        "what the operation answers has no text 'at'")]
    [InlineData("$.paths['/jobs'].post", "x-intercom-job: { id: id, poll: 'GET /jobs/{id}', status: at }",
        "what 'GET /jobs/{id}' answers has no text 'at'")]
    [InlineData("$.paths['/jobs'].post", "x-intercom-job: { id: id, poll: 'GET /jobs/{id}', status: status, download: 'GET /jobs/{id}' }",
        "'GET /jobs/{id}' answers with no file")]
    [InlineData("$.paths['/jobs'].post", "x-intercom-job: { id: id, poll: 'GET /jobs/{id}/{part}', status: status }",
        "takes more than its identifier")]
    [InlineData("$.paths['/jobs/{id}'].get", "x-intercom-job: { id: id, poll: 'GET /jobs/{id}', status: status }",
        "the operation needs more than a body")]
    public void A_slip_of_an_overlay_is_said_at_its_line(string target, string update, string message)
    {
        const string answer = "responses: { '200': { description: Done, "
            + "content: { application/json: { schema: { $ref: '#/components/schemas/job' } } } } }";
        var generation = Generation.Of(SpecInput.Paths(
            $"/jobs: {{ post: {{ operationId: createJob, {answer} }} }}\n/jobs/{{id}}: {{ get: {{ operationId: getJob, {answer} }} }}\n"
            + $"/jobs/{{id}}/{{part}}: {{ get: {{ operationId: getJobPart, {answer} }} }}",
            "job: { type: object, properties: { id: { type: string }, status: { type: string }, "
                + "at: { type: integer, format: date-time } } }")
            .Overlay($"{Overlay}\"{target}\"\n    update:\n      {update}"));
        Assert.Empty(generation.Complaints);
        var diagnostic = Assert.Single(generation.Run.Diagnostics);
        Assert.Equal("IC1007", diagnostic.Id);
        Assert.Contains(message, diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal((SpecInput.OverlayPath, 5),
            (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Theory]
    [InlineData("openapi: 3.2.0\ninfo: { title: A, version: '1' }\npaths: {}", "IC1004")]
    [InlineData("swagger: '2.0'\ninfo: { title: A, version: '1' }\npaths: {}", "IC1004")]
    [InlineData("openapi: 3.0.1\ninfo: { title: A, version: '1' }", "IC1003")]
    [InlineData("openapi: 3.0.1\ninfo: { title: A, version: '1' }\npaths:", "IC1003")]
    [InlineData("{ \"openapi\": \"3.0.1\", \"paths\": { \"/a\": { \"get\"", "IC1001")]
    public void What_is_no_document_is_one_error_with_and_without_an_overlay(string text, string id)
    {
        var input = SpecInput.Of(text);
        Assert.Equal(id, Assert.Single(Generation.Of(input).Run.Diagnostics).Id);
        Assert.Equal(id, Assert.Single(Generation.Of(input.Bundled(WholeDocument.BundledOverlays[0])).Run.Diagnostics).Id);
        Assert.Equal(id,
            Assert.Single(Generation.Of(input.Overlay(Overlay + "$\n    update: { paths: {}, openapi: 3.0.1 }")).Run.Diagnostics).Id);
    }
}
