using Intercom.Testing;

namespace Relay;

/// <summary>An Intercom inside the process whose Fin gives one answer, and thinks again while it writes it.</summary>
internal sealed class FakeFin : IAsyncDisposable
{
    private const string Answer = "Your order left us on Monday, by rail.";

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(60);

    private readonly FakeIntercom _fake;

    private FakeFin(FakeIntercom fake) => _fake = fake;

    public Uri Address => _fake.BaseAddress;

    /// <summary>What Fin waits for after its first words; nothing by default.</summary>
    public Task Listener { get; set; } = Task.CompletedTask;

    public static async Task<FakeFin> StartAsync()
    {
        var fin = new FakeFin(await FakeIntercom.StartAsync());
        fin._fake.On("POST /fin/start").Returns(fin.Start);
        return fin;
    }

    public ValueTask DisposeAsync() => _fake.DisposeAsync();

    private FakeAnswer Start(FakeCall call) => FakeAnswer.Json($$"""
        {
          "conversation_id": {{call.Json.GetProperty("conversation_id").GetRawText()}},
          "status": "thinking",
          "sse_subscription_url": "{{_fake.FinStartUrl(Script())}}"
        }
        """);

    private FinScript Script()
    {
        var script = _fake.FinStream("relayed").Chunks("Your order").Do(token => Listener.WaitAsync(token));
        foreach (var text in (string[])["Your order is lost.", "Your order left us", "Your order left us on Monday", Answer])
            script.Delay(Pace).Chunks(text);
        return script.Replied($"<p>{Answer}</p>").Status("complete");
    }
}
