using System.Diagnostics;
using System.Net;
using System.Text;
using Xunit;
using Xunit.Abstractions;
using static Intercom.Runtime.Tests.Http.ByteServer;

namespace Intercom.Runtime.Tests.Http;

/// <summary>No answer fills the memory, however it is sent and however little of it crosses the wire.</summary>
public sealed class ResponseSizeTests(ITestOutputHelper output)
{
    private const int Limit = 100_000;

    public static TheoryData<string, int> PackingsAndStatuses()
    {
        var data = new TheoryData<string, int>();
        foreach (var packing in Packing.All)
            foreach (var status in new[] { 200, 404, 503 })
                data.Add(packing, status);
        return data;
    }

    [Theory]
    [MemberData(nameof(PackingsAndStatuses))]
    public async Task A_body_has_a_limit_that_counts_what_is_unpacked_and_holds_for_errors_too(string packing, int status)
    {
        await using var server = Server(packing, Packing.Bomb(packing, 4 << 20), status);
        var connection = server.Connect(null, static o => o.MaxResponseBytes = Limit);
        var failure = await Assert.ThrowsAsync<IntercomResponseTooLargeException>(() => connection.SendElementAsync(new ApiRequest("GET /contacts/{id}", "1"), null, default));
        Assert.Equal(("GET /contacts/{id}", (HttpStatusCode)status, Limit), (failure.Operation, failure.Status, failure.Limit));
        Assert.Equal(packing == "identity" ? 4 << 20 : null, failure.Size);
        Assert.Contains("MaxResponseBytes", failure.Message, StringComparison.Ordinal);
        Assert.Contains("100000", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    public async Task A_body_that_is_as_large_as_the_limit_is_read(int more, bool isTooLarge)
    {
        var body = Encoding.UTF8.GetBytes($"\"{new string('x', Limit - 2 + more)}\"");
        await using var server = Server("gzip", Packing.Pack("gzip", body), 200);
        var failure = await Record.ExceptionAsync(() => server.Connect().SendElementAsync(new ApiRequest("GET /me"), new RequestOptions { MaxResponseBytes = Limit }, default));
        Assert.Equal(isTooLarge, failure is IntercomResponseTooLargeException);
        Assert.Equal(isTooLarge, failure is not null);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_bomb_costs_no_more_than_the_limit_that_is_set_by_default(string packing)
    {
        const long Unpacked = 1L << 30;
        var bomb = Packing.Bomb(packing, Unpacked);
        await using var server = Server(packing, bomb, 200);
        var connection = server.Connect();
        var before = GC.GetAllocatedBytesForCurrentThread() + GC.GetTotalAllocatedBytes();
        await Assert.ThrowsAsync<IntercomResponseTooLargeException>(() => connection.SendElementAsync(new ApiRequest("GET /me"), null, default));
        var allocated = GC.GetAllocatedBytesForCurrentThread() + GC.GetTotalAllocatedBytes() - before;
        using var process = Process.GetCurrentProcess();
        output.WriteLine($"{packing}: {bomb.Length} bytes for {Unpacked >> 20} MiB; {allocated >> 20} MiB allocated; the process had at most {process.PeakWorkingSet64 >> 20} MiB");
        Assert.InRange(allocated, 0, Unpacked / 2);
    }

    [Fact]
    public async Task A_body_without_an_end_is_ended()
    {
        await using var server = new ByteServer(static _ => Endless());
        await Assert.ThrowsAsync<IntercomResponseTooLargeException>(() => server.Connect(null, static o => o.MaxResponseBytes = Limit).SendTextAsync(new ApiRequest("GET /me"), null, default));
        await Assert.ThrowsAsync<IntercomResponseTooLargeException>(() => server.Connect(null, static o => o.MaxResponseBytes = Limit).SendAsync(new ApiRequest("DELETE /me"), null, default));
    }

    [Fact]
    public async Task A_length_that_is_not_true_reserves_nothing()
    {
        await using var server = new ByteServer(static _ => [Head("200 OK", "Content-Length: 130000000"), "{}"u8.ToArray()]);
        var connection = server.Connect(null, static o => o.MaxRetries = 0);
        var before = GC.GetTotalAllocatedBytes();
        await Assert.ThrowsAsync<IntercomConnectionException>(() => connection.SendElementAsync(new ApiRequest("GET /me"), null, default));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 50_000_000);
    }

    [Fact]
    public async Task Packed_thrice_is_refused()
    {
        var packed = Packing.Pack("gzip", Packing.Pack("gzip", Packing.Pack("gzip", "{}"u8)));
        await using var server = new ByteServer(_ => [Head("200 OK", "Content-Encoding: gzip, gzip, gzip"), packed]);
        await Assert.ThrowsAsync<IntercomConnectionException>(() => server.Connect(null, static o => o.MaxRetries = 0).SendElementAsync(new ApiRequest("GET /me"), null, default));
    }

    [Fact]
    public async Task A_download_may_be_larger_than_any_limit()
    {
        await using var server = Server("br", Packing.Bomb("br", 4 << 20), 200);
        using var download = await server.Connect(null, static o => o.MaxResponseBytes = Limit).DownloadAsync(new ApiRequest("GET /export/{id}", "1"), null, default);
        var all = new MemoryStream();
        await download.Content.CopyToAsync(all);
        Assert.Equal(4 << 20, all.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_download_that_stalls_ends_where_an_idle_time_is_set(bool isOfTheCall)
    {
        var time = new FakeTime();
        using var stalled = new Stalling(() => time.Advance(TimeSpan.FromSeconds(31)));
        var server = new Script((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(stalled) }));
        var limit = TimeSpan.FromSeconds(30);
        var connection = server.Connect(time, o => o.DownloadIdleTimeout = isOfTheCall ? Timeout.InfiniteTimeSpan : limit);
        using var download = await connection.DownloadAsync(new ApiRequest("GET /export/{id}", "1"), isOfTheCall ? new RequestOptions { DownloadIdleTimeout = limit } : null, default);
        var buffer = new byte[10];
        Assert.Equal(5, await download.Content.ReadAsync(buffer));
        var failure = await Assert.ThrowsAsync<IntercomTimeoutException>(async () => await download.Content.ReadAtLeastAsync(buffer, 1));
        Assert.Equal(("GET /export/{id}", limit), (failure.Operation, failure.Timeout));
        Assert.Contains("DownloadIdleTimeout", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callers_token_ends_the_reading_of_a_download_as_a_cancellation()
    {
        using var stop = new CancellationTokenSource();
        using var stalled = new Stalling(stop.Cancel);
        var server = new Script((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(stalled) }));
        using var download = await server.Connect(null, static o => o.DownloadIdleTimeout = TimeSpan.FromSeconds(30)).DownloadAsync(new ApiRequest("GET /export/{id}", "1"), null, default);
        var buffer = new byte[10];
        await download.Content.ReadAtLeastAsync(buffer, 5, cancellationToken: stop.Token);
        var ended = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await download.Content.ReadAtLeastAsync(buffer, 1, cancellationToken: stop.Token));
        Assert.Equal(stop.Token, ended.CancellationToken);
    }

    [Theory]
    [InlineData("MaxResponseBytes", 0)]
    [InlineData("MaxResponseBytes", -1)]
    public async Task A_limit_that_cannot_work_is_refused_by_name(string name, int limit)
    {
        Assert.StartsWith(name, Assert.Throws<ArgumentException>(() => new Script().Connect(null, o => o.MaxResponseBytes = limit)).Message, StringComparison.Ordinal);
        var call = () => new Script().Connect().SendAsync(new ApiRequest("GET /me"), new RequestOptions { MaxResponseBytes = limit }, default);
        Assert.StartsWith(name, (await Assert.ThrowsAsync<ArgumentException>(call)).Message, StringComparison.Ordinal);
    }

    private static ByteServer Server(string packing, byte[] body, int status) => new(_ =>
        [Head($"{status} X", $"Content-Length: {body.Length}", packing == "identity" ? "X-A: b" : $"Content-Encoding: {Packing.Name(packing)}"), body]);

    private static IEnumerable<byte[]> Endless()
    {
        yield return Head("200 OK");
        while (true)
            yield return new byte[4096];
    }

    /// <summary>Gives five bytes, and then waits until it is ended.</summary>
    private sealed class Stalling(Action stalls) : MemoryStream
    {
        private bool _hasGiven;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_hasGiven)
            {
                var never = Task.Delay(Timeout.Infinite, cancellationToken);
                stalls();
                await never;
            }

            _hasGiven = true;
            return 5;
        }
    }
}
