using System.Net;
using System.Text;
using System.Text.Json;
using Intercom.Runtime.Tests.DependencyInjection;
using Intercom.Runtime.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Runtime.Tests.Observability;

/// <summary>A server that repeats the token, wherever a response has room for text and however the text is written: nothing that people are shown holds it.</summary>
public sealed class EchoTests(ITestOutputHelper output)
{
    private const string Token = "dG9rOjEyMzQ1Njc4OTBhYmNkZWY6MTow";

    private static readonly (string Name, Func<string, string> Write)[] Forms =
    [
        ("as it is", static text => text),
        ("in capitals", static text => text.ToUpperInvariant()),
        ("in small letters", static text => text.ToLowerInvariant()),
        ("percent-encoded", static text => string.Concat(text.Select(static c => $"%{(int)c:X2}"))),
        ("percent-encoded twice", static text => string.Concat(text.Select(static c => $"%25{(int)c:x2}"))),
        ("in part percent-encoded", static text => string.Concat(text.Select(static (c, at) => at % 3 == 0 ? $"%{(int)c:x2}" : $"{c}"))),
        ("in base 64", static text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text))),
        ("in base 64 behind a colon", static text => Convert.ToBase64String(Encoding.UTF8.GetBytes(":" + text))),
        ("in base 64 between others", static text => Convert.ToBase64String(Encoding.UTF8.GetBytes("ab" + text + "c"))),
        ("in base 64 of addresses", static text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).Replace('+', '-').Replace('/', '_').TrimEnd('=')),
        ("in hexadecimal digits", static text => Convert.ToHexString(Encoding.UTF8.GetBytes(text)).ToLowerInvariant()),
        ("in references of HTML", static text => string.Concat(text.Select(static c => $"&#{(int)c};"))),
        ("in hexadecimal references", static text => string.Concat(text.Select(static c => $"&#x{(int)c:x};"))),
        ("as bearer", static text => $"Bearer {text}"),
        ("as a parameter", static text => $"https://x.example/?access_token={text}&a=b"),
        ("twice", static text => $"{text}{text}"),
        ("cut", static text => $"... {text[..20]}"),
        ("without its beginning", static text => $"...{text[12..]}"),
    ];

    private static readonly (string Name, Func<string, string> Write)[] EscapesOfJson =
    [
        ("escaped as in JSON", static text => string.Concat(text.Select(static c => $"\\u{(int)c:x4}"))),
        ("escaped twice", static text => string.Concat(text.Select(static c => $"\\\\u{(int)c:X4}"))),
        ("escaped as in JavaScript", static text => string.Concat(text.Select(static c => $"\\\\x{(int)c:X2}"))),
    ];

    private static readonly (string Name, Func<string, HttpResponseMessage> Answer)[] Places =
    [
        ("the code", static text => Json(401, $$"""{"type":"error.list","errors":[{"code":"{{text}}"}]}""")),
        ("the message", static text => Json(401, $$"""{"type":"error.list","errors":[{"code":"unauthorized","message":"{{text}}"}]}""")),
        ("the field", static text => Json(422, $$"""{"type":"error.list","errors":[{"code":"x","field":"{{text}}"}]}""")),
        ("the name of a field", static text => Json(422, $$$"""{"errors":{"{{{text}}}":"wrong"}}""")),
        ("the request id", static text => Json(400, $$"""{"type":"error.list","request_id":"{{text}}","errors":[]}""")),
        ("the request id of a list of errors with 200", static text => Json(200, $$"""{"type":"error.list","request_id":"{{text}}","errors":[{"code":"{{text}}"}]}""")),
        ("an error", static text => Json(400, $$"""{"error":"{{text}}"}""")),
        ("a body that is not Intercom's", static text => Json(502, $"<html>{text}")),
        ("a body that is no JSON", static text => Json(200, text)),
        ("a body that was cut", static text => Json(200, $$"""{"id":"{{text}}""")),
        ("a deviation", static text => Json(200, $$$"""{"id":"1","friends":{"{{{text}}}":1},"{{{text}}}":[{"age":"x"}],"age":{"{{{text}}}":2}}""")),
        ("a name within a list", static text => Json(200, $$$"""{"id":"1","friends":[{"{{{text}}}":1,"age":{}}]}""")),
    ];

    private static readonly (string Name, Func<string, HttpResponseMessage> Answer)[] PlacesOfHeaders =
    [
        ("the request id's header", static text => Json(401, "{}", ("X-Request-Id", text))),
        ("the request id's header with 200", static text => Json(200, "{}", ("X-Request-Id", text))),
        ("the link", static text => Json(410, "{}", ("Link", $"</contacts/{text}>; rel=\"canonical\""))),
        ("any header", static text => Json(200, "{}", ("X-Anything", text))),
        ("the phrase", static text => Phrase(Json(403, "{}"), text)),
        ("the phrase with 200", static text => Phrase(Json(200, "{}"), text)),
        ("the media type", static text => Type(Json(500, "<html>"), text)),
        ("the address", static text => Json(302, "", ("Location", $"https://x.example/{text}"))),
    ];

    [Fact]
    public async Task Nothing_that_people_are_shown_repeats_the_token()
    {
        var cases = Places.SelectMany(static place => Forms.Concat(EscapesOfJson).Select(form => (place, form)))
            .Concat(PlacesOfHeaders.SelectMany(static place => Forms.Select(form => (place, form))));
        var count = 0;
        var texts = 0;
        foreach (var ((place, answer), (form, write)) in cases)
        {
            var written = write(Token);
            using var watcher = new Watcher();
            await CallAsync(watcher, () => answer(written));
            var leak = watcher.Seen.FirstOrDefault(text => Leaks(text, written));
            Assert.True(leak is null, $"{form} in {place}: {leak}");
            Assert.NotEmpty(watcher.Seen);
            count++;
            texts += watcher.Seen.Count;
        }

        output.WriteLine($"{count} pairs of a place and a form, {texts} texts");
    }

    [Fact]
    public async Task A_server_that_repeats_it_in_what_is_no_HTTP_is_not_repeated_either()
    {
        await using var server = new RawServer(static (_, number) => number % 2 == 0 ? $"{Token} is no HTTP\r\n\r\n{RawServer.ThenClose}" : $"HTTP/1.1 200 OK\r\n{Token}\r\n\r\n{RawServer.ThenClose}");
        var connection = new IntercomConnection(new IntercomClientOptions { AccessToken = Token, BaseAddress = new Uri($"http://127.0.0.1:{server.Port}"), MaxRetries = 0 }, "");
        for (var call = 0; call < 2; call++)
        {
            var failure = await Assert.ThrowsAsync<IntercomConnectionException>(() => connection.SendAsync(new ApiRequest("GET /me"), null, default));
            Assert.DoesNotContain(Token, failure.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_secrets_of_a_calls_own_headers_and_parameters_are_not_repeated_either()
    {
        var options = new RequestOptions { Headers = { ["Authorization"] = "Bearer own-secret-1", ["X-Api-Key"] = "own-secret-2" }, Query = { ["access_token"] = "own-secret-3" } };
        var server = new Script(static (request, _) => Task.FromResult(Json(400, $$"""{"error":"{{request.Headers.Authorization}} {{request.Headers.GetValues("X-Api-Key").Single()}} {{request.RequestUri!.Query}}"}""")));
        var failure = await Assert.ThrowsAsync<IntercomBadRequestException>(() => server.Connect().SendAsync(new ApiRequest("GET /me"), options, default));
        Assert.DoesNotContain("own-secret", failure.ToString() + failure.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_of_an_event_stream_is_not_shown_where_the_answer_that_brings_it_cannot_be_read()
    {
        var server = new Script(Script.Answer(200, """{"sse_subscription_url":"https://x.example/event-stream?channels=c&accessToken=eyJhbGciOi.hidden.signature&rewind=2m","x":"""));
        var failure = await Assert.ThrowsAsync<IntercomUnreadableResponseException>(() => server.Connect().SendAsync<Started>(new ApiRequest("POST /fin/start"), null, default));
        Assert.DoesNotContain("hidden", failure.ToString() + failure.Body, StringComparison.Ordinal);
        Assert.Contains("channels=c", failure.Body, StringComparison.Ordinal);
        Assert.Contains("rewind=2m", failure.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_looks_like_no_secret_is_shown_as_it_came()
    {
        const string Body = """{"type":"error.list","errors":[{"code":"token_unauthorized","message":"The access_token is missing, 100% & \\u0041","field":"token"}]}""";
        var failure = await Assert.ThrowsAsync<IntercomUnauthorizedException>(() => new Script(Script.Answer(401, Body)).Connect(null, static o => o.AccessToken = Token).SendAsync(new ApiRequest("GET /me"), null, default));
        Assert.Equal(Body, failure.Body);
        Assert.Equal(new IntercomError("token_unauthorized", "The access_token is missing, 100% & \\u0041", "token"), failure.Errors[0]);
    }

    [Fact]
    public void A_hostile_text_takes_no_longer_than_its_length_allows()
    {
        var secrets = new Secrets([Token]);
        foreach (var piece in new[] { "\\", "%25", "&#x", "\\u005c", Token[..30], "accessToken", "&amp;" })
        {
            var text = string.Concat(Enumerable.Repeat(piece, 64 * 1024 / piece.Length));
            Assert.NotNull(secrets.Redact(text));
        }
    }

    private static async Task CallAsync(Watcher watcher, Func<HttpResponseMessage> answer)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(watcher));
        services.AddIntercom<Client>(options => (options.AccessToken, options.TimeProvider, options.OnDeviation) = (Token, new FakeTime(), deviation => watcher.See(deviation)))
            .ConfigurePrimaryHttpMessageHandler(() => new Script((_, _) => Task.FromResult(answer())));
        await using var provider = services.BuildServiceProvider();
        var connection = provider.GetRequiredService<Client>().Connection;
        var options = new RequestOptions { OnResponse = response => watcher.See($"{response} {response.RequestId} {response.Headers} {response.ContentHeaders}") };
        await watcher.TryAsync(() => connection.SendAsync<Json.Person>(new ApiRequest("GET /contacts/{id}", "1"), options, default));
        await watcher.TryAsync(async () =>
        {
            using var download = await connection.DownloadAsync(new ApiRequest("GET /export/{id}", "1"), options, default);
            watcher.See($"{download} {download.FileName} {download.Headers}");
        });
    }

    // Whoever reads a text may also unescape it.
    private static bool Leaks(string text, string written) =>
        new[] { text, Uri.UnescapeDataString(Uri.UnescapeDataString(text)), WebUtility.HtmlDecode(text) }
            .Any(shown => shown.Contains(Token, StringComparison.OrdinalIgnoreCase) || shown.Contains(Token[..20], StringComparison.Ordinal))
        || (written.Length > 20 && text.Contains(written[..20], StringComparison.Ordinal) && !written.StartsWith("https", StringComparison.Ordinal));

    private static HttpResponseMessage Json(int status, string body, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, body.StartsWith('<') ? "text/html" : "application/json") };
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    private static HttpResponseMessage Phrase(HttpResponseMessage response, string phrase)
    {
        response.ReasonPhrase = phrase;
        return response;
    }

    private static HttpResponseMessage Type(HttpResponseMessage response, string type)
    {
        response.Content.Headers.Remove("Content-Type");
        response.Content.Headers.TryAddWithoutValidation("Content-Type", $"text/{type}");
        response.Content.Headers.TryAddWithoutValidation("Content-Disposition", $"attachment; filename=\"{type}\"");
        return response;
    }
}
