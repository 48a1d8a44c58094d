using System.Net;
using System.Text;
using Intercom.Json;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Http;

public sealed class RetryTests
{
    private const string Ok = """{"id":"1"}""";

    private static Task<System.Text.Json.JsonElement> Call(IntercomConnection connection, ApiRequest request, RequestOptions? options = null, CancellationToken token = default) =>
        connection.SendElementAsync(request, options, token);

    private static ApiRequest Post() => new ApiRequest("POST /contacts").RawBody("a");

    public static TheoryData<string, int> SafeVerbsAndStatuses()
    {
        var data = new TheoryData<string, int>();
        foreach (var verb in new[] { "GET", "PUT", "DELETE" })
            foreach (var status in new[] { 408, 500, 502, 503, 504 })
                data.Add(verb, status);
        return data;
    }

    [Theory]
    [MemberData(nameof(SafeVerbsAndStatuses))]
    public async Task What_may_be_done_twice_is_repeated_after_a_failure_of_the_server(string verb, int status)
    {
        var server = new Script(Answer(status), Answer(200, Ok));
        await Call(server.Connect(), new ApiRequest($"{verb} /contacts/{{id}}", "1"));
        Assert.Equal(2, server.Sent.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(501)]
    public async Task What_would_be_answered_the_same_is_not_repeated(int status)
    {
        var server = new Script(Answer(status));
        await Assert.ThrowsAnyAsync<IntercomApiException>(() => Call(server.Connect(), new ApiRequest("GET /me")));
        Assert.Single(server.Sent);
    }

    [Fact]
    public async Task The_time_between_attempts_doubles_and_has_a_share_of_chance()
    {
        var time = new FakeTime();
        var server = new Script(Answer(500));
        var connection = server.Connect(time, static o => (o.MaxRetries, o.Random) = (6, () => 0));
        await Assert.ThrowsAsync<IntercomServerException>(() => Call(connection, new ApiRequest("GET /me")));
        Assert.Equal([0.25, 0.5, 1, 2, 4, 4], time.Seconds);

        time = new FakeTime();
        connection = server.Connect(time, static o => (o.MaxRetries, o.Random) = (2, () => 0.5));
        await Assert.ThrowsAsync<IntercomServerException>(() => Call(connection, new ApiRequest("GET /me")));
        Assert.Equal([0.375, 0.75], time.Seconds);
    }

    [Fact]
    public async Task Two_repeats_are_made_by_default_and_then_the_last_failure_is_thrown()
    {
        var server = new Script(Answer(500), Answer(502), Answer(503, "<html>"));
        var failure = await Assert.ThrowsAsync<IntercomServerException>(() => Call(server.Connect(), new ApiRequest("GET /me")));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failure.Status);
        Assert.Equal(3, server.Sent.Count);
    }

    [Fact]
    public async Task A_call_may_be_repeated_more_or_less_often_than_the_client()
    {
        var server = new Script(Answer(500));
        await Assert.ThrowsAsync<IntercomServerException>(() => Call(server.Connect(), new ApiRequest("GET /me"), new RequestOptions { MaxRetries = 0 }));
        Assert.Single(server.Sent);
        await Assert.ThrowsAsync<IntercomServerException>(() => Call(server.Connect(), new ApiRequest("GET /me"), new RequestOptions { MaxRetries = 4 }));
        Assert.Equal(6, server.Sent.Count);
    }

    public static TheoryData<string> WhatAServerDoesAfterAccepting() => ["500", "502", "503 asking for a repeat", "504", "408", "200 empty", "reset", "ended", "attempt hangs"];

    [Theory]
    [MemberData(nameof(WhatAServerDoesAfterAccepting))]
    public async Task A_post_that_is_not_safe_is_sent_once_whatever_the_server_does(string what)
    {
        using var stop = new CancellationTokenSource();
        var server = new Script(what switch
        {
            "200 empty" => Answer(200),
            "503 asking for a repeat" => Answer(503, "", ("Retry-After", "1"), ("X-RateLimit-Reset", "1")),
            "reset" => Fail(new HttpRequestException(HttpRequestError.Unknown, "reset")),
            "ended" => Fail(new HttpRequestException("ended", new HttpIOException(HttpRequestError.ResponseEnded))),
            "attempt hangs" => Hang(stop.Cancel),
            _ => Answer(int.Parse(what, System.Globalization.CultureInfo.InvariantCulture)),
        });
        await Record.ExceptionAsync(() => Call(server.Connect(), Post(), token: stop.Token));
        Assert.Single(server.Sent);
    }

    [Theory]
    [InlineData("200 empty")]
    [InlineData("500")]
    [InlineData("reset")]
    public async Task A_post_that_is_known_as_safe_is_repeated(string what)
    {
        var server = new Script(what switch { "200 empty" => Answer(200), "500" => Answer(500), _ => Fail(new HttpRequestException("reset")) }, Answer(200, Ok));
        await Call(server.Connect(), new ApiRequest("POST /contacts/search").RawBody("q").Safe());
        Assert.Equal(2, server.Sent.Count);
    }

    [Fact]
    public async Task A_repeat_sends_the_same_bytes()
    {
        var server = new Script(Answer(500), Answer(500), Answer(200, Ok));
        var count = 0;
        var body = new Counted(() => ++count);
        await Call(server.Connect(), new ApiRequest("PUT /contacts/{id}", "1").Body(body));
        Assert.Equal(["""{"n":1}""", """{"n":1}""", """{"n":1}"""], server.Sent.Select(static sent => Encoding.UTF8.GetString(sent.Body!)));
    }

    [Fact]
    public async Task A_repeat_of_a_form_sends_the_same_bytes()
    {
        var server = new Script(Answer(429), Answer(200, Ok));
        await Call(server.Connect(), new ApiRequest("POST /upload").Form(new Upload()));
        Assert.Equal(server.Sent[0].Body, server.Sent[1].Body);
        Assert.Equal(server.Sent[0].ContentType, server.Sent[1].ContentType);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task A_call_that_never_got_a_connection_is_repeated_even_if_it_is_not_safe(HttpRequestError error)
    {
        var server = new Script(Fail(new HttpRequestException(error, "no connection")), Answer(200, Ok));
        await Call(server.Connect(), Post());
        Assert.Equal(2, server.Sent.Count);
    }

    [Fact]
    public async Task A_get_is_repeated_after_a_broken_connection_and_after_an_empty_body()
    {
        var time = new FakeTime();
        var server = new Script(Fail(new HttpRequestException("broken", new IOException())), Answer(200), Answer(200, Ok));
        await Call(server.Connect(time), new ApiRequest("GET /me"));
        Assert.Equal(3, server.Sent.Count);
        Assert.Equal([0.25, 0.5], time.Seconds);
    }

    [Fact]
    public async Task A_body_that_stays_empty_where_json_is_declared_is_an_exception_of_its_own()
    {
        var server = new Script(Answer(200));
        var failure = await Assert.ThrowsAsync<IntercomUnreadableResponseException>(() => server.Connect().SendAsync<Json.Person>(new ApiRequest("GET /me"), null, default));
        Assert.Equal("", failure.Body);
        Assert.Equal(3, server.Sent.Count);
    }

    [Fact]
    public async Task An_empty_body_is_what_an_operation_without_a_result_answers_with()
    {
        var server = new Script(Answer(200));
        await server.Connect().SendAsync(new ApiRequest("DELETE /tags/{id}", "1"), null, default);
        Assert.Single(server.Sent);
    }

    [Fact]
    public async Task A_refused_call_waits_until_the_window_ends()
    {
        var time = new FakeTime();
        var reset = (FakeTime.Start.ToUnixTimeSeconds() + 7).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var server = new Script(Answer(429, "", ("X-RateLimit-Reset", reset)), Answer(200, Ok));
        await Call(server.Connect(time, static o => o.Random = () => 0.25), Post());
        Assert.Equal([7.25], time.Seconds);
        Assert.Equal(2, server.Sent.Count);
    }

    [Theory]
    [InlineData("59", 59.75)]
    [InlineData("60", 60)]
    public async Task No_wait_is_longer_than_the_longest_one_chance_included(string after, double expected)
    {
        var time = new FakeTime();
        var server = new Script(Answer(429, "", ("Retry-After", after)), Answer(200, Ok));
        await Call(server.Connect(time, static o => o.Random = () => 0.75), Post());
        Assert.Equal([expected], time.Seconds);
    }

    [Theory]
    [InlineData("12")]
    [InlineData("Sun, 01 Mar 2026 12:00:12 GMT")]
    public async Task A_refused_call_waits_as_long_as_it_is_told(string after)
    {
        var time = new FakeTime();
        var server = new Script(Answer(429, "", ("Retry-After", after)), Answer(200, Ok));
        await Call(server.Connect(time), Post());
        Assert.Equal([12], time.Seconds);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("nonsense")]
    [InlineData("99999999999999999999")]
    public async Task A_refused_call_that_is_told_no_time_to_come_backs_off(string reset)
    {
        var time = new FakeTime();
        var server = new Script(Answer(429, "", ("X-RateLimit-Reset", reset)), Answer(200, Ok));
        await Call(server.Connect(time), Post());
        Assert.Equal([0.25], time.Seconds);
    }

    [Fact]
    public async Task A_wait_beyond_the_longest_one_fails_at_once()
    {
        var time = new FakeTime();
        var server = new Script(Answer(429, "", ("Retry-After", "61")));
        var failure = await Assert.ThrowsAsync<IntercomRateLimitException>(() => Call(server.Connect(time), new ApiRequest("GET /me")));
        Assert.Equal(TimeSpan.FromSeconds(61), failure.RetryAfter);
        Assert.Empty(time.Delays);
        Assert.Single(server.Sent);
    }

    [Fact]
    public async Task A_wait_for_which_the_call_has_no_time_fails_at_once()
    {
        var time = new FakeTime();
        var server = new Script(Answer(429, "", ("Retry-After", "20")));
        await Assert.ThrowsAsync<IntercomRateLimitException>(() => Call(server.Connect(time), new ApiRequest("GET /me"), new RequestOptions { Timeout = TimeSpan.FromSeconds(15) }));
        Assert.Empty(time.Delays);
    }

    [Fact]
    public async Task The_end_of_the_window_is_not_waited_for_where_the_server_failed_for_another_reason()
    {
        var time = new FakeTime();
        var reset = (FakeTime.Start.ToUnixTimeSeconds() + 9).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var server = new Script(Answer(500, "", ("X-RateLimit-Reset", reset)), Answer(200, Ok));
        await Call(server.Connect(time), new ApiRequest("GET /me"));
        Assert.Equal([0.25], time.Seconds);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_ended_and_repeated()
    {
        var time = new FakeTime();
        var server = new Script(Hang(() => time.Advance(TimeSpan.FromSeconds(5))), Answer(200, Ok));
        await Call(server.Connect(time, static o => o.AttemptTimeout = TimeSpan.FromSeconds(5)), new ApiRequest("GET /me"));
        Assert.Equal(2, server.Sent.Count);
    }

    [Fact]
    public async Task A_call_that_is_not_safe_has_all_the_time_of_the_call_for_its_one_attempt()
    {
        var time = new FakeTime();
        var server = new Script(Hang(() => time.Advance(TimeSpan.FromSeconds(100))));
        var failure = await Assert.ThrowsAsync<IntercomTimeoutException>(() => Call(server.Connect(time), Post()));
        Assert.Equal(TimeSpan.FromSeconds(100), failure.Timeout);
        Assert.Single(server.Sent);
    }

    [Fact]
    public async Task A_call_ends_when_its_time_is_over_however_often_it_could_be_repeated()
    {
        var time = new FakeTime();
        var server = new Script(Hang(() => time.Advance(TimeSpan.FromSeconds(30))));
        var failure = await Assert.ThrowsAsync<IntercomTimeoutException>(() => Call(server.Connect(time), new ApiRequest("GET /me"), new RequestOptions { Timeout = TimeSpan.FromSeconds(40) }));
        Assert.Equal(TimeSpan.FromSeconds(40), failure.Timeout);
        Assert.Equal(2, server.Sent.Count);
    }

    [Fact]
    public async Task The_callers_cancellation_is_a_cancellation_and_nothing_is_sent_again()
    {
        using var stop = new CancellationTokenSource();
        var server = new Script(Hang(stop.Cancel));
        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Call(server.Connect(), new ApiRequest("GET /me"), token: stop.Token));
        Assert.Equal(stop.Token, failure.CancellationToken);
        Assert.Single(server.Sent);
    }

    [Fact]
    public async Task The_token_is_asked_for_once_per_call()
    {
        var asked = 0;
        var server = new Script(Answer(500), Answer(200, Ok));
        var connection = server.Connect(null, o => o.Credential = IntercomCredential.FromProvider(_ => new ValueTask<string>($"token-{++asked}")));
        await Call(connection, new ApiRequest("GET /me"));
        await Call(connection, new ApiRequest("GET /me"));
        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2"], server.Sent.Select(static sent => sent.Authorization));
    }

    [Fact]
    public async Task The_last_response_is_shown_once_with_the_number_of_attempts()
    {
        var shown = new List<IntercomResponse>();
        var server = new Script(Answer(500), Answer(200, Ok, ("X-RateLimit-Limit", "166"), ("X-RateLimit-Remaining", "12"), ("X-RateLimit-Reset", "1772366410"), ("X-Request-Id", "r1")));
        await Call(server.Connect(), new ApiRequest("GET /me"), new RequestOptions { OnResponse = shown.Add });
        var response = Assert.Single(shown);
        Assert.Equal(2, response.Attempts);
        Assert.Equal("r1", response.RequestId);
        Assert.Equal(Ok, response.Text());
        Assert.Equal(new RateLimitState(166, 12, DateTimeOffset.FromUnixTimeSeconds(1772366410)), response.RateLimit);
    }

    private sealed class Counted(Func<long> next) : IJson<Counted>
    {
        public static Counted Read(ref JsonCursor json) => throw new NotSupportedException();

        public void Write(JsonOutput json) => json.Properties(new JsonProperties { ["n"] = next() });
    }

    private sealed record Upload : IFormRequest
    {
        public IntercomForm ToForm() => new IntercomForm().Add("name", "x").Add("file", new IntercomFile("a.txt", "content"u8.ToArray()));
    }
}
