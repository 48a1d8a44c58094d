using Intercom.Testing;

namespace Relay;

/// <summary>An Intercom inside the process whose Fin gives one answer, and thinks again while it writes it.</summary>
internal sealed class FakeFin : IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(60);

    private readonly FakeIntercom _fake;

    private FakeFin(FakeIntercom fake) => _fake = fake;

    public Uri Address => _fake.BaseAddress;

    /// <summary>What Fin waits for after its first words; nothing by default.</summary>
    public Task Listener { get; set; } = Task.CompletedTask;

    public static async Task<FakeFin> StartAsync()
    {
        var fake = new FakeFin(await FakeIntercom.StartAsync());
        fake._fake.On("POST /fin/start").Streams(fake.Script());
        return fake;
    }

    public ValueTask DisposeAsync() => _fake.DisposeAsync();

    private FinScript Script()
    {
        var script = _fake.FinStream("relayed").Chunks("Your order").Do(token => Listener.WaitAsync(token));
        string[] texts = ["Your order is lost.", "Your order left us", "Your order left us on Monday", "Your order left us on Monday, by rail."];
        foreach (var text in texts)
            script.Delay(Pace).Chunks(text);
        return script.Replied("<p>Your order left us on Monday, by rail.</p>").Status("complete");
    }
}
