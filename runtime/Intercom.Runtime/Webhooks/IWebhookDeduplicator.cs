namespace Intercom.Webhooks;

/// <summary>Recognises what was delivered before: Intercom repeats what it believes to have failed.</summary>
/// <remarks>
/// <see cref="WebhookWindow"/> is one for a single process; several that share the work need one over a store that they share.
/// An endpoint knows by itself what it is still trying, so that a store with the first two methods loses nothing within one process. Over
/// several processes, a repetition can
/// reach another one while the first still tries: the store has to tell what is under way from what is done, and to forget after a while
/// what a process that died had begun.
/// </remarks>
public interface IWebhookDeduplicator
{
    /// <summary>Notes a delivery as begun, in one step with the look whether it is known.</summary>
    /// <param name="key">The delivery's <see cref="WebhookBody.DeliveryKey"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it is new.</returns>
    ValueTask<bool> TryAddAsync(string key, CancellationToken cancellationToken);

    /// <summary>Forgets a delivery that could not be handled, so that it is new when it is repeated.</summary>
    /// <param name="key">The delivery's <see cref="WebhookBody.DeliveryKey"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask RemoveAsync(string key, CancellationToken cancellationToken);

    /// <summary>Notes that a delivery was handled. By default nothing is noted: what was begun counts as done.</summary>
    /// <param name="key">The delivery's <see cref="WebhookBody.DeliveryKey"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask CompleteAsync(string key, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Whether a delivery that is known was begun and is not done: its repetition is then turned away, and comes again. By default
    /// it is not.</summary>
    /// <param name="key">The delivery's <see cref="WebhookBody.DeliveryKey"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<bool> IsUnderWayAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult(false);
}
