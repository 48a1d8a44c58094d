using Intercom.Models;
using Microsoft.EntityFrameworkCore;

namespace Sync;

/// <summary>The copy, and how far it has come.</summary>
internal sealed class CopyDatabase(string file) : DbContext
{
    public DbSet<ContactRow> Contacts => Set<ContactRow>();

    public DbSet<Place> Places => Set<Place>();

    // Without a pool the file is closed with the context, so that it can be moved or deleted.
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseSqlite($"Data Source={file};Pooling=False");

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Place>().HasKey(static place => place.List);
}

/// <summary>What is kept of a contact.</summary>
internal sealed class ContactRow
{
    public required string Id { get; init; }

    public string? Name { get; private set; }

    public string? Email { get; private set; }

    public DateTimeOffset? UpdatedAt { get; private set; }

    public void Take(Contact contact) => (Name, Email, UpdatedAt) = (contact.Name, contact.Email, contact.UpdatedAt);
}

/// <summary>Where the next page of a list begins; null at its beginning.</summary>
internal sealed class Place
{
    public const string OfContacts = "contacts";

    public string List { get; init; } = OfContacts;

    public string? Next { get; set; }
}
