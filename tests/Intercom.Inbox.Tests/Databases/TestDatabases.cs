using System.Reflection;
using Xunit;
using Xunit.Sdk;

namespace Intercom.Inbox.Tests;

/// <summary>The databases of all tests: files of SQLite, and one server of PostgreSQL that is started when the first test wants it.</summary>
public sealed class TestDatabases : IDisposable
{
    private readonly Lazy<PostgresServer> _postgres = new(static () => new PostgresServer("fsync=off"));
    private readonly string _folder = Directory.CreateTempSubdirectory("inbox-sqlite-").FullName;
    private int _files;

    /// <summary>A connection to a new database, with its tables unless they are not wanted.</summary>
    internal async Task<(string Engine, string Connection)> CreateAsync(string engine, bool isEmpty = false)
    {
        var connection = engine == "PostgreSQL"
            ? await _postgres.Value.CreateDatabaseAsync()
            : $"Data Source={Path.Combine(_folder, $"{Interlocked.Increment(ref _files)}.db")}";
        await using var db = ShopContext.Open(engine, connection);
        if (!isEmpty)
            await db.Database.EnsureCreatedAsync();
        return (engine, connection);
    }

    public void Dispose()
    {
        if (_postgres.IsValueCreated)
            _postgres.Value.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
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

/// <summary>Runs a test on PostgreSQL, where there is one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = PostgresServer.Reason;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["PostgreSQL"]];
}
