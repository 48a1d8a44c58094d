using System.Text.Json;
using Intercom.Testing;
using Microsoft.Extensions.AI;
using Xunit;

namespace Intercom.Extensions.AI.Tests;

public sealed class IntercomToolTests : IAsyncDisposable
{
    private readonly FakeIntercom _fake = FakeIntercom.InMemory();
    private readonly PlainClient _client;

    public IntercomToolTests() => _client = PlainClient.Of(_fake.Options);

    public ValueTask DisposeAsync() => _fake.DisposeAsync();

    [Fact]
    public async Task A_model_is_told_what_the_document_says_and_calls_by_it()
    {
        _fake.On("GET /contacts/{id}").Returns(200, """{ "type": "contact", "id": "a/b" }""");
        var tool = Assert.IsAssignableFrom<AIFunction>(Assert.Single(_client.AsTools("GET /contacts/{id}")));
        Assert.Matches("^[A-Za-z0-9_-]{1,64}$", tool.Name);
        Assert.NotEmpty(tool.Description);
        Assert.Equal(["id"], tool.JsonSchema.GetProperty("required").EnumerateArray().Select(static name => name.GetString()!));
        Assert.Equal("string", tool.JsonSchema.GetProperty("properties").GetProperty("id").GetProperty("type").GetString());

        var result = await tool.InvokeAsync(new AIFunctionArguments { ["id"] = JsonSerializer.SerializeToElement("a/b") });
        Assert.Equal("""{ "type": "contact", "id": "a/b" }""", result);
        Assert.Equal("/contacts/a%2Fb", _fake.Calls.Single("GET /contacts/{id}").Path);
    }

    [Fact]
    public async Task A_body_is_an_argument_and_its_schema_brings_along_what_it_refers_to()
    {
        _fake.On("POST /contacts/search").Returns(200, """{ "data": [] }""");
        var tool = (AIFunction)_client.AsTools("POST /contacts/search")[0];
        var text = tool.JsonSchema.GetRawText();
        var definitions = tool.JsonSchema.GetProperty("$defs").EnumerateObject().Select(static one => one.Name).ToList();
        var references = text.Split("\"$ref\":\"").Skip(1).Select(static part => part[..part.IndexOf('"', StringComparison.Ordinal)]).ToList();
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.Contains(reference, definitions.Select(static name => $"#/$defs/{name}")));
        await tool.InvokeAsync(new AIFunctionArguments { ["body"] = JsonSerializer.SerializeToElement(JsonDocument.Parse("""{"query":{"field":"email"}}""").RootElement) });
        Assert.Equal("""{"query":{"field":"email"}}""", _fake.Calls.Single("POST /contacts/search").Text);
    }

    [Fact]
    public async Task A_query_is_sent_by_its_names_and_a_list_by_its_items()
    {
        const string Document = """
            { "paths": { "/things": {
              "parameters": [{ "name": "shared", "in": "query", "schema": { "type": "boolean" } }],
              "get": { "summary": "Lists things.", "parameters": [
                { "name": "id", "in": "query", "required": true, "schema": { "type": "array", "items": { "type": "string" } } },
                { "name": "Intercom-Version", "in": "header", "schema": { "type": "string" } }] } } } }
            """;
        _fake.On("GET /things").Returns(200, "[]");
        var tool = (AIFunction)_client.AsTools(new IntercomToolOptions { Document = Document }, "GET /things")[0];
        Assert.Equal(["shared", "id"], tool.JsonSchema.GetProperty("properties").EnumerateObject().Select(static one => one.Name));
        await tool.InvokeAsync(new AIFunctionArguments { ["id"] = new List<string> { "1", "2 3" }, ["shared"] = true });
        Assert.Equal("true", _fake.Calls[0].Query["shared"]);
        Assert.True(_fake.Calls[0].Query.ContainsKey("id"));
    }

    [Fact]
    public void What_changes_something_is_taken_only_where_that_is_allowed()
    {
        Assert.Throws<ArgumentException>(() => _client.AsTools("POST /contacts"));
        Assert.Throws<ArgumentException>(() => _client.AsTools("DELETE /contacts/{id}"));
        Assert.Throws<ArgumentException>(() => _client.AsTools("GET /nowhere"));
        Assert.Equal(2, _client.AsTools(new IntercomToolOptions { AllowChanges = true }, "POST /contacts", "DELETE /contacts/{id}").Count);
    }

    [Fact]
    public async Task A_long_result_is_cut_and_says_so()
    {
        _fake.On("GET /contacts/{id}").Returns(200, $$"""{"name":"{{new string('x', 500)}}"}""");
        var tool = (AIFunction)_client.AsTools(new IntercomToolOptions { MaxResultLength = 100 }, "GET /contacts/{id}")[0];
        var result = (string)(await tool.InvokeAsync(new AIFunctionArguments { ["id"] = "1" }))!;
        Assert.EndsWith("… (cut: these are 100 of 511 characters)", result, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => _client.AsTools(new IntercomToolOptions { MaxResultLength = 0 }, "GET /me"));
    }

    [Fact]
    public async Task Arguments_that_are_missing_or_unknown_are_no_call()
    {
        var tool = (AIFunction)_client.AsTools("GET /contacts/{id}")[0];
        await Assert.ThrowsAsync<ArgumentException>(() => tool.InvokeAsync([]).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => tool.InvokeAsync(new AIFunctionArguments { ["id"] = "1", ["other"] = "2" }).AsTask());
        Assert.Empty(_fake.Calls);
    }
}
