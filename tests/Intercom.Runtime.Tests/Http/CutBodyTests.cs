using System.Text;
using Xunit;
using Xunit.Abstractions;
using static Intercom.Runtime.Tests.Http.ByteServer;

namespace Intercom.Runtime.Tests.Http;

/// <summary>A body that ends at each of its bytes, over a real connection.</summary>
public sealed class CutBodyTests(ITestOutputHelper output)
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"id":"1","role":"admin","friends":[{"id":"2"},{"id":"3","age":4}],"é":"ü"}""");

    public static TheoryData<string, string> PackingsAndFrames()
    {
        var data = new TheoryData<string, string>();
        foreach (var packing in Packing.All)
            foreach (var frame in new[] { "the length of the whole", "the length of what is left", "chunks without an end", "chunks with an end", "no length" })
                data.Add(packing, frame);
        return data;
    }

    [Theory]
    [MemberData(nameof(PackingsAndFrames))]
    public async Task A_get_is_repeated_and_a_post_ends_once_wherever_the_body_was_cut(string packing, string frame)
    {
        var whole = Packing.Pack(packing, Body);
        var cut = 0;
        await using var server = new ByteServer(number => (number % 3) == 2 ? Answer(packing, whole, whole, "chunks with an end") : Answer(packing, whole, whole[..cut], frame));
        var connection = server.Connect();
        for (; cut < whole.Length; cut++)
        {
            var person = await connection.SendAsync<Json.Person>(new ApiRequest("GET /me"), null, default);
            Assert.Equal(["2", "3"], person.Friends?.Select(static friend => friend.Id));
            var failure = await Record.ExceptionAsync(() => connection.SendAsync<Json.Person>(new ApiRequest("POST /contacts").RawBody("x"), null, default));
            Assert.True(failure is IntercomConnectionException or IntercomUnreadableResponseException, $"{cut}: {failure}");
        }

        Assert.Equal(3 * whole.Length, server.Requests.Count);
        output.WriteLine($"{packing}, {frame}: {whole.Length} cuts, each repeated once for GET, once and typed for POST");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("deflate without its header")]
    [InlineData("br")]
    public async Task Neither_a_text_nor_a_download_ends_as_if_it_were_whole(string packing)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40).Select(static i => $"line {i * 7919}\n")));
        var whole = Packing.Pack(packing, text);
        var cut = 1;
        await using var server = new ByteServer(_ => Answer(packing, whole, whole[..cut], "the length of what is left"));
        var connection = server.Connect(null, static o => o.MaxRetries = 0);
        for (; cut < whole.Length; cut++)
        {
            await Assert.ThrowsAsync<IntercomConnectionException>(() => connection.SendTextAsync(new ApiRequest("GET /calls/{id}/transcript", "1"), null, default));
            await Assert.ThrowsAsync<IntercomConnectionException>(async () =>
            {
                using var download = await connection.DownloadAsync(new ApiRequest("GET /export/{id}", "1"), null, default);
                await download.Content.CopyToAsync(Stream.Null);
            });
        }

        Assert.Equal(Encoding.UTF8.GetString(text), await connection.SendTextAsync(new ApiRequest("GET /calls/{id}/transcript", "1"), null, default));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_damaged_body_is_typed_and_repeated_where_it_is_safe(string packing)
    {
        var whole = Packing.Pack(packing, Body);
        var damaged = 0;
        var wrong = 0;
        await using var server = new ByteServer(number => Answer(packing, whole, [.. whole[..damaged], (byte)~whole[damaged], .. whole[(damaged + 1)..]], "no length"));
        var connection = server.Connect(null, static o => o.MaxRetries = 1);
        for (; damaged < whole.Length; damaged++)
            if (await Record.ExceptionAsync(() => connection.SendAsync<Json.Person>(new ApiRequest("GET /me"), null, default)) is { } failure)
            {
                Assert.True(failure is IntercomConnectionException or IntercomUnreadableResponseException, $"{damaged}: {failure}");
                wrong++;
            }

        output.WriteLine($"{packing}: {wrong} of {whole.Length} damaged bytes were found out, {server.Requests.Count} calls");
        Assert.True(wrong > whole.Length / 2);
    }

    [Fact]
    public async Task More_than_one_member_of_gzip_is_one_body()
    {
        byte[] twice = [.. Packing.Pack("gzip", Body.AsSpan(0, 20)), .. Packing.Pack("gzip", Body.AsSpan(20))];
        await using var server = new ByteServer(_ => Answer("gzip", twice, twice, "no length"));
        Assert.Equal(Encoding.UTF8.GetString(Body), await server.Connect().SendTextAsync(new ApiRequest("GET /me"), null, default));
    }

    [Fact]
    public async Task What_is_packed_without_having_been_asked_for_is_unpacked_for_any_http_client()
    {
        var whole = Packing.Pack("gzip", Body);
        await using var server = new ByteServer(_ => Answer("gzip", whole, whole, "no length"));
        using var own = new HttpClient(new SocketsHttpHandler());
        Assert.Equal("1", (await server.Connect(null, o => o.HttpClient = own).SendAsync<Json.Person>(new ApiRequest("GET /me"), null, default)).Id);
        using var download = await server.Connect(null, o => o.HttpClient = own).DownloadAsync(new ApiRequest("GET /me"), null, default);
        Assert.Equal(Body.Length, await Length(download.Content));
    }

    private static async Task<long> Length(Stream stream)
    {
        var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.Length;
    }

    private static IEnumerable<byte[]> Answer(string packing, byte[] whole, byte[] sent, string frame)
    {
        string[] encoding = packing == "identity" ? [] : [$"Content-Encoding: {Packing.Name(packing)}"];
        var isChunked = frame.StartsWith("chunks", StringComparison.Ordinal);
        string[] length = isChunked ? ["Transfer-Encoding: chunked"]
            : frame == "no length" ? []
            : [$"Content-Length: {(frame == "the length of the whole" ? whole.Length : sent.Length)}"];
        yield return Head("200 OK", [.. encoding, .. length, "Content-Type: application/json"]);
        if (!isChunked)
        {
            yield return sent;
            yield break;
        }

        if (sent.Length > 0)
            yield return [.. Encoding.ASCII.GetBytes($"{sent.Length:x}\r\n"), .. sent, .. "\r\n"u8];
        if (frame == "chunks with an end")
            yield return "0\r\n\r\n"u8.ToArray();
    }
}
