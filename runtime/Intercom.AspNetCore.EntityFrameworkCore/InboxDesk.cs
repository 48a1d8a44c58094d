using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Intercom.AspNetCore;

/// <summary>The inbox as a person looks at it.</summary>
internal sealed class InboxDesk<TDbContext>(
    IServiceScopeFactory scopes,
    IOptions<IntercomWebhookInboxOptions> options,
    InboxEndpoints endpoints) : IIntercomWebhookInbox
    where TDbContext : DbContext
{
    public async Task<IReadOnlyDictionary<InboxState, int>> CountAsync(CancellationToken cancellationToken) => await RunAsync(
        (_, rows) => rows.GroupBy(static e => e.State)
            .Select(static group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(static group => group.Key, static group => group.Count, cancellationToken)).ConfigureAwait(false);

    public async Task<IReadOnlyList<InboxEntry>> ListAsync(
        InboxState? state,
        long? before,
        int count,
        CancellationToken cancellationToken) =>
        await RunAsync((_, rows) => rows
            .Where(e => (state == null || e.State == state) && (before == null || e.Id < before))
            .OrderByDescending(static e => e.Id)
            .Take(count)
            .Select(static e => new InboxEntry
            {
                Id = e.Id,
                Endpoint = e.Endpoint,
                Topic = e.Topic,
                Key = e.Key,
                State = e.State,
                Attempts = e.Attempts,
                Error = e.Error,
                ReceivedAt = e.ReceivedAt,
                DueAt = e.DueAt,
                EndedAt = e.EndedAt,
                IsFin = e.IsFin,
            })
            .ToListAsync(cancellationToken)).ConfigureAwait(false);

    public Task<InboxEntry?> FindAsync(long id, CancellationToken cancellationToken) =>
        RunAsync((_, rows) => rows.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken));

    public async Task<bool> PutBackAsync(long id, CancellationToken cancellationToken)
    {
        var isPutBack = await RunAsync(async (db, rows) =>
        {
            var now = await InboxClock.NowAsync(db, options.Value, cancellationToken).ConfigureAwait(false);
            return await rows
                .Where(e => e.Id == id && (e.State == InboxState.Waiting || e.State == InboxState.Dead || e.State == InboxState.Dropped))
                .ExecuteUpdateAsync(
                    row => row.SetProperty(static e => e.State, InboxState.Waiting)
                        .SetProperty(static e => e.Attempts, 0)
                        .SetProperty(static e => e.DueAt, now)
                        .SetProperty(static e => e.EndedAt, (long?)null),
                    cancellationToken).ConfigureAwait(false) == 1;
        }).ConfigureAwait(false);
        if (isPutBack)
            endpoints.Ring();
        return isPutBack;
    }

    public Task<bool> DropAsync(long id, CancellationToken cancellationToken) => RunAsync(async (db, rows) =>
    {
        var now = await InboxClock.NowAsync(db, options.Value, cancellationToken).ConfigureAwait(false);
        return await rows
            .Where(e => e.Id == id && (e.State == InboxState.Waiting || e.State == InboxState.Dead))
            .ExecuteUpdateAsync(
                row => row.SetProperty(static e => e.State, InboxState.Dropped)
                    .SetProperty(static e => e.DueAt, (long?)null)
                    .SetProperty(static e => e.EndedAt, now),
                cancellationToken).ConfigureAwait(false) == 1;
    });

    public Task<int> PurgeAsync(CancellationToken cancellationToken) => RunAsync(async (db, rows) =>
    {
        var now = await InboxClock.NowAsync(db, options.Value, cancellationToken).ConfigureAwait(false);
        var done = now - (long)options.Value.KeepDone.TotalMilliseconds;
        var dead = options.Value.KeepDead is { } kept ? now - (long)kept.TotalMilliseconds : long.MinValue;
        return await rows
            .Where(e => (e.EndedAt < done && (e.State == InboxState.Done || e.State == InboxState.Dropped))
                || (e.EndedAt < dead && e.State == InboxState.Dead))
            .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    });

    public Task<long> NowAsync(CancellationToken cancellationToken) =>
        RunAsync((db, _) => InboxClock.NowAsync(db, options.Value, cancellationToken));

    private async Task<T> RunAsync<T>(Func<DbContext, DbSet<InboxEntry>, Task<T>> run)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var db = scope.ServiceProvider.GetRequiredService<TDbContext>();
            return await run(db, db.Set<InboxEntry>()).ConfigureAwait(false);
        }
    }
}
