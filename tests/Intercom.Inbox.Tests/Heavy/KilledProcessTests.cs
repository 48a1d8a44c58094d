using Xunit;
using Xunit.Abstractions;

namespace Intercom.Inbox.Tests;

/// <summary>A sample of the run that tests/benchmarks/Intercom.Inbox.Benchmarks does at full length.</summary>
[Collection(nameof(TestDatabases))]
public sealed class KilledProcessTests(TestDatabases databases, ITestOutputHelper output)
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    [OnSqlServer]
    public async Task Of_processes_that_are_killed_nothing_is_lost_and_nothing_is_done_twice(string engine)
    {
        var database = await databases.CreateAsync(engine);
        var isShared = engine != "SQLite";
        var (deliveries, processes) = isShared ? (400, 2) : (200, 1);
        var run = new HeavyRun(engine, database.Connection, deliveries, processes, TimeSpan.FromSeconds(1), MostKills: 4, Seed: 16);
        var result = await run.RunAsync();
        output.WriteLine(result.ToString());
        Assert.Equal((run.Deliveries, 0, 0, 0), (result.Once, result.Twice, result.Lost, result.Left));
    }
}
