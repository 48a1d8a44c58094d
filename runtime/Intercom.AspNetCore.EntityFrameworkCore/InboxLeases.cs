using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Intercom.AspNetCore;

/// <summary>
/// Who may handle what. A delivery is taken by a change of its row that only one can make, and let go of by who still holds it: nothing
/// here needs locks of an engine's own.
/// </summary>
internal sealed class InboxLeases(IntercomWebhookInboxOptions options)
{
    /// <summary>Among so many that are due, processes choose by chance, so that they seldom want the same one.</summary>
    private const int Choice = 32;

    /// <summary>Takes a delivery that is due; null where there is none.</summary>
    public async Task<InboxEntry?> TakeAsync(DbContext db, IReadOnlyCollection<string> endpoints, CancellationToken cancellationToken)
    {
        var now = await InboxClock.NowAsync(db, options, cancellationToken).ConfigureAwait(false);
        var due = await Due(db.Set<InboxEntry>(), endpoints, now).ToArrayAsync(cancellationToken).ConfigureAwait(false);
        Random.Shared.Shuffle(due);
        foreach (var candidate in due)
            if (await TryTakeAsync(db, candidate, now, cancellationToken).ConfigureAwait(false) is { } token)
                return await db.Set<InboxEntry>().AsNoTracking()
                    .SingleOrDefaultAsync(e => e.Id == candidate.Id && e.Token == token, cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>Notes that it was handled; false where another has taken it over.</summary>
    public async Task<bool> CompleteAsync(DbContext db, InboxEntry entry, CancellationToken cancellationToken)
    {
        var now = await InboxClock.NowAsync(db, options, cancellationToken).ConfigureAwait(false);
        return await Held(db, entry).ExecuteUpdateAsync(
            row => row.SetProperty(static e => e.State, InboxState.Done)
                .SetProperty(static e => e.EndedAt, now)
                .SetProperty(static e => e.DueAt, (long?)null)
                .SetProperty(static e => e.Error, (string?)null)
                .SetProperty(static e => e.Holds, (string?)null)
                .SetProperty(static e => e.Token, (Guid?)null),
            cancellationToken).ConfigureAwait(false) == 1;
    }

    /// <summary>Notes that it failed, and when it is tried again; false where another has taken it over.</summary>
    public async Task<bool> FailAsync(DbContext db, InboxEntry entry, string error, CancellationToken cancellationToken)
    {
        var now = await InboxClock.NowAsync(db, options, cancellationToken).ConfigureAwait(false);
        var isDead = entry.Attempts >= options.MaxAttempts;
        long? next = isDead ? null : now + (long)options.Pause(entry.Attempts).TotalMilliseconds;
        long? end = isDead ? now : null;
        return await Held(db, entry).ExecuteUpdateAsync(
            row => row.SetProperty(static e => e.State, isDead ? InboxState.Dead : InboxState.Waiting)
                .SetProperty(static e => e.EndedAt, end)
                .SetProperty(static e => e.DueAt, next)
                .SetProperty(static e => e.Error, error)
                .SetProperty(static e => e.Holds, (string?)null)
                .SetProperty(static e => e.Token, (Guid?)null),
            cancellationToken).ConfigureAwait(false) == 1;
    }

    /// <summary>Lets go of it as if it had not been taken.</summary>
    public async Task GiveBackAsync(DbContext db, InboxEntry entry, CancellationToken cancellationToken)
    {
        var now = await InboxClock.NowAsync(db, options, cancellationToken).ConfigureAwait(false);
        await Held(db, entry).ExecuteUpdateAsync(
            row => row.SetProperty(static e => e.State, InboxState.Waiting)
                .SetProperty(static e => e.DueAt, now)
                .SetProperty(static e => e.Attempts, static e => e.Attempts - 1)
                .SetProperty(static e => e.Holds, (string?)null)
                .SetProperty(static e => e.Token, (Guid?)null),
            cancellationToken).ConfigureAwait(false);
    }

    private static IQueryable<InboxEntry> Held(DbContext db, InboxEntry entry) =>
        db.Set<InboxEntry>().Where(e => e.Id == entry.Id && e.Token == entry.Token);

    // What is ordered waits for those before it, and for one that is under way: ids can become visible in another order than they were
    // given in.
    private static IQueryable<Candidate> Due(IQueryable<InboxEntry> rows, IReadOnlyCollection<string> endpoints, long now) => rows
        .Where(e => e.DueAt <= now && endpoints.Contains(e.Endpoint))
        .Where(e => e.OrderedWithin == null || !rows.Any(other =>
            other.OrderedWithin == e.OrderedWithin && other.DueAt != null
            && (other.Id < e.Id || (other.Holds != null && other.Id != e.Id))))
        .OrderBy(static e => e.DueAt).ThenBy(static e => e.Id)
        .Select(static e => new Candidate(e.Id, e.OrderedWithin))
        .Take(Choice);

    private async Task<Guid?> TryTakeAsync(DbContext db, Candidate candidate, long now, CancellationToken cancellationToken)
    {
        Guid? token = Guid.NewGuid();
        try
        {
            var taken = await db.Set<InboxEntry>().Where(e => e.Id == candidate.Id && e.DueAt <= now).ExecuteUpdateAsync(
                row => row.SetProperty(static e => e.State, InboxState.Running)
                    .SetProperty(static e => e.DueAt, now + (long)options.Lease.TotalMilliseconds)
                    .SetProperty(static e => e.Attempts, static e => e.Attempts + 1)
                    .SetProperty(static e => e.Holds, static e => e.OrderedWithin)
                    .SetProperty(static e => e.Token, token),
                cancellationToken).ConfigureAwait(false);
            return taken == 1 ? token : null;
        }
        // Another process was faster with another delivery of the same order.
        catch (DbException) when (candidate.OrderedWithin is not null)
        {
            if (await db.Set<InboxEntry>().AnyAsync(e => e.Holds == candidate.OrderedWithin, cancellationToken).ConfigureAwait(false))
                return null;
            throw;
        }
    }

    private sealed record Candidate(long Id, string? OrderedWithin);
}
