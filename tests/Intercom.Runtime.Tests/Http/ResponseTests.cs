using System.Net;
using Intercom.Json;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Http;

/// <summary>Status, headers, request id, rate limit and raw body of any call, by one option instead of a second method.</summary>
public sealed class ResponseTests
{
    private static readonly (string, string)[] Headers = [("X-Request-Id", "r1"), ("X-RateLimit-Limit", "166"), ("X-RateLimit-Remaining", "12"), ("X-RateLimit-Reset", "1772366410"), ("X-Other", "o")];

    public static TheoryData<string, string, Func<IntercomConnection, RequestOptions, Task>> Calls() => new()
    {
        { "a record", """{"id":"1"}""", static (connection, options) => connection.SendAsync<Json.Person>(new ApiRequest("GET /me"), options, default) },
        { "a list", "[]", static (connection, options) => connection.SendListAsync<Json.Person, JsonItem<Json.Person>>(new ApiRequest("GET /me"), options, default) },
        { "any JSON", "[1]", static (connection, options) => connection.SendElementAsync(new ApiRequest("GET /me"), options, default) },
        { "nothing", "", static (connection, options) => connection.SendAsync(new ApiRequest("GET /me"), options, default) },
        { "a text", "Hello", static (connection, options) => connection.SendTextAsync(new ApiRequest("GET /me"), options, default) },
        { "a page", """{"friends":[]}""", static async (connection, options) => await connection.Pages<Json.Person, Json.Person>(new ApiRequest("GET /me"), PagePlace.Query, static page => page.Friends, options, default) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Any_call_shows_its_response(string what, string body, Func<IntercomConnection, RequestOptions, Task> call)
    {
        var shown = new List<IntercomResponse>();
        await call(new Script(Answer(200, body, Headers)).Connect(), new RequestOptions { OnResponse = shown.Add });
        var response = Assert.Single(shown);
        Assert.True(response.Text() == body, what);
        Assert.Equal(("GET /me", HttpStatusCode.OK, "r1", 1), (response.Operation, response.Status, response.RequestId!, response.Attempts));
        Assert.Equal(new RateLimitState(166, 12, DateTimeOffset.FromUnixTimeSeconds(1772366410)), response.RateLimit);
        Assert.Equal("o", Assert.Single(response.Headers.GetValues("X-Other")));
        Assert.Equal("application/json", response.ContentHeaders.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_download_shows_its_response_before_its_body_is_read()
    {
        IntercomResponse? shown = null;
        using var file = await new Script(Answer(200, "a,b", Headers)).Connect().DownloadAsync(new ApiRequest("GET /download/{id}", "1"), new RequestOptions { OnResponse = response => shown = response }, default);
        Assert.Equal((0, "r1"), (shown!.Body.Length, shown.RequestId!));
        using var reader = new StreamReader(file.Content);
        Assert.Equal("a,b", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_location_shows_its_response()
    {
        IntercomResponse? shown = null;
        await new Script(Answer(302, "", ("Location", "https://elsewhere.example/f"))).Connect().SendLocationAsync(new ApiRequest("GET /calls/{id}/recording", "1"), new RequestOptions { OnResponse = response => shown = response }, default);
        Assert.Equal(HttpStatusCode.Found, shown!.Status);
    }

    [Theory]
    [InlineData(404, """{"type":"error.list","errors":[]}""", typeof(IntercomNotFoundException))]
    [InlineData(200, """{"type":"error.list","errors":[]}""", typeof(IntercomApiException))]
    [InlineData(200, "<html>", typeof(IntercomUnreadableResponseException))]
    public async Task A_response_is_shown_where_an_exception_follows(int status, string body, Type failure)
    {
        IntercomResponse? shown = null;
        var thrown = await Record.ExceptionAsync(() => new Script(Answer(status, body, Headers)).Connect().SendAsync<Json.Person>(new ApiRequest("GET /me"), new RequestOptions { OnResponse = response => shown = response }, default));
        Assert.IsType(failure, thrown);
        Assert.Equal(((HttpStatusCode)status, body, "r1"), (shown!.Status, shown.Text(), shown.RequestId!));
    }

    [Fact]
    public async Task Where_no_response_came_none_is_shown()
    {
        var shown = new List<IntercomResponse>();
        await Assert.ThrowsAsync<IntercomConnectionException>(() => new Script(Fail(new HttpRequestException("x"))).Connect().SendAsync(new ApiRequest("GET /me"), new RequestOptions { OnResponse = shown.Add }, default));
        Assert.Empty(shown);
    }

    [Fact]
    public async Task What_looks_at_a_response_may_end_the_call() => await Assert.ThrowsAsync<NotSupportedException>(() =>
        new Script(Answer(200, "{}")).Connect().SendAsync(new ApiRequest("GET /me"), new RequestOptions { OnResponse = static _ => throw new NotSupportedException() }, default));
}
