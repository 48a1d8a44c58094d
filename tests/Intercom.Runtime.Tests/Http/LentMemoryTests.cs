using System.Net;
using System.Text;
using System.Text.Json;
using Intercom.Json;
using Intercom.Runtime.Tests.Json;
using Xunit;

namespace Intercom.Runtime.Tests.Http;

/// <summary>What one call lends another, memory and a clock, is never two calls' at the same time.</summary>
public sealed class LentMemoryTests
{
    private const int Calls = 400;

    // From a few bytes to several pieces of memory, each body filled with a digit of its own.
    private static string Body(int number) =>
        $$"""{"id":"{{number}}","age":{{number}},"more":"{{new string((char)('0' + (number % 10)), number % 40 * 1500)}}"}""";

    [Fact]
    public async Task What_outlives_a_call_is_its_own_whatever_other_calls_read_meanwhile()
    {
        var connection = new Numbered().Connect();
        var results = new (Person Person, JsonElement Element, IntercomResponse Response)[Calls];
        await Parallel.ForAsync(0, Calls, async (number, token) =>
        {
            IntercomResponse? shown = null;
            var options = new RequestOptions { OnResponse = response => shown = response };
            var request = new ApiRequest("GET /things/{id}", $"{number}");
            var person = await connection.SendAsync<Person>(request, options, token);
            var element = await connection.SendElementAsync(new ApiRequest("GET /things/{id}", $"{number}"), null, token);
            results[number] = (person, element, shown!);
        });
        Assert.All(Enumerable.Range(0, Calls), number =>
        {
            var (person, element, response) = results[number];
            Assert.Equal(Body(number), IntercomJson.ToJson(person));
            Assert.Equal(Body(number), element.GetRawText());
            Assert.Equal(Body(number), Encoding.UTF8.GetString(response.Body.Span));
        });
    }

    [Fact]
    public async Task What_fails_is_told_in_its_own_words_whatever_other_calls_read_meanwhile()
    {
        var connection = new Numbered(static number => number % 2 == 0 ? HttpStatusCode.NotFound : HttpStatusCode.OK).Connect();
        var failures = new Exception?[Calls];
        await Parallel.ForAsync(0, Calls, async (number, token) => failures[number] = await Record.ExceptionAsync(() =>
            connection.SendListAsync<Person, JsonItem<Person>>(new ApiRequest("GET /things/{id}", $"{number}"), null, token)));
        Assert.All(Enumerable.Range(0, Calls).Where(static number => number % 2 == 0), number =>
        {
            var failure = Assert.IsType<IntercomNotFoundException>(failures[number]);
            Assert.StartsWith($$"""{"id":"{{number}}",""", failure.Body, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_clock_that_ended_one_call_ends_no_other()
    {
        var connection = new Numbered(hangs: static number => number % 3 == 0).Connect();
        for (var number = 0; number < 60; number++)
        {
            // One clock ends a call, however late a busy machine tells it the time: the caller's or the client's.
            using var source = new CancellationTokenSource(number % 6 == 0 ? TimeSpan.FromMilliseconds(5) : Timeout.InfiniteTimeSpan);
            var options = new RequestOptions { Timeout = TimeSpan.FromMilliseconds(number % 6 == 3 ? 30 : 60_000) };
            var failure = await Record.ExceptionAsync(() =>
                connection.SendAsync<Person>(new ApiRequest("GET /things/{id}", $"{number}"), options, source.Token));
            if (number % 3 != 0)
                Assert.Null(failure);
            else if (number % 6 == 0)
                Assert.Equal(source.Token, Assert.IsAssignableFrom<OperationCanceledException>(failure).CancellationToken);
            else
                Assert.IsType<IntercomTimeoutException>(failure);
        }
    }

    private sealed class Numbered(Func<int, HttpStatusCode>? status = null, Func<int, bool>? hangs = null) : HttpMessageHandler
    {
        public IntercomConnection Connect() => new(
            new IntercomClientOptions { AccessToken = "tok", HttpClient = new HttpClient(this), MaxRetries = 0 }, "2.14");

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            var number = int.Parse(request.RequestUri!.Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
            if (hangs?.Invoke(number) == true)
                await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage(status?.Invoke(number) ?? HttpStatusCode.OK)
            {
                Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body(number))),
                RequestMessage = request,
            };
        }
    }
}
