using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Xunit;
using Xunit.Sdk;

namespace Intercom.Inbox.Tests;

/// <summary>
/// The databases of all tests: files of SQLite, one server of PostgreSQL that is started when the first test wants it, and those of a
/// SQL Server.
/// </summary>
public sealed class TestDatabases : IDisposable
{
    private readonly Lazy<PostgresServer> _postgres = new(static () => new PostgresServer("fsync=off"));
    private readonly string _folder = Directory.CreateTempSubdirectory("inbox-sqlite-").FullName;
    private readonly ConcurrentBag<string> _onSqlServer = [];
    private int _files;

    /// <summary>A connection to a new database, with its tables unless they are not wanted.</summary>
    internal async Task<(string Engine, string Connection)> CreateAsync(string engine, bool isEmpty = false)
    {
        var connection = engine switch
        {
            "SQLite" => $"Data Source={Path.Combine(_folder, $"{Interlocked.Increment(ref _files)}.db")}",
            "SQL Server" => $"{OnSqlServerAttribute.Server};Database=inbox_{Guid.NewGuid():N}",
            _ => await _postgres.Value.CreateDatabaseAsync(),
        };
        await using var db = ShopContext.Open(engine, connection);
        if (!isEmpty)
            await db.Database.EnsureCreatedAsync();
        else if (engine == "SQL Server")
            await db.GetService<IRelationalDatabaseCreator>().CreateAsync();
        if (engine == "SQL Server")
            _onSqlServer.Add(connection);
        return (engine, connection);
    }

    public void Dispose()
    {
        if (_postgres.IsValueCreated)
            _postgres.Value.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        foreach (var connection in _onSqlServer)
        {
            using var db = ShopContext.Open("SQL Server", connection);
            db.Database.EnsureDeleted();
        }
    }
}

/// <summary>Tests that share the databases.</summary>
[CollectionDefinition(nameof(TestDatabases))]
public sealed class TestDatabasesCollection : ICollectionFixture<TestDatabases>;

/// <summary>Runs a test on SQLite.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["SQLite"]];
}

/// <summary>Runs a test on PostgreSQL, where there is one: as it is, and with a strategy that repeats what failed in passing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = PostgresServer.Reason;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["PostgreSQL"], ["PostgreSQL, repeating"]];
}

/// <summary>Runs a test on SQL Server as well, where <c>INTERCOM_SQLSERVER</c> has a connection to one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqlServerAttribute : DataAttribute
{
    public static string? Server { get; } =
        Environment.GetEnvironmentVariable("INTERCOM_SQLSERVER") is { Length: > 0 } server ? server : null;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Server is null ? [] : [["SQL Server"]];
}
