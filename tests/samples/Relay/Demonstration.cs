using System.Net.ServerSentEvents;

namespace Relay;

/// <summary>Reads the relay as a browser does. Fin goes on only when its first words have come through: nothing may hold them up.</summary>
internal static class Demonstration
{
    public static void Configure(WebApplicationBuilder builder)
    {
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
    }

    /// <summary>Asks a question, prints what comes, and gives the program's exit code.</summary>
    public static async Task<int> PlayAsync(WebApplication app, FakeFin fake)
    {
        var listener = new TaskCompletionSource();
        fake.Listener = listener.Task;
        await app.StartAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var browser = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        await using var stream = await browser.GetStreamAsync("/ask?question=Where+is+my+order%3F", patience.Token);

        var (shown, last) = ("", "");
        await foreach (var e in SseParser.Create(stream).EnumerateAsync(patience.Token))
        {
            Console.WriteLine($"{e.EventType,-8} {e.Data}".TrimEnd());
            listener.TrySetResult();
            last = e.EventType;
            shown = e.EventType switch { "text" => shown + e.Data, "rewrite" => e.Data, _ => shown };
        }

        Console.WriteLine($"\nThe browser shows: {shown}");
        return last == "end" ? 0 : 1;
    }
}
