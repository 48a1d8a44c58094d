using System.Net;
using Xunit;

namespace Intercom.Testing.Tests;

public sealed class FakeAnswersTests
{
    [Theory, BothFakes]
    public async Task An_operation_answers_what_it_was_set_up_with(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        intercom.On("GET /contacts/{id}").Returns(200, """{"id":"42"}""");

        Assert.Equal("""{"id":"42"}""", await intercom.CallAsync("GET /contacts/{id}", "42"));
    }

    [Theory, BothFakes]
    public async Task An_emitted_type_is_answered_as_JSON(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        intercom.On("GET /greeting").Returns(new Greeting { Text = "Hello" });

        var answer = await intercom.Connect().SendAsync<Greeting>(new ApiRequest("GET /greeting"), null, CancellationToken.None);

        Assert.Equal("Hello", answer.Text);
    }

    [Theory, BothFakes]
    public async Task A_function_answers_from_the_call(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        intercom.On("GET /contacts/{id}").Returns(call => FakeAnswer.Json($$"""{"id":"{{call.PathValues["id"]}}"}"""));

        Assert.Equal("""{"id":"a/b"}""", await intercom.CallAsync("GET /contacts/{id}", "a/b"));
    }

    [Theory, BothFakes]
    public async Task Answers_follow_one_another_and_the_last_one_stays(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        intercom.On("GET /me").Returns(200, "1").Returns(200, "2");

        Assert.Equal(
            ["1", "2", "2"],
            new[] { await intercom.CallAsync("GET /me"), await intercom.CallAsync("GET /me"), await intercom.CallAsync("GET /me") });
    }

    [Theory, BothFakes]
    public async Task Setting_an_operation_up_again_replaces_its_answers(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        intercom.On("GET /contacts/{id}").Returns(200, "1");
        intercom.On("GET /contacts/{contact_id}").Returns(200, "2");

        Assert.Equal("2", await intercom.CallAsync("GET /contacts/{id}", "42"));
    }

    [Theory, BothFakes]
    public async Task A_literal_segment_wins_over_a_parameter(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        intercom.On("GET /contacts/{id}").Returns(200, "1");
        intercom.On("GET /contacts/archived").Returns(200, "2");

        Assert.Equal("2", await intercom.CallAsync("GET /contacts/archived"));
        Assert.Equal("1", await intercom.CallAsync("GET /contacts/{id}", "42"));
    }

    [Theory, BothFakes]
    public async Task A_failure_is_Intercoms_list_of_errors(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        intercom.On("POST /contacts").Fails(422, "parameter_invalid", "email is not valid", "email");

        var e = await Assert.ThrowsAsync<IntercomBadRequestException>(() => intercom.CallAsync("POST /contacts"));

        Assert.Equal([new IntercomError("parameter_invalid", "email is not valid", "email")], e.Errors);
        Assert.Equal(intercom.Calls.Single("POST /contacts").RequestId, e.RequestId);
    }

    [Theory, BothFakes]
    public async Task A_throttled_call_is_told_when_the_limit_is_lifted(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        intercom.Options.TimeProvider = new StoppedClock(DateTimeOffset.FromUnixTimeMilliseconds(1_000_000_500));
        intercom.On("GET /me").Throttled(TimeSpan.FromSeconds(7));

        using var response = await intercom.GetAsync("/me");

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal("1000008", response.Headers.GetValues("X-RateLimit-Reset").Single());
        Assert.Equal("0", response.Headers.GetValues("X-RateLimit-Remaining").Single());
        Assert.Contains("rate_limit_exceeded", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, BothFakes]
    public async Task A_dropped_call_gets_no_response(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        intercom.On("DELETE /contacts/{id}").Drops();

        await Assert.ThrowsAsync<IntercomConnectionException>(() => intercom.CallAsync("DELETE /contacts/{id}", "42"));
        // A deletion is safe to repeat, and is: once, and two times more.
        Assert.Equal(3, intercom.Calls.Count);
    }

    [Theory, BothFakes]
    public async Task A_gateway_answers_in_HTML(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        intercom.On("DELETE /contacts/{id}").FailsAtGateway();

        var e = await Assert.ThrowsAsync<IntercomServerException>(() => intercom.CallAsync("DELETE /contacts/{id}", "42"));

        Assert.Equal(HttpStatusCode.BadGateway, e.Status);
        Assert.Contains("<html>", e.Body, StringComparison.Ordinal);
        Assert.Empty(e.Errors);
    }

    [Theory, BothFakes]
    public async Task A_body_can_be_empty(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        intercom.On("GET /greeting").ReturnsNothing();

        var e = await Assert.ThrowsAsync<IntercomUnreadableResponseException>(
            () => intercom.Connect().SendAsync<Greeting>(new ApiRequest("GET /greeting"), null, CancellationToken.None));

        Assert.Equal("", e.Body);
    }

    [Theory, BothFakes]
    public async Task An_operation_that_was_not_set_up_says_how_to_do_it(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        intercom.On("GET /me").Returns(200, "1");

        var e = await Assert.ThrowsAsync<IntercomNotFoundException>(() => intercom.CallAsync("GET /contacts/{id}", "42"));

        Assert.Equal("fake_not_set_up", e.Errors.Single().Code);
        Assert.Contains("""intercom.On("GET /contacts/42").Returns(200, json)""", e.Message, StringComparison.Ordinal);
        Assert.Contains("Set up are: GET /me.", e.Message, StringComparison.Ordinal);
    }

    [Theory, BothFakes]
    public async Task A_function_that_throws_is_reported(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        intercom.On("POST /contacts").Returns(_ => throw new InvalidOperationException("no idea"));

        using var response = await intercom.HttpClient.SendAsync(
            new(HttpMethod.Post, "/contacts") { Headers = { { "Authorization", "Bearer x" } } });

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var said = await response.Content.ReadAsStringAsync();
        Assert.Contains("POST /contacts threw InvalidOperationException: no idea", said, StringComparison.Ordinal);
    }

    [Theory, BothFakes]
    public async Task Without_a_bearer_token_every_call_is_refused(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        intercom.Options.Credential = IntercomCredential.None;
        intercom.On("GET /me").Returns(200, "1");

        await Assert.ThrowsAsync<IntercomUnauthorizedException>(() => intercom.CallAsync("GET /me"));
        await Assert.ThrowsAsync<IntercomUnauthorizedException>(() => intercom.CallAsync("GET /contacts/{id}", "42"));
    }

    [Theory, BothFakes]
    public async Task A_token_is_given_to_whoever_has_none_yet(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        intercom.On("POST /auth/eagle/token").Returns(call => FakeAnswer.Json($$"""{"token":"for {{call.Json.GetProperty("code")}}"}"""));

        var token = await new IntercomOAuth("client", "secret", intercom.Options).ExchangeAsync("a-code=");

        Assert.Equal("for a-code=", token.GetToken());
    }

    [Theory, BothFakes]
    public async Task The_examples_of_a_document_become_answers(Fake fake)
    {
        await using var intercom = await fake.StartAsync();

        var operations = intercom.AnswerFromExamples("""
            { "paths": { "/contacts/{id}": {
                "parameters": [],
                "get":    { "responses": {
                    "404": { "content": { "application/json": { "example": 1 } } },
                    "200": { "content": { "application/json": { "example": { "id": "1" } } } } } },
                "put":    { "responses": {
                    "202": { "content": { "application/json": { "examples": { "some": { "value": { "id": "2" } } } } } } } },
                "delete": { "responses": { "204": { "description": "Gone." } } } } } }
            """);

        Assert.Equal(2, operations);
        Assert.Equal("""{"id":"1"}""", await intercom.CallAsync("GET /contacts/{id}", "42"));
        Assert.Equal("""{"id":"2"}""", await intercom.CallAsync("PUT /contacts/{id}", "42"));
    }

    [Fact]
    public async Task An_operation_without_an_example_is_not_answered_by_another()
    {
        await using var intercom = FakeIntercom.InMemory();
        intercom.On("GET /contacts/mine").Returns(200, """{"id":"mine"}""");
        var operations = intercom.AnswerFromExamples("""
            { "paths": {
                "/contacts/{id}": { "get": { "responses": {
                    "200": { "content": { "application/json": { "example": { "id": "1" } } } } } } },
                "/contacts/newest": { "get": { "responses": { "200": { "description": "No example." } } } },
                "/contacts/mine": { "get": { "responses": { "200": { "description": "No example." } } } } } }
            """);
        Assert.Equal(1, operations);
        Assert.Equal("""{"id":"mine"}""", await intercom.CallAsync("GET /contacts/mine"));
        var e = await Assert.ThrowsAsync<IntercomNotFoundException>(() => intercom.CallAsync("GET /contacts/newest"));
        Assert.Contains("""intercom.On("GET /contacts/newest").Returns""", e.Message, StringComparison.Ordinal);
        Assert.Contains("Set up are: GET /contacts/mine, GET /contacts/{id}.", e.Message, StringComparison.Ordinal);
    }

    [Theory, BothFakes]
    public async Task The_examples_of_a_document_in_YAML_become_answers(Fake fake)
    {
        await using var intercom = await fake.StartAsync();

        var operations = intercom.AnswerFromExamples("""
            # A comment.
            paths:
              /contacts/{id}:
                get:
                  responses:
                    "200":
                      content:
                        application/json:
                          example: &ada {id: "1", age: 36, score: 1.5, vip: yes, admin: true, phone: ~, name: "Ada \u00e9"}
                put:
                  responses:
                    200: {$ref: "#/components/responses/Changed"}
            components:
              responses:
                Changed:
                  content:
                    application/json:
                      examples:
                        some: {$ref: "#/components/examples/Some~1one"}
              examples:
                Some/one: {value: [*ada]}
            """);

        const string Ada = """{"id":"1","age":36,"score":1.5,"vip":"yes","admin":true,"phone":null,"name":"Ada \u00E9"}""";
        Assert.Equal(2, operations);
        Assert.Equal(Ada, await intercom.CallAsync("GET /contacts/{id}", "42"));
        Assert.Equal($"[{Ada}]", await intercom.CallAsync("PUT /contacts/{id}", "42"));
    }

    [Fact]
    public async Task The_document_that_the_library_brings_gives_answers_of_its_own()
    {
        await using var intercom = FakeIntercom.InMemory();

        var operations = intercom.AnswerFromExamples();

        Assert.True(operations > 150, $"Only {operations} operations have an example.");
        Assert.Contains("\"type\":\"admin\"", await intercom.CallAsync("GET /me"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("paths: {a: 1", "neither YAML nor JSON")]
    [InlineData("paths:\n  a: 1\n  a: 2", "The key 'a' stands twice in one mapping, at line 3")]
    [InlineData("paths: *none", "'*none' names no anchor")]
    [InlineData("a: [\"b\"", "neither YAML nor JSON")]
    public void A_document_that_cannot_be_read_says_where(string document, string message)
    {
        var e = Assert.Throws<System.Text.Json.JsonException>(() => FakeIntercom.InMemory().AnswerFromExamples(document));

        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_of_aliases_that_multiply_is_refused()
    {
        var lines = Enumerable.Range(1, 30).Select(static i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]");

        Assert.Throws<System.Text.Json.JsonException>(
            () => FakeIntercom.InMemory().AnswerFromExamples("a0: &a0 x\n" + string.Join('\n', lines)));
    }

    [Fact]
    public void A_document_without_operations_gives_no_answers() =>
        Assert.All(
            (string[])["", "paths:", "openapi: 3.1.0", "[]", "text"],
            static text => Assert.Equal(0, FakeIntercom.InMemory().AnswerFromExamples(text)));

    [Fact]
    public void The_fake_needs_no_web_framework() => Assert.DoesNotContain(
        typeof(FakeIntercom).Assembly.GetReferencedAssemblies(),
        static name => name.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void An_operation_is_a_verb_and_a_path()
    {
        var e = Assert.Throws<ArgumentException>(() => FakeIntercom.InMemory().On("contacts"));

        Assert.Contains("GET /contacts/{id}", e.Message, StringComparison.Ordinal);
    }
}
