using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Intercom.Runtime.Tests.Http;

/// <summary>What only a real connection shows.</summary>
public sealed class LoopbackTests
{
    private static IntercomConnection Connect(int port, HttpClient? http = null) => new(
        new IntercomClientOptions { AccessToken = "tok", BaseAddress = new Uri($"http://127.0.0.1:{port}"), HttpClient = http, TimeProvider = new FakeTime(), Random = static () => 0 }, "2.14");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_post_on_a_reused_connection_that_closes_without_an_answer_is_sent_once(bool hasBody)
    {
        await using var server = new RawServer(static (request, number) => number == 1 ? Response("200 OK", "{}") : null);
        var connection = Connect(server.Port);
        await connection.SendElementAsync(new ApiRequest("GET /me"), null, default);
        var post = new ApiRequest("POST /contacts/{id}/archive", "1");
        if (hasBody)
            post.RawBody("x");
        await Assert.ThrowsAsync<IntercomConnectionException>(() => connection.SendElementAsync(post, null, default));
        Assert.Equal(1, server.Requests.Count(static request => request.StartsWith("POST", StringComparison.Ordinal)));
    }

    public static TheoryData<string, string?> WhatAServerDoesAfterAccepting() => new()
    {
        { "closes", null },
        { "resets", RawServer.ThenReset },
        { "closes within the status", "HTTP/1.1 20" + RawServer.ThenClose },
        { "resets within the headers", "HTTP/1.1 200 OK\r\nContent-Le" + RawServer.ThenReset },
        { "closes within the body", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":" + RawServer.ThenClose },
        { "resets within a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"id\":" + RawServer.ThenReset },
        { "speaks no HTTP", "SSH-2.0-OpenSSH\r\n\r\n" + RawServer.ThenClose },
        { "answers nothing", Response("200 OK", "") },
        { "answers in HTML", Response("200 OK", "<html>") },
        { "times out", Response("408 Request Timeout", "") },
        { "fails", Response("500 Internal Server Error", "") },
        { "is gone behind its gateway", Response("502 Bad Gateway", "<html>") },
        { "asks for a repeat", Response("503 Service Unavailable", "", "Retry-After: 1") },
        { "sends elsewhere", Response("307 Temporary Redirect", "", "Location: /again") },
        { "asks for the token again", Response("401 Unauthorized", "", "WWW-Authenticate: Bearer") },
        { "says go on and closes", "HTTP/1.1 100 Continue\r\n\r\n" + RawServer.ThenClose },
    };

    [Theory]
    [MemberData(nameof(WhatAServerDoesAfterAccepting))]
    public async Task A_post_that_is_not_safe_is_sent_once_whatever_the_server_does_after_accepting_it(string what, string? answer)
    {
        // The first call leaves a connection open, as there is one in a process that has run for a while.
        await using var server = new RawServer((_, number) => number == 1 ? Response("200 OK", "{}") : answer);
        var connection = Connect(server.Port);
        await connection.SendElementAsync(new ApiRequest("GET /me"), null, default);
        var failure = await Record.ExceptionAsync(() => connection.SendAsync<Json.Person>(new ApiRequest("POST /contacts").RawBody("x"), null, default));
        Assert.True(failure is IntercomException, $"{what}: {failure}");
        Assert.Equal(1, server.Requests.Count(static request => request.StartsWith("POST", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_get_on_a_connection_that_closes_without_an_answer_is_repeated()
    {
        await using var server = new RawServer(static (_, number) => number == 1 ? null : Response("200 OK", "{}"));
        await Connect(server.Port).SendElementAsync(new ApiRequest("GET /me"), null, default);
        Assert.True(server.Requests.Count >= 2);
    }

    [Fact]
    public async Task A_post_to_a_port_where_nobody_listens_says_that_no_response_came()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var time = new FakeTime();
        var connection = new IntercomConnection(new IntercomClientOptions { AccessToken = "tok", BaseAddress = new Uri($"http://127.0.0.1:{port}"), TimeProvider = time, Random = static () => 0 }, "");
        await Assert.ThrowsAsync<IntercomConnectionException>(() => connection.SendAsync(new ApiRequest("POST /contacts"), null, default));
        Assert.Equal([0.25, 0.5], time.Seconds);
    }

    [Fact]
    public async Task A_redirect_is_never_followed()
    {
        await using var elsewhere = new RawServer(static (_, _) => Response("200 OK", "{}"));
        await using var server = new RawServer((_, _) => Response("302 Found", "", $"Location: http://127.0.0.1:{elsewhere.Port}/file?signature=1"));
        var connection = Connect(server.Port);
        var location = await connection.SendLocationAsync(new ApiRequest("GET /calls/{id}/recording", "1"), null, default);
        var failure = await Assert.ThrowsAsync<IntercomApiException>(() => connection.SendElementAsync(new ApiRequest("GET /me"), null, default));
        Assert.Equal($"http://127.0.0.1:{elsewhere.Port}/file?signature=1", location.AbsoluteUri);
        Assert.Equal(HttpStatusCode.Found, failure.Status);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task An_http_client_that_follows_redirects_does_not_take_the_token_along()
    {
        await using var elsewhere = new RawServer(static (_, _) => Response("200 OK", "bytes"));
        await using var server = new RawServer((_, _) => Response("302 Found", "", $"Location: http://127.0.0.1:{elsewhere.Port}/file"));
        using var following = new HttpClient();
        var connection = Connect(server.Port, following);
        var location = await connection.SendLocationAsync(new ApiRequest("GET /calls/{id}/recording", "1"), null, default);
        Assert.Equal($"http://127.0.0.1:{elsewhere.Port}/file", location.AbsoluteUri);
        Assert.Contains("Bearer tok", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization", Assert.Single(elsewhere.Requests), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_download_is_a_stream_and_fails_like_any_other_call()
    {
        await using var server = new RawServer(static (_, number) => number == 1
            ? Response("200 OK", "a,b\n", "Content-Disposition: attachment; filename=\"a.csv\"")
            : Response("404 Not Found", """{"type":"error.list","errors":[{"code":"not_found"}]}"""));
        var connection = Connect(server.Port);
        using (var download = await connection.DownloadAsync(new ApiRequest("GET /download/content/data/{id}", "1"), null, default))
        using (var reader = new StreamReader(download.Content))
        {
            Assert.Equal("a.csv", download.FileName);
            Assert.Equal("a,b\n", await reader.ReadToEndAsync());
        }

        var failure = await Assert.ThrowsAsync<IntercomNotFoundException>(() => connection.DownloadAsync(new ApiRequest("GET /download/content/data/{id}", "1"), null, default));
        Assert.True(failure.Has("not_found"));
    }

    private static string Response(string status, string body, string header = "X-A: b") =>
        $"HTTP/1.1 {status}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{header}\r\n\r\n{body}";
}
