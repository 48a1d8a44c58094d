namespace Intercom.AspNetCore;

/// <summary>Looks into the inbox, and puts back what failed.</summary>
public interface IIntercomWebhookInbox
{
    /// <summary>How many deliveries there are of each state. States that none has are left out.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyDictionary<InboxState, int>> CountAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists deliveries without their bodies, the newest first.</summary>
    /// <param name="state">The state; null for all.</param>
    /// <param name="before">The <see cref="InboxEntry.Id"/> before which the list starts; null for the newest.</param>
    /// <param name="count">How many there are at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<InboxEntry>> ListAsync(
        InboxState? state = null,
        long? before = null,
        int count = 100,
        CancellationToken cancellationToken = default);

    /// <summary>Finds a delivery, with its body; null where there is none.</summary>
    /// <param name="id">Its <see cref="InboxEntry.Id"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<InboxEntry?> FindAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Puts back what is dead, was dropped, or waits after a failure: it is due at once, and has all its attempts again.</summary>
    /// <param name="id">Its <see cref="InboxEntry.Id"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where it is in another state, or not there.</returns>
    Task<bool> PutBackAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Drops what is dead or waits: it will not be handled. It stays known, so that its repetition is not new.</summary>
    /// <param name="id">Its <see cref="InboxEntry.Id"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where it is in another state, or not there.</returns>
    Task<bool> DropAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Removes what is older than it is to be kept. The inbox does so itself from time to time.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many were removed.</returns>
    Task<int> PurgeAsync(CancellationToken cancellationToken = default);

    /// <summary>The time of the database's clock, in milliseconds since 1970.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<long> NowAsync(CancellationToken cancellationToken = default);
}
