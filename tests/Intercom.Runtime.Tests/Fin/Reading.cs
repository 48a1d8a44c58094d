using Xunit;

namespace Intercom.Runtime.Tests.Fin;

/// <summary>Reads streams to their end.</summary>
internal static class Reading
{
    /// <summary>Options without pauses, so that reconnects take no time.</summary>
    public static FinStreamOptions AtOnce(Action<FinSkippedEvent>? onSkipped = null) => new() { ReconnectDelay = TimeSpan.Zero, OnSkipped = onSkipped };

    public static async Task<List<FinStreamEvent<SampleEvent>>> AllAsync(this ScriptedStream server, FinStreamOptions? options = null)
    {
        var all = new List<FinStreamEvent<SampleEvent>>();
        await foreach (var next in FinStream.SubscribeAsync<SampleEvent>(server.Url, options ?? AtOnce()))
            all.Add(next);
        return all;
    }

    /// <summary>Reads to the failure that ends the stream.</summary>
    public static async Task<(List<string> Names, FinStreamException Failure)> FailureAsync(this ScriptedStream server, FinStreamOptions? options = null)
    {
        var names = new List<string>();
        var failure = await Assert.ThrowsAsync<FinStreamException>(async () =>
        {
            await foreach (var next in FinStream.SubscribeAsync<SampleEvent>(server.Url, options ?? AtOnce()))
                names.Add(next.Name);
        });
        return (names, failure);
    }

    public static IEnumerable<string> Names(this IEnumerable<FinStreamEvent<SampleEvent>> events) => events.Select(static e => e.Name);
}
