using System.Globalization;
using System.Net;
using System.Text;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Runtime.Tests.Http;

/// <summary>Many calls at a time against a server that counts them, in a time of the test's own.</summary>
public sealed class LimitRateTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(16, 50, 5, 240)]
    [InlineData(1, 50, 5, 120)]
    [InlineData(64, 50, 5, 240)]
    [InlineData(16, 166, 10, 700)]
    [InlineData(40, 10, 10, 100)]
    public async Task No_call_is_refused_however_many_are_under_way(int workers, int limit, int window, int calls)
    {
        var time = new CrowdTime(workers);
        var server = new Counting(time, limit, TimeSpan.FromSeconds(window));
        var connection = new IntercomConnection(
            new IntercomClientOptions
            {
                AccessToken = "tok",
                HttpClient = new HttpClient(server),
                TimeProvider = time,
                LimitRate = true,
                Timeout = Timeout.InfiniteTimeSpan,
            },
            "2.14");
        var left = calls;
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                await connection.SendAsync(new ApiRequest("GET /me"), null, default);
            time.Leave();
        })));
        var took = time.GetUtcNow() - FakeTime.Start;
        output.WriteLine($"{workers} at a time, {limit} per {window} s, {calls} calls: {server.Refused} refused, {took.TotalSeconds:0.#} s, {server.Windows} windows");
        Assert.Equal((0, calls), (server.Refused, server.Taken));
        // What the windows have room for is used but for what is under way as they change.
        Assert.InRange(took.TotalSeconds, 0, window * ((2 * calls / limit) + 2));
    }

    /// <summary>Counts calls in windows, and refuses what is too many.</summary>
    private sealed class Counting(CrowdTime time, int limit, TimeSpan window) : HttpMessageHandler
    {
        private readonly object _gate = new();
        private DateTimeOffset _end;
        private int _count;
        private int _calls;

        public int Refused { get; private set; }

        public int Taken { get; private set; }

        public int Windows { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // Neither the way there nor the way back takes each call the same time.
            var number = Interlocked.Increment(ref _calls);
            await Task.Delay(TimeSpan.FromMilliseconds(20 + (number * 37 % 90)), time, cancellationToken);
            var response = Answer();
            await Task.Delay(TimeSpan.FromMilliseconds(10 + (number * 53 % 200)), time, cancellationToken);
            return response;
        }

        private HttpResponseMessage Answer()
        {
            lock (_gate)
            {
                var now = time.GetUtcNow();
                if (now >= _end)
                    (_end, _count, Windows) = (now - TimeSpan.FromTicks((now - FakeTime.Start).Ticks % window.Ticks) + window, 0, Windows + 1);
                var isTaken = ++_count <= limit;
                (Taken, Refused) = isTaken ? (Taken + 1, Refused) : (Taken, Refused + 1);
                var response = new HttpResponseMessage(isTaken ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
                response.Headers.Add("X-RateLimit-Limit", limit.ToString(CultureInfo.InvariantCulture));
                response.Headers.Add("X-RateLimit-Remaining", Math.Max(0, limit - _count).ToString(CultureInfo.InvariantCulture));
                response.Headers.Add("X-RateLimit-Reset", _end.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
                return response;
            }
        }
    }
}
