using System.Globalization;
using Intercom.Inbox.Tests;

// dotnet run -c Release --project tests/benchmarks/Intercom.Inbox.Benchmarks [deliveries [seconds between kills [SQLite]]]
if (args is ["serve", var engine, var connection])
{
    await InboxProgram.ServeAsync(engine, connection);
    return 0;
}

var deliveries = args is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 10_000;
var killEvery = TimeSpan.FromSeconds(args is [_, var seconds, ..] ? double.Parse(seconds, CultureInfo.InvariantCulture) : 1);
var file = Path.Combine(Directory.CreateTempSubdirectory("inbox-sqlite-").FullName, "inbox.db");
var isRight = true;
var isSmall = args is [_, _, "SQLite"];

if (!isSmall && PostgresServer.Reason is { } reason)
    Console.WriteLine($"PostgreSQL is left out: {reason}");
else if (!isSmall)
    using (var postgres = new PostgresServer())
    {
        await RunAsync("PostgreSQL", await postgres.CreateDatabaseAsync(), 4, killEvery);
        await RunAsync("PostgreSQL", await postgres.CreateDatabaseAsync(), 4, null);
        await RunAsync("memory", await postgres.CreateDatabaseAsync(), 1, null);
    }

await RunAsync("SQLite", $"Data Source={file}", 1, killEvery);
return isRight ? 0 : 1;

async Task RunAsync(string engine, string connection, int processes, TimeSpan? pause)
{
    await using (var db = ShopContext.Open(engine, connection))
        await db.Database.EnsureCreatedAsync();
    var result = await new HeavyRun(engine, connection, deliveries, processes, pause, MostKills: int.MaxValue, Seed: 16).RunAsync();
    isRight &= result is { Twice: 0, Lost: 0, Left: 0 };
    Console.WriteLine(result);
}
