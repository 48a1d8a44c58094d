using Intercom.Json;
using Intercom.Webhooks;

namespace Intercom.AspNetCore;

/// <summary>How webhooks are received. What is configured in the services, by <c>AddIntercomWebhooks</c>, is where each endpoint starts
/// from.</summary>
public sealed class IntercomWebhookOptions
{
    /// <summary>The client secrets of the apps whose notifications are accepted; none: no notification is. Two of one app while one
    /// replaces the other.</summary>
    public IList<WebhookSecret> ClientSecrets { get; private set; } = [];

    /// <summary>The signing secrets of Fin's webhooks; none: no event of Fin is accepted.</summary>
    public IList<WebhookSecret> FinSecrets { get; private set; } = [];

    /// <summary>The size of the largest body that is accepted, in bytes; 1 MiB by default. A larger one is answered with 413.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>How long ago a body may have been made; null, the default, is for ever. An older one is answered with 400.</summary>
    /// <remarks>
    /// No signature ever expires, so that a captured body can be posted again once it is forgotten by <see cref="Deduplicator"/>.
    /// Intercom's own repetitions come after a minute, and up to 2 hours late where it slows deliveries down. Bodies that do not say when
    /// they were made are accepted.
    /// </remarks>
    public TimeSpan? MaxAge { get; set; }

    /// <summary>When handlers run; before the answer by default.</summary>
    public RunHandlers RunHandlers { get; set; }

    /// <summary>How long handlers may take before the answer; 4 seconds by default, since Intercom waits for 5.</summary>
    /// <remarks>
    /// Then their token is cancelled and the answer is 503. One that goes on and succeeds all the same is not run again by the repetition,
    /// which waits for it as long
    /// as this. It holds for handlers that block their thread as well.
    /// </remarks>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>How long the handlers of one body may take after the answer; 1 minute by default.</summary>
    /// <remarks>Then their token is cancelled, and their reader goes on to the next body, whether they end or not.</remarks>
    public TimeSpan QueuedHandlerTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many bodies wait at most for handlers that run after the answer; 1000 by default. Further ones are answered with
    /// 503.</summary>
    public int QueueCapacity { get; set; } = 1000;

    /// <summary>How many bodies are handled at the same time after the answer; 1 by default, which keeps their order.</summary>
    public int QueueReaders { get; set; } = 1;

    /// <summary>How long the application waits for the queue when it stops; 10 seconds by default. What is not handled then is logged, each
    /// with its topic and id.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Recognises repeated deliveries; null, the default, is a <see cref="WebhookWindow"/> of each endpoint's own.</summary>
    public IWebhookDeduplicator? Deduplicator { get; set; }

    /// <summary>Called for each place where an item or an event is not what its type declares, once for the same topic and path. The value
    /// was kept. What it throws is dropped.</summary>
    public Action<JsonDeviation>? OnDeviation { get; set; }

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The section of the configuration that they come from; null where they come from code.</summary>
    internal string? Section { get; set; }

    internal IntercomWebhookOptions Copy()
    {
        var copy = (IntercomWebhookOptions)MemberwiseClone();
        copy.ClientSecrets = [.. ClientSecrets];
        copy.FinSecrets = [.. FinSecrets];
        return copy;
    }

    /// <summary>The options that cannot work, and why.</summary>
    internal IEnumerable<(string Option, string Fault)> Faults() =>
        new (string Option, object? Value, bool CanWork, string Expected)[]
        {
            (nameof(MaxBodyBytes), MaxBodyBytes, MaxBodyBytes > 0, "a positive number"),
            (nameof(MaxAge), MaxAge, MaxAge is null || MaxAge > TimeSpan.Zero, "a positive time"),
            (nameof(HandlerTimeout), HandlerTimeout, IsTime(HandlerTimeout), "a positive time of at most 24 days"),
            (nameof(QueuedHandlerTimeout), QueuedHandlerTimeout, IsTime(QueuedHandlerTimeout), "a positive time of at most 24 days"),
            (nameof(QueueCapacity), QueueCapacity, QueueCapacity > 0, "a positive number"),
            (nameof(QueueReaders), QueueReaders, QueueReaders > 0, "a positive number"),
            (nameof(
                DrainTimeout), DrainTimeout, DrainTimeout >= TimeSpan.Zero && DrainTimeout <= Duration.Longest, "a time from 0 to 24 days"),
        }
        .Where(static option => !option.CanWork)
        .Select(static option => (option.Option, $"{option.Option} is {option.Value}; it is {option.Expected}."))
        .Concat(SecretFaults(nameof(ClientSecrets), ClientSecrets))
        .Concat(SecretFaults(nameof(FinSecrets), FinSecrets));

    /// <summary>Throws where an option cannot work, or a kind that has handlers has no secret: nothing of it would ever be
    /// accepted.</summary>
    internal void Check(WebhookHandlers handlers)
    {
        if (ClientSecrets.Count + FinSecrets.Count == 0)
            throw new InvalidOperationException(
                $"Intercom's webhooks need a secret: add one to {Key(nameof(ClientSecrets))} for notifications, "
                + $"to {Key(nameof(FinSecrets))} for events of Fin.");
        if (handlers.TakeNotifications && ClientSecrets.Count == 0)
            throw new InvalidOperationException(
                $"There are handlers of notifications, which need the app's client secret: add it to {Key(nameof(ClientSecrets))}.");
        if (handlers.AppCalls is not null && ClientSecrets.Count == 0)
            throw new InvalidOperationException(
                $"There is a handler of calls about the app, which needs the app's client secret: add it to {Key(nameof(ClientSecrets))}.");
        if (handlers.TakeEvents && FinSecrets.Count == 0)
            throw new InvalidOperationException(
                $"There are handlers of Fin's events, which need Fin's signing secret: add it to {Key(nameof(FinSecrets))}.");
        foreach (var (option, fault) in Faults())
            throw new ArgumentOutOfRangeException(option, fault);
    }

    private static bool IsTime(TimeSpan time) => time > TimeSpan.Zero && time <= Duration.Longest;

    private static IEnumerable<(string Option, string Fault)> SecretFaults(string option, IEnumerable<WebhookSecret?> secrets) =>
        secrets.Any(static secret => secret is null) ? [(option, $"{option} holds a secret that is null; leave it out, or give it.")] : [];

    private string Key(string option) => Section is null ? option : $"{Section}:{option}";
}
