using Microsoft.EntityFrameworkCore;

namespace Intercom.Inbox.Tests;

/// <summary>An application's database: what its handlers did, and the inbox.</summary>
internal sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Effect> Effects => Set<Effect>();

    /// <summary>Uses an engine by its name.</summary>
    public static void Use(DbContextOptionsBuilder options, string engine, string connection)
    {
        _ = engine == "SQLite" ? options.UseSqlite(connection) : options.UseNpgsql(connection);
    }

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
