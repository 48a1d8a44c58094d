using System.Net;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Http;

public sealed class ErrorTests
{
    private static Task<IntercomApiException> FailAsync(int status, string body, params (string, string)[] headers) =>
        Assert.ThrowsAnyAsync<IntercomApiException>(() => new Script(Answer(status, body, headers)).Connect(null, static o => o.MaxRetries = 0).SendElementAsync(new ApiRequest("GET /contacts/{id}", "1"), null, default));

    [Theory]
    [InlineData(400, typeof(IntercomBadRequestException))]
    [InlineData(401, typeof(IntercomUnauthorizedException))]
    [InlineData(402, typeof(IntercomForbiddenException))]
    [InlineData(403, typeof(IntercomForbiddenException))]
    [InlineData(404, typeof(IntercomNotFoundException))]
    [InlineData(408, typeof(IntercomServerException))]
    [InlineData(409, typeof(IntercomConflictException))]
    [InlineData(410, typeof(IntercomNotFoundException))]
    [InlineData(415, typeof(IntercomApiException))]
    [InlineData(422, typeof(IntercomBadRequestException))]
    [InlineData(429, typeof(IntercomRateLimitException))]
    [InlineData(500, typeof(IntercomServerException))]
    [InlineData(599, typeof(IntercomServerException))]
    [InlineData(301, typeof(IntercomApiException))]
    public async Task Each_status_has_its_exception(int status, Type expected)
    {
        var failure = await FailAsync(status, "");
        Assert.Equal(expected, failure.GetType());
        Assert.Equal((HttpStatusCode)status, failure.Status);
    }

    [Fact]
    public async Task A_list_of_errors_is_read_with_its_request_id()
    {
        var failure = await FailAsync(422, """{"type":"error.list","request_id":"0055o8c7almlkvraip50","errors":[{"code":"parameter_invalid","message":"is no e-mail","field":"email"},{"code":"data_invalid"}]}""");
        Assert.Equal("0055o8c7almlkvraip50", failure.RequestId);
        Assert.Equal([new IntercomError("parameter_invalid", "is no e-mail", "email"), new IntercomError("data_invalid", null, null)], failure.Errors);
        Assert.Equal("GET /contacts/{id}: 422 parameter_invalid (email): is no e-mail; data_invalid [request id 0055o8c7almlkvraip50]", failure.Message);
        Assert.True(failure.Has("data_invalid"));
        Assert.False(failure.Has("Data_Invalid"));
    }

    [Theory]
    [InlineData("""{"type":"error","request_id":"r9","message":"bad ruleset"}""", "", "bad ruleset", null, "r9")]
    [InlineData("""{"error_key":"invalid_phone_number","message":"The number is wrong"}""", "invalid_phone_number", "The number is wrong", null, null)]
    [InlineData("""{"error_key":"invalid_phone_number"}""", "invalid_phone_number", null, null, null)]
    [InlineData("""{"errors":{"base":"already rated"}}""", "", "already rated", "base", null)]
    [InlineData("""{"error":{"message":"no such page"}}""", "", "no such page", null, null)]
    [InlineData("""{"error":"Not Found"}""", "", "Not Found", null, null)]
    [InlineData("""{"type":"error.list","request_id":null,"errors":[{"code":"x","message":null,"field":7}]}""", "x", null, "7", null)]
    [InlineData("""{"errors":["plain"]}""", "", "plain", null, null)]
    public async Task The_other_shapes_are_read_too(string body, string code, string? message, string? field, string? requestId)
    {
        var failure = await FailAsync(400, body);
        Assert.Equal([new IntercomError(code, message, field)], failure.Errors);
        Assert.Equal(requestId, failure.RequestId);
        Assert.Equal(body, failure.Body);
    }

    [Theory]
    [InlineData("", "GET /contacts/{id}: 502 with an empty body")]
    [InlineData("<html><body>Bad gateway</body></html>", "GET /contacts/{id}: 502 with a body (text/html) that names no error")]
    [InlineData("{}", "GET /contacts/{id}: 502 with a body (application/json) that names no error")]
    [InlineData("[1]", "GET /contacts/{id}: 502 with a body (application/json) that names no error")]
    [InlineData("{\"type\":\"error.list\",\"errors\":[{", "GET /contacts/{id}: 502 with a body (application/json) that names no error")]
    [InlineData("{\"type\":\"error.list\",\"errors\":null}", "GET /contacts/{id}: 502 with a body (application/json) that names no error")]
    public async Task A_body_that_is_not_intercoms_names_no_error_and_is_kept(string body, string message)
    {
        var failure = await FailAsync(502, body);
        Assert.Empty(failure.Errors);
        Assert.Equal(body, failure.Body);
        Assert.Equal(message, failure.Message);
    }

    [Fact]
    public async Task The_request_id_of_the_header_is_taken_where_the_body_has_none()
    {
        Assert.Equal("h1", (await FailAsync(500, "<html>", ("X-Request-Id", "h1"))).RequestId);
        Assert.Equal("b1", (await FailAsync(500, """{"type":"error.list","request_id":"b1","errors":[]}""", ("X-Request-Id", "h1"))).RequestId);
    }

    [Fact]
    public async Task A_list_of_errors_with_200_is_an_error()
    {
        var failure = await FailAsync(200, """{"type":"error.list","errors":[{"code":"not_found"}]}""");
        Assert.Equal(HttpStatusCode.OK, failure.Status);
        Assert.True(failure.Has("not_found"));
    }

    [Fact]
    public async Task A_list_of_errors_with_200_may_be_long()
    {
        var errors = string.Join(',', Enumerable.Range(0, 100).Select(static i => $$"""{"code":"parameter_invalid","message":"contact {{i}} has no e-mail address","field":"contacts[{{i}}]"}"""));
        Assert.Equal(100, (await FailAsync(200, $$"""{"type":"error.list","errors":[{{errors}}]}""")).Errors.Count);
        Assert.Equal(100, (await FailAsync(200, $$"""{"errors":[{{errors}}],"type":"error.list"}""")).Errors.Count);
    }

    [Fact]
    public async Task A_message_that_was_cut_inside_a_character_is_read()
    {
        var failure = await FailAsync(400, """{"type":"error.list","errors":[{"code":"x","message":"cut \ud83d"}]}""");
        Assert.Equal("cut \ufffd", failure.Errors[0].Message);
    }

    [Fact]
    public async Task A_message_in_bytes_that_are_no_UTF8_is_read()
    {
        var failure = await Assert.ThrowsAsync<IntercomBadRequestException>(() => new Script((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest)
        {
            Content = new ByteArrayContent([.. "{\"errors\":[{\"code\":\"x\",\"message\":\"caf"u8, 0xE9, .. "\"}]}"u8]),
        })).Connect().SendElementAsync(new ApiRequest("GET /me"), null, default));
        Assert.Equal("caf\ufffd", failure.Errors[0].Message);
    }

    [Theory]
    [InlineData(401, """{"errors":[{"code":"unauthorized","message":"hidden-access-token is not known"}]}""")]
    [InlineData(502, "<html>Authorization: Bearer hidden-access-token</html>")]
    [InlineData(200, "<html>Authorization: Bearer hidden-access-token</html>")]
    public async Task A_server_that_repeats_the_token_does_not_make_an_exception_show_it(int status, string body)
    {
        var connection = new Script(Answer(status, body)).Connect(null, static o => (o.AccessToken, o.MaxRetries) = ("hidden-access-token", 0));
        var failure = await Assert.ThrowsAnyAsync<IntercomException>(() => connection.SendAsync<Json.Person>(new ApiRequest("GET /me"), null, default));
        var shown = failure + string.Concat(failure.GetType().GetProperties().Select(property => property.GetValue(failure) is IEnumerable<IntercomError> errors ? string.Concat(errors) : property.GetValue(failure)?.ToString()));
        Assert.DoesNotContain("hidden", shown, StringComparison.Ordinal);
        Assert.Contains("***", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_speaks_of_a_list_of_errors_is_no_error()
    {
        var element = await new Script(Answer(200, """{"type":"contact","name":"error.list"}""")).Connect().SendElementAsync(new ApiRequest("GET /me"), null, default);
        Assert.Equal("contact", element.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("</contacts/6762f0d51bb69f9f2193bb7f>; rel=\"canonical\"", "6762f0d51bb69f9f2193bb7f")]
    [InlineData("<https://api.intercom.io/contacts/9?x=1>; rel=canonical", "9")]
    [InlineData("</other>; rel=\"next\", </contacts/a%20b/>; title=\"x\"; REL=\"Canonical\"", "a b")]
    [InlineData("</contacts/9>; rel=\"next\"", null)]
    [InlineData("<>; rel=\"canonical\"", null)]
    [InlineData("nonsense", null)]
    public async Task A_merged_contact_names_the_one_that_it_became(string link, string? id)
    {
        var failure = Assert.IsType<IntercomNotFoundException>(await FailAsync(410, """{"type":"error.list","errors":[{"code":"contact_merged"}]}""", ("Link", link)));
        Assert.Equal(id, failure.CanonicalId);
        Assert.Equal(id is not null, failure.Message.Contains($"(now {id})", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_rate_limit_is_told_with_the_error()
    {
        var failure = await FailAsync(429, "", ("X-RateLimit-Limit", "167"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1772366405"));
        Assert.Equal(new RateLimitState(167, 0, DateTimeOffset.FromUnixTimeSeconds(1772366405)), failure.RateLimit);
        Assert.Equal(TimeSpan.FromSeconds(5), failure.RetryAfter);
        Assert.Contains("(retry after 5 s)", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-RateLimit-Limit", "many")]
    [InlineData("X-RateLimit-Reset", "-5")]
    [InlineData("X-Other", "1")]
    public async Task Headers_that_say_nothing_give_no_rate_limit(string name, string value) =>
        Assert.Null((await FailAsync(404, "", (name, value))).RateLimit);

    [Fact]
    public async Task A_body_that_is_no_json_where_json_is_declared_is_kept()
    {
        var failure = await Assert.ThrowsAsync<IntercomUnreadableResponseException>(() => new Script(Answer(200, "<html>", ("X-Request-Id", "r"))).Connect().SendAsync<Json.Person>(new ApiRequest("GET /me"), null, default));
        Assert.Equal("<html>", failure.Body);
        Assert.Equal("r", failure.RequestId);
        Assert.Equal(HttpStatusCode.OK, failure.Status);
    }
}
