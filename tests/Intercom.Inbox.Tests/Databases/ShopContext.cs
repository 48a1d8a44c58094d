using Microsoft.EntityFrameworkCore;

namespace Intercom.Inbox.Tests;

/// <summary>An application's database: what its handlers did, and the inbox.</summary>
internal sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Effect> Effects => Set<Effect>();

    /// <summary>Uses an engine by its name.</summary>
    public static void Use(DbContextOptionsBuilder options, string engine, string connection) => _ = engine switch
    {
        "SQLite" => options.UseSqlite(connection),
        // An inbox in memory leaves the effects of its handlers in a database all the same.
        "PostgreSQL" or "memory" => options.UseNpgsql(connection),
        // As it is set up where a server of a cloud may be away for a moment: what failed in passing is repeated.
        "PostgreSQL, repeating" => options.UseNpgsql(connection, static server => server.EnableRetryOnFailure()),
        "SQL Server" => options.UseSqlServer(connection, static server => server.EnableRetryOnFailure()),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "There is no such engine."),
    };

    /// <summary>A context outside of an application.</summary>
    public static ShopContext Open(string engine, string connection)
    {
        var options = new DbContextOptionsBuilder<ShopContext>();
        Use(options, engine, connection);
        return new ShopContext(options.Options);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseIntercomWebhookInbox();
}

/// <summary>What a handler has done.</summary>
internal sealed class Effect
{
    public long Id { get; set; }

    public required string Of { get; set; }

    public int By { get; set; }
}
