using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Intercom.Runtime.Tests.Http;

/// <summary>A header goes out under its name, wherever .NET keeps headers of that name.</summary>
public sealed class HeaderTests
{
    public static TheoryData<string> Names =>
    [
        // Of the body, for .NET.
        "Allow", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Location", "Content-MD5", "content-range",
        "Content-Type", "Expires", "Last-Modified",
        // Of answers.
        "Accept-Ranges", "Age", "ETag", "Location", "Retry-After", "Server", "Set-Cookie", "Vary", "WWW-Authenticate",
        // Of requests.
        "Accept", "Cache-Control", "Cookie", "Date", "From", "If-Match", "If-Modified-Since", "Link", "Prefer", "Range", "Referer", "Via",
        "X-Own",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_header_of_an_operation_is_sent_with_a_body_and_without(string name)
    {
        Assert.Equal(["any value"], await SentAsync(new ApiRequest("GET /me").Header(name, "any value"), null, name));
        Assert.Equal(["any value"], await SentAsync(WithBody().Header(name, "any value"), null, name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_header_of_a_call_takes_the_place_of_the_one_of_its_operation(string name)
    {
        var options = new RequestOptions { Headers = { [name] = "another value" } };
        Assert.Equal(["another value"], await SentAsync(new ApiRequest("GET /me").Header(name, "any value"), options, name));
        Assert.Equal(["another value"], await SentAsync(WithBody().Header(name, "any value"), options, name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("a(b")]
    [InlineData("a/b")]
    [InlineData("\"a\"")]
    [InlineData("ä")]
    public async Task A_name_that_no_header_can_have_is_refused_in_the_options_words(string name)
    {
        var defaults = new IntercomClientOptions { AccessToken = "tok", DefaultHeaders = { [name] = "any" } };
        var byDefault = Assert.Throws<ArgumentException>(() => new IntercomConnection(defaults, "2.14"));
        Assert.StartsWith("DefaultHeaders has", byDefault.Message, StringComparison.Ordinal);
        var options = new RequestOptions { Headers = { [name] = "any" } };
        var refused = await Assert.ThrowsAsync<ArgumentException>(
            () => new Script().Connect().SendElementAsync(new ApiRequest("GET /me"), options, default));
        Assert.StartsWith("Headers has", refused.Message, StringComparison.Ordinal);
    }

    private static ApiRequest WithBody() => new ApiRequest("POST /me").RawBody("a body");

    // What stands on the wire.
    private static async Task<IReadOnlyList<string>> SentAsync(ApiRequest request, RequestOptions? options, string name)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var connection = new IntercomConnection(
            new() { AccessToken = "tok", BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}") }, "2.14");
        var call = connection.SendElementAsync(request, options, default);
        using var socket = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(socket.GetStream(), Encoding.Latin1, leaveOpen: true);
        var found = new List<string>();
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
            if (line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))
                found.Add(line[(name.Length + 2)..]);
        await socket.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"u8.ToArray());
        await call;
        return found;
    }
}
