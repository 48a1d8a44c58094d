using Intercom.AspNetCore;
using Microsoft.EntityFrameworkCore;

namespace Inbox;

/// <summary>The application's own database, which the inbox is a table of.</summary>
internal sealed class Shop(DbContextOptions<Shop> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseIntercomWebhookInbox();
}

internal sealed class Customer
{
    public required string Id { get; init; }

    public required string Email { get; init; }
}
