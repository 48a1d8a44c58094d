using System.Diagnostics;
using System.Globalization;
using Intercom.AspNetCore;
using Intercom.Testing;
using Microsoft.EntityFrameworkCore;

namespace Intercom.Inbox.Tests;

/// <summary>Many deliveries to several processes, of which one is killed from time to time.</summary>
/// <param name="Engine">PostgreSQL, SQLite, or memory: the queue without an inbox, whose handlers write to PostgreSQL as well.</param>
/// <param name="Connection">The database, which has its tables.</param>
/// <param name="Deliveries">How many deliveries there are.</param>
/// <param name="Processes">How many processes share the work.</param>
/// <param name="KillEvery">How often one is killed; null for never.</param>
/// <param name="MostKills">How often at most: a machine that takes longer to start a process than it lives would never end.</param>
/// <param name="Seed">Chooses which.</param>
internal sealed record HeavyRun(
    string Engine, string Connection, int Deliveries, int Processes, TimeSpan? KillEvery, int MostKills, int Seed)
{
    private const int Senders = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public async Task<HeavyResult> RunAsync()
    {
        var processes = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => InboxProcess.StartAsync(Engine, Connection)));
        try
        {
            using var done = new CancellationTokenSource();
            var killing = KillAsync(processes, done.Token);
            var since = Stopwatch.GetTimestamp();
            var latencies = await SendAsync(processes);
            var sent = Stopwatch.GetElapsedTime(since);
            while (!await IsWorkedOffAsync())
                if (Stopwatch.GetElapsedTime(since) > Patience)
                    throw new TimeoutException("The inbox was not worked off.");
            var all = Stopwatch.GetElapsedTime(since);
            await done.CancelAsync();
            return await ResultAsync(await killing, latencies, sent, all);
        }
        finally
        {
            foreach (var process in processes)
                process.Dispose();
        }
    }

    private async Task<int> KillAsync(InboxProcess[] processes, CancellationToken done)
    {
        var random = new Random(Seed);
        var kills = 0;
        while (KillEvery is { } pause && kills < MostKills && !done.IsCancellationRequested)
        {
            await Task.Delay(pause, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var victim = processes[random.Next(processes.Length)];
            if (done.IsCancellationRequested || victim.Address is null)
                continue;
            kills++;
            // The next one is killed while this one starts.
            _ = victim.KillAsync();
        }

        return kills;
    }

    // What gets no 200 is sent again, to another process perhaps, as Intercom would.
    private async Task<List<double>> SendAsync(InboxProcess[] processes)
    {
        var next = 0;
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Senders }) { Timeout = TimeSpan.FromSeconds(30) };
        var senders = Enumerable.Range(0, Senders).Select(async sender =>
        {
            var latencies = new List<double>();
            for (var to = sender; Interlocked.Increment(ref next) <= Deliveries;)
                for (var webhook = FakeWebhook.Notification("ping", "{}"); ;)
                {
                    var since = Stopwatch.GetTimestamp();
                    if (processes[++to % processes.Length].Address is { } address && await IsTakenAsync(http, webhook, address))
                    {
                        latencies.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
                        break;
                    }

                    await Task.Delay(10);
                }

            return latencies;
        });
        return [.. (await Task.WhenAll(senders)).SelectMany(static latencies => latencies).Order()];
    }

    private static async Task<bool> IsTakenAsync(HttpClient http, FakeWebhook webhook, Uri address)
    {
        try
        {
            using var response = await webhook.SendAsync(http, address);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> IsWorkedOffAsync()
    {
        await Task.Delay(100);
        await using var db = ShopContext.Open(Engine, Connection);
        return Engine == "memory"
            ? await db.Effects.CountAsync() >= Deliveries
            : !await db.Set<InboxEntry>().AnyAsync(static entry => entry.DueAt != null);
    }

    private async Task<HeavyResult> ResultAsync(int kills, List<double> latencies, TimeSpan sent, TimeSpan all)
    {
        await using var db = ShopContext.Open(Engine, Connection);
        var handled = await db.Effects.GroupBy(static effect => effect.Of).Select(static group => group.Count()).ToListAsync();
        var left = Engine == "memory" ? 0 : await db.Set<InboxEntry>().CountAsync(static entry => entry.State != InboxState.Done);
        return new HeavyResult(
            this,
            kills,
            handled.Count(static count => count == 1),
            handled.Count(static count => count > 1),
            Deliveries - handled.Count,
            left,
            Deliveries / all.TotalSeconds,
            Deliveries / sent.TotalSeconds,
            latencies[latencies.Count / 2],
            latencies[latencies.Count * 99 / 100]);
    }
}

/// <summary>What came of a run.</summary>
internal sealed record HeavyResult(
    HeavyRun Run, int Kills, int Once, int Twice, int Lost, int Left, double HandledPerSecond, double AnsweredPerSecond, double P50, double P99)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Run.Engine}, {Run.Processes} process(es), {Run.Deliveries} deliveries, {Kills} killed: {Once} handled once, {Twice} more than once, {Lost} lost, "
        + $"{Left} left; {HandledPerSecond:0} handled/s, {AnsweredPerSecond:0} answered/s, 200 after p50 {P50:0.0} ms, p99 {P99:0.0} ms");
}
