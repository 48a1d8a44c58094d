using System.Diagnostics;
using System.Runtime.CompilerServices;
using Intercom.Models;

namespace Intercom.Benchmarks.Scale;

/// <summary>Does much of the same, and tells what memory is held after half of it and at its end: <c>scale</c>.</summary>
internal static class ScaleCommand
{
    private const int Calls = 100_000;
    private const int Pages = 1_000;
    private const int Events = 1_000_000;

    // What the platform itself keeps differs by some hundred kilobytes from one look to the next.
    private const long MostGrowth = 1_000_000;

    /// <summary>Gives how many of them held more at the end.</summary>
    public static async Task<int> RunAsync()
    {
        var grown = 0;
        grown += await GrowsAsync("calls", CallsAsync(), Calls);
        grown += await GrowsAsync("contacts of a list", Client(new PageServer(Pages)).Contacts.ListAsync(), Pages * PageServer.Size);
        grown += await GrowsAsync("events of a stream", FinEvents(), Events);
        return grown;
    }

    private static async IAsyncEnumerable<Contact> CallsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var contacts = Client(new PageServer(Pages)).Contacts;
        for (var i = 0; i < Calls; i++)
            yield return await contacts.GetAsync("42", cancellationToken: cancellationToken);
    }

    private static IAsyncEnumerable<FinStreamEvent<FinEvent>> FinEvents() => FinStream.SubscribeAsync<FinEvent>(
        new Uri("https://realtime.example/event-stream?channels=c-1&accessToken=t"),
        new FinStreamOptions { HttpClient = new HttpClient(new EventServer(Events)), Timeout = TimeSpan.FromHours(1) });

    private static IntercomClient Client(HttpMessageHandler server) =>
        new(new IntercomClientOptions { AccessToken = "token", HttpClient = new HttpClient(server) });

    private static async Task<int> GrowsAsync<T>(string what, IAsyncEnumerable<T> steps, int total)
    {
        var (count, half) = (0, 0L);
        var clock = Stopwatch.StartNew();
        await foreach (var _ in steps)
            if (++count == total / 2)
                half = Held();
        var end = Held();
        var held = $"{half / 1e6:0.00} MB held after half of them, {end / 1e6:0.00} at the end";
        Console.WriteLine($"{count} {what} in {clock.Elapsed.TotalSeconds:0.0} s: {held}");
        return count >= total && end - half < MostGrowth ? 0 : 1;
    }

    private static long Held() => GC.GetTotalMemory(forceFullCollection: true);
}
