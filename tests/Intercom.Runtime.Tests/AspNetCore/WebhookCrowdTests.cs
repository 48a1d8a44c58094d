using System.Collections.Concurrent;
using System.Net;
using Intercom.AspNetCore;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Runtime.Tests.AspNetCore;

/// <summary>Ten thousand deliveries at the same time, some of each kind that does harm.</summary>
public sealed class WebhookCrowdTests(ITestOutputHelper output)
{
    private const int Count = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly ConcurrentDictionary<string, int> _runs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _handled = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<HttpStatusCode, int> _answers = new();

    [Theory]
    [InlineData(RunHandlers.BeforeAnswer)]
    [InlineData(RunHandlers.AfterAnswer)]
    public async Task Each_is_handled_once_or_refused(RunHandlers when)
    {
        await using var server = await WebhookServer.StartAsync(webhooks =>
        {
            webhooks.Options.RunHandlers = when;
            webhooks.Options.HandlerTimeout = TimeSpan.FromSeconds(2);
            (webhooks.Options.QueueCapacity, webhooks.Options.QueueReaders) = (500, 64);
            webhooks.On("ping", (notification, _) => HandleAsync(notification.Id!));
        });
        var random = new Random(10);
        // The last come first: whatever order they were made in, none waits for another.
        var sent = Enumerable.Range(0, Count).Reverse().Select(i => Kind(random.Next(100)) + i).ToList();
        await Task.WhenAll(sent.SelectMany(id => Enumerable.Repeat(id, id[0] == 'r' ? 3 : 1)).Select(id => DeliverAsync(server, id)))
            .WaitAsync(Patience);
        // What fails after its answer is gone for the sender; what hangs comes to its end later.
        var expected = sent.Where(id => id[0] != 'x' && (id[0] != 'f' || when == RunHandlers.BeforeAnswer)).ToList();
        await Eventually(() => expected.All(_handled.ContainsKey));

        Assert.Equal(expected.Order(StringComparer.Ordinal), _handled.Keys.Order(StringComparer.Ordinal));
        Assert.All(_handled.Values, static times => Assert.Equal(1, times));
        Assert.DoesNotContain(_runs.Keys, static id => id[0] == 'x');
        output.WriteLine($"{Count} webhooks, handlers {when}: {string.Join(", ", sent.GroupBy(static id => Meaning(id[0])).Select(Text))}");
        output.WriteLine($"answers: {string.Join(", ", _answers.Select(static answer => $"{answer.Value} × {(int)answer.Key}"))}");
        output.WriteLine($"{_handled.Count} handled once each, {sent.Count(static id => id[0] == 'x')} refused, 0 lost, 0 twice");
    }

    private static string Kind(int percent) => percent switch { < 10 => "x", < 25 => "r", < 35 => "f", < 37 => "h", _ => "p" };

    private static string Meaning(char kind) => kind switch
    {
        'x' => "forged",
        'r' => "sent three times at once",
        'f' => "failing at first",
        'h' => "hanging",
        _ => "plain",
    };

    private static string Text(IGrouping<string, string> kind) => $"{kind.Count()} {kind.Key}";

    private async Task HandleAsync(string id)
    {
        var run = _runs.AddOrUpdate(id, 1, static (_, before) => before + 1);
        await Task.Yield();
        if (id[0] == 'f' && run == 1)
            throw new InvalidOperationException("the database");
        // Longer than it may, and deaf to its token.
        if (id[0] == 'h')
            await Task.Delay(TimeSpan.FromSeconds(3));
        _handled.AddOrUpdate(id, 1, static (_, before) => before + 1);
    }

    // As Intercom does, but until it is told that it came.
    private async Task DeliverAsync(WebhookServer server, string id)
    {
        var json = $$"""{"type":"notification_event","id":"{{id}}","topic":"ping"}""";
        while (true)
        {
            var answer = await server.NotifyAsync(json, id[0] == 'x' ? "guessed" : WebhookServer.ClientSecret);
            _answers.AddOrUpdate(answer, 1, static (_, before) => before + 1);
            if (id[0] == 'x')
                Assert.Equal(HttpStatusCode.Unauthorized, answer);
            if (answer is HttpStatusCode.OK or HttpStatusCode.Unauthorized)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    private static async Task Eventually(Func<bool> isTrue)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!isTrue())
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
    }
}
