using System.Text;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Runtime.Tests.Fin;

[CollectionDefinition("Memory of Fin's stream", DisableParallelization = true)]
public class MemoryOfFinsStream;

/// <summary>Memory is counted for the whole process: nothing else may run meanwhile.</summary>
[Collection("Memory of Fin's stream")]
public class FinVolumeTests(ITestOutputHelper output)
{
    private const int Count = 50_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fifty_thousand_events_over_broken_connections_come_once_each_and_stay_out_of_the_memory(bool areChunks)
    {
        const int PerConnection = 10_000;
        const int Rewind = 500;
        await using var server = await ScriptedStream.StartAsync(async connection =>
        {
            var last = connection.LastEventId is { } id ? int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) : -1;
            var from = Math.Max(0, last + 1 - Rewind);
            var to = Math.Min(Count, last + 1 + PerConnection);
            var text = new StringBuilder();
            for (var i = from; i < to; i++)
            {
                text.Append(Sent.Event(areChunks ? Sent.Chunk(i, Text(i)) : Other(i), $"{i}"));
                if (text.Length < 64 * 1024 && i < to - 1)
                    continue;
                await connection.SendAsync(text.ToString());
                text.Clear();
            }

            if (to == Count)
                await connection.SendAsync(Sent.Event(Sent.YourTurn));
            else
                connection.Cut();
        });

        long live = 0, seen = 0, repeated = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await foreach (var next in FinStream.SubscribeAsync<SampleEvent>(server.Url, Reading.AtOnce(_ => repeated++)))
        {
            if (next.Name == "fin_status_updated")
                break;
            Assert.Equal($"{seen++}", next.Id);
            if (seen == Count)
                live = GC.GetTotalMemory(forceFullCollection: true) - before;
        }

        output.WriteLine($"{seen} events, {repeated} repetitions left out, {server.Requests.Count} connections, {live / 1024} KiB more alive at the end");
        Assert.Equal(Count, seen);
        Assert.True(repeated > 0);
        Assert.True(server.Requests.Count >= Count / PerConnection);
        Assert.InRange(live, long.MinValue, 16 * 1024 * 1024);
    }

    private static string Text(int i) => new('x', 500 + (i % 500));

    private static string Other(int i) => $$"""{"event_name":"fin_thought","n":{{i}},"text":"{{Text(i)}}"}""";
}
