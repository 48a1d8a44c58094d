using Intercom.Webhooks;
using Xunit;

namespace Intercom.Runtime.Tests.Webhooks;

public class WebhookWindowTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_key_is_new_once()
    {
        var window = new WebhookWindow(time: _time);
        Assert.Equal([true, false, true], await Add(window, "a", "a", "b"));
    }

    [Fact]
    public async Task A_removed_key_is_new_again()
    {
        var window = new WebhookWindow(time: _time);
        Assert.Equal([true], await Add(window, "a"));
        await window.RemoveAsync("a", default);
        Assert.Equal([true, false], await Add(window, "a", "a"));
    }

    [Fact]
    public async Task The_oldest_key_makes_room()
    {
        var window = new WebhookWindow(capacity: 2, time: _time);
        Assert.Equal([true, true, true, false, false, true], await Add(window, "a", "b", "c", "b", "c", "a"));
    }

    [Fact]
    public async Task A_key_is_forgotten_when_its_time_is_over()
    {
        var window = new WebhookWindow(length: TimeSpan.FromHours(1), time: _time);
        await Add(window, "a");
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal([false], await Add(window, "a"));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([true], await Add(window, "a"));
    }

    [Fact]
    public async Task A_key_that_was_removed_and_added_again_keeps_its_full_time()
    {
        var window = new WebhookWindow(length: TimeSpan.FromHours(1), time: _time);
        await Add(window, "a");
        _time.Advance(TimeSpan.FromMinutes(30));
        await window.RemoveAsync("a", default);
        await Add(window, "a");
        _time.Advance(TimeSpan.FromMinutes(45));
        Assert.Equal([false], await Add(window, "a"));
    }

    [Fact]
    public async Task Of_many_at_once_one_is_the_first()
    {
        var window = new WebhookWindow(time: _time);
        var added = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => window.TryAddAsync("a", default).AsTask())));
        Assert.Equal(1, added.Count(static isNew => isNew));
    }

    private static async Task<List<bool>> Add(WebhookWindow window, params string[] keys)
    {
        var added = new List<bool>();
        foreach (var key in keys)
            added.Add(await window.TryAddAsync(key, default));
        return added;
    }
}
