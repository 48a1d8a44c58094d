using System.Globalization;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Http;

public sealed class RatePaceTests
{
    private static readonly DateTimeOffset InTenSeconds = FakeTime.Start.AddSeconds(10);

    private static RatePace Pace(FakeTime time, int remaining, DateTimeOffset? reset = null)
    {
        var pace = new RatePace(time);
        pace.Take();
        pace.Leave(true, new RateLimitState(100, remaining, reset ?? InTenSeconds));
        return pace;
    }

    [Fact]
    public void Nothing_waits_while_much_is_left() => Assert.Equal((true, TimeSpan.Zero), Given(Pace(new FakeTime(), 20)));

    [Fact]
    public void Before_anything_is_known_one_call_goes_alone()
    {
        var pace = new RatePace(new FakeTime());
        Assert.Equal((true, TimeSpan.Zero), Given(pace));
        var second = pace.Take();
        Assert.Equal((false, TimeSpan.FromSeconds(60)), (second.IsGiven, second.Wait));
        pace.Leave(false, null);
        Assert.True(second.Change.IsCompleted);
        Assert.Equal((true, TimeSpan.Zero), Given(pace));
        Assert.False(pace.Take().IsGiven);
        pace.Leave(true, null);
        Assert.Equal([(true, TimeSpan.Zero), (true, TimeSpan.Zero)], [Given(pace), Given(pace)]);
    }

    [Fact]
    public void Few_calls_are_spread_over_the_rest_of_the_window()
    {
        var pace = Pace(new FakeTime(), 5);
        Assert.Equal([0, 2, 4, 6, 8, 10, 10], Enumerable.Range(0, 7).Select(_ => pace.Take().Wait.TotalSeconds));
        Assert.False(pace.Take().IsGiven);
    }

    [Fact]
    public void An_empty_window_is_waited_for_to_its_end_and_no_longer()
    {
        var time = new FakeTime();
        var pace = Pace(time, 0);
        Assert.Equal((false, TimeSpan.FromSeconds(10)), Given(pace));
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((true, TimeSpan.Zero), Given(pace));
    }

    [Fact]
    public void A_new_window_has_room_for_the_limit_and_no_more()
    {
        var time = new FakeTime();
        var pace = Pace(time, 0);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(100, Enumerable.Range(0, 150).Count(_ => pace.Take().IsGiven));
    }

    [Fact]
    public void A_window_of_which_no_answer_speaks_is_not_waited_for_without_an_end()
    {
        var time = new FakeTime();
        var pace = Pace(time, 0);
        time.Advance(TimeSpan.FromSeconds(10));
        for (var call = 0; call < 150; call++)
        {
            Assert.True(pace.Take().IsGiven);
            pace.Leave(false, null);
        }
    }

    [Fact]
    public void Calls_under_way_have_their_place_in_the_window()
    {
        var pace = Pace(new FakeTime(), 30);
        Assert.Equal(30, Enumerable.Range(0, 50).Count(_ => pace.Take().IsGiven));
        pace.Leave(true, new RateLimitState(100, 29, InTenSeconds));
        Assert.False(pace.Take().IsGiven);
    }

    [Fact]
    public void What_ends_much_later_is_no_window() =>
        Assert.Equal((true, TimeSpan.Zero), Given(Pace(new FakeTime(), 0, FakeTime.Start.AddHours(1))));

    [Fact]
    public void An_answer_that_was_overtaken_does_not_give_calls_back()
    {
        var pace = Pace(new FakeTime(), 30);
        pace.Take();
        pace.Take();
        pace.Leave(true, new RateLimitState(100, 0, InTenSeconds));
        pace.Leave(true, new RateLimitState(100, 50, InTenSeconds));
        Assert.Equal((false, TimeSpan.FromSeconds(10)), Given(pace));
    }

    private static (bool, TimeSpan) Given(RatePace pace) => pace.Take() is var place ? (place.IsGiven, place.Wait) : default;

    [Fact]
    public async Task The_wait_is_no_part_of_the_attempts_time()
    {
        var time = new FakeTime();
        var observer = new Attempts();
        var server = new Script(Answer(200, "{}", ("X-RateLimit-Limit", "100"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", InTenSeconds.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))));
        var connection = server.Connect(time, o => (o.LimitRate, o.AttemptTimeout, o.Observer) = (true, TimeSpan.FromSeconds(5), observer));
        await connection.SendAsync(new ApiRequest("GET /me"), null, default);
        await connection.SendAsync(new ApiRequest("GET /me"), null, default);
        Assert.Equal([10], time.Seconds);
        Assert.Equal([1, 1], observer.Of);
    }

    [Fact]
    public async Task The_wait_is_a_part_of_the_calls_time()
    {
        var time = new FakeTime();
        var server = new Script(Answer(200, "{}", ("X-RateLimit-Limit", "100"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", InTenSeconds.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))));
        var connection = server.Connect(time, static o => o.LimitRate = true);
        await connection.SendAsync(new ApiRequest("GET /me"), null, default);
        await Assert.ThrowsAsync<IntercomTimeoutException>(() => connection.SendAsync(new ApiRequest("GET /me"), new RequestOptions { Timeout = TimeSpan.FromSeconds(7) }, default));
        Assert.Single(server.Sent);
    }

    private sealed class Attempts : IntercomObserver
    {
        public List<int> Of { get; } = [];

        public override void OnFinished(IntercomCallSummary summary) => Of.Add(summary.Attempts);
    }

    [Theory]
    [InlineData(true, new double[] { 10 })]
    [InlineData(false, new double[0])]
    public async Task Calls_wait_only_where_it_is_wanted(bool limits, double[] waits)
    {
        var time = new FakeTime();
        var server = new Script(Answer(200, "{}", ("X-RateLimit-Limit", "100"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", InTenSeconds.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))));
        var connection = server.Connect(time, o => o.LimitRate = limits);
        await connection.SendAsync(new ApiRequest("GET /me"), null, default);
        await connection.SendAsync(new ApiRequest("GET /me"), null, default);
        Assert.Equal(waits, time.Seconds);
    }
}
