using Intercom.Webhooks;

namespace Intercom.AspNetCore;

/// <summary>How webhooks are received. What is configured in the services is where each endpoint starts from.</summary>
public sealed class IntercomWebhookOptions
{
    /// <summary>The client secrets of the apps whose notifications are accepted; none: no notification is. Two of one app while one replaces the other.</summary>
    public IList<WebhookSecret> ClientSecrets { get; private set; } = [];

    /// <summary>The signing secrets of Fin's webhooks; none: no event of Fin is accepted.</summary>
    public IList<WebhookSecret> FinSecrets { get; private set; } = [];

    /// <summary>The size of the largest body that is accepted, in bytes; 1 MiB by default. A larger one is answered with 413.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>How long ago a body may have been made; null, the default, is for ever. An older one is answered with 400.</summary>
    /// <remarks>
    /// No signature ever expires, so that a captured body can be posted again once it is forgotten by <see cref="Deduplicator"/>.
    /// Intercom's own repetitions come after a minute, and up to 2 hours late where it slows deliveries down. Bodies that do not say when they were made are accepted.
    /// </remarks>
    public TimeSpan? MaxAge { get; set; }

    /// <summary>When handlers run; before the answer by default.</summary>
    public RunHandlers RunHandlers { get; set; }

    /// <summary>How long handlers may take before the answer; 4 seconds by default, since Intercom waits for 5.</summary>
    /// <remarks>Then their token is cancelled and the answer is 503. One that goes on and succeeds all the same is not run again by the repetition.</remarks>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>How many bodies wait at most for handlers that run after the answer; 1000 by default. Further ones are answered with 503.</summary>
    public int QueueCapacity { get; set; } = 1000;

    /// <summary>How many bodies are handled at the same time after the answer; 1 by default, which keeps their order.</summary>
    public int QueueReaders { get; set; } = 1;

    /// <summary>How long the application waits for the queue when it stops; 10 seconds by default.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Recognises repeated deliveries; null, the default, is a <see cref="WebhookWindow"/> of each endpoint's own.</summary>
    public IWebhookDeduplicator? Deduplicator { get; set; }

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal IntercomWebhookOptions Copy()
    {
        var copy = (IntercomWebhookOptions)MemberwiseClone();
        copy.ClientSecrets = [.. ClientSecrets];
        copy.FinSecrets = [.. FinSecrets];
        return copy;
    }

    internal void Check()
    {
        if (ClientSecrets.Count + FinSecrets.Count == 0)
            throw new InvalidOperationException($"Intercom's webhooks need a secret: add one to {nameof(ClientSecrets)} for notifications, to {nameof(FinSecrets)} for events of Fin.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxBodyBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(QueueCapacity);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(QueueReaders);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(HandlerTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(HandlerTimeout, Duration.Longest);
        ArgumentOutOfRangeException.ThrowIfLessThan(DrainTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(DrainTimeout, Duration.Longest);
    }
}
