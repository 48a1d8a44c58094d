namespace Intercom.Webhooks;

/// <summary>Recognises what was delivered before: Intercom repeats what it believes to have failed.</summary>
/// <remarks><see cref="WebhookWindow"/> is one for a single process; several that share the work need one over a store that they share.</remarks>
public interface IWebhookDeduplicator
{
    /// <summary>Notes a delivery, in one step with the look whether it is known.</summary>
    /// <param name="key">The delivery's <see cref="WebhookBody.DeliveryKey"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it is new.</returns>
    ValueTask<bool> TryAddAsync(string key, CancellationToken cancellationToken);

    /// <summary>Forgets a delivery that could not be handled, so that it is new when it is repeated.</summary>
    /// <param name="key">The delivery's <see cref="WebhookBody.DeliveryKey"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask RemoveAsync(string key, CancellationToken cancellationToken);
}
