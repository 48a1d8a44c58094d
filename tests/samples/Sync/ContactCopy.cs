using Intercom;
using Intercom.Models;
using Microsoft.EntityFrameworkCore;

namespace Sync;

/// <summary>Copies contacts to a database. A page is saved together with the place where the next one begins, or not at all.</summary>
internal sealed class ContactCopy(IntercomClient intercom, string file)
{
    /// <summary>Goes on where the last run was stopped; where that one came to the end, starts anew.</summary>
    public async Task RunAsync(Action<string> tell, CancellationToken cancellationToken)
    {
        var saved = await PlaceAsync(cancellationToken);
        tell(saved is null ? "Starts at the first page." : $"Goes on at {saved}.");

        var contacts = intercom.Contacts.ListAsync(new ListContactsQuery { PerPage = 50 }, cancellationToken: cancellationToken);
        await foreach (var page in contacts.AsPages(from: saved, cancellationToken))
        {
            var added = await SaveAsync(page.Items, page.Next, cancellationToken);
            tell($"Saved a page: {added} new, {page.Items.Count - added} known.");
        }
    }

    /// <summary>The contacts that were copied so far.</summary>
    public async Task<IReadOnlyList<ContactRow>> ReadAsync()
    {
        await using var db = new CopyDatabase(file);
        return await db.Contacts.AsNoTracking().OrderBy(static row => row.Name).ToListAsync();
    }

    private async Task<string?> PlaceAsync(CancellationToken cancellationToken)
    {
        await using var db = new CopyDatabase(file);
        await db.Database.EnsureCreatedAsync(cancellationToken);
        return (await db.Places.FindAsync([Place.OfContacts], cancellationToken))?.Next;
    }

    // A list may give a contact twice, for it changes while it is read: a row that there is is written anew.
    private async Task<int> SaveAsync(IReadOnlyList<Contact> contacts, string? next, CancellationToken cancellationToken)
    {
        await using var db = new CopyDatabase(file);
        var ids = contacts.Select(static contact => contact.Id).ToList();
        await db.Contacts.Where(row => ids.Contains(row.Id)).LoadAsync(cancellationToken);
        foreach (var contact in contacts)
            (db.Contacts.Local.FindEntry(contact.Id)?.Entity ?? db.Contacts.Add(new ContactRow { Id = contact.Id }).Entity).Take(contact);

        var place = await db.Places.FindAsync([Place.OfContacts], cancellationToken) ?? db.Places.Add(new Place()).Entity;
        place.Next = next;

        var added = db.ChangeTracker.Entries<ContactRow>().Count(static entry => entry.State == EntityState.Added);
        // Everything that changed is one transaction.
        await db.SaveChangesAsync(cancellationToken);
        return added;
    }
}
