using Intercom.Webhooks;

namespace Intercom.AspNetCore;

/// <summary>Keeps deliveries where they outlive the process, and runs their handlers from there.</summary>
/// <remarks>Taken from the services by endpoints with <see cref="RunHandlers.FromInbox"/>.</remarks>
public interface IWebhookInbox
{
    /// <summary>Says whose deliveries will come. Called once for each endpoint, when it is mapped.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <exception cref="InvalidOperationException">There is another endpoint of that name.</exception>
    void Add(WebhookInboxEndpoint endpoint);

    /// <summary>Stores a delivery. Once this has ended, the sender is told that it will not have to repeat it.</summary>
    /// <param name="endpoint">The endpoint that it came to.</param>
    /// <param name="body">The body. No other has its <see cref="WebhookBody.DeliveryKey"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where it was stored before.</returns>
    Task<bool> StoreAsync(WebhookInboxEndpoint endpoint, WebhookBody body, CancellationToken cancellationToken);
}
