using Intercom.AspNetCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Puts the inbox into a model.</summary>
public static class IntercomWebhookInboxModel
{
    private const int HashLength = 64;

    /// <summary>Adds the table of the inbox to the model. Call it in <c>OnModelCreating</c>, and add a migration.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">The name of the table.</param>
    /// <param name="schema">Its schema; null for the model's.</param>
    /// <returns>The model.</returns>
    public static ModelBuilder UseIntercomWebhookInbox(this ModelBuilder model, string table = "IntercomWebhooks", string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<InboxEntry>(entry => Configure(entry.ToTable(table, schema)));
        return model;
    }

    private static void Configure(EntityTypeBuilder<InboxEntry> entry)
    {
        entry.HasKey(static e => e.Id);
        entry.Property(static e => e.Id).ValueGeneratedOnAdd();
        entry.Property(static e => e.Endpoint).HasMaxLength(400);
        entry.Property(static e => e.Topic).HasMaxLength(InboxText.Longest);
        entry.Property(static e => e.Key).HasMaxLength(InboxText.Longest);
        entry.Property(static e => e.Error).HasMaxLength(InboxText.LongestError);
        entry.Property(static e => e.Hash).HasMaxLength(HashLength);
        entry.Property(static e => e.OrderedWithin).HasMaxLength(HashLength);
        entry.Property(static e => e.Holds).HasMaxLength(HashLength);
        entry.Property(static e => e.Token);
        entry.HasIndex(static e => e.Hash).IsUnique();
        entry.HasIndex(static e => e.Holds).IsUnique();
        entry.HasIndex(static e => e.DueAt);
        entry.HasIndex(static e => new { e.OrderedWithin, e.Id });
        entry.HasIndex(static e => new { e.State, e.EndedAt });
    }
}
