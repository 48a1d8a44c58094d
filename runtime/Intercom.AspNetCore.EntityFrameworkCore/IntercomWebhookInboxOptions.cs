using Intercom.Webhooks;

namespace Intercom.AspNetCore;

/// <summary>How the inbox works off what it has stored.</summary>
public sealed class IntercomWebhookInboxOptions
{
    /// <summary>How many deliveries this process handles at the same time; 4 by default.</summary>
    /// <remarks>SQLite has one writer, and a handler holds it from its start to its end: more than 1 are of no use there.</remarks>
    public int Concurrency { get; set; } = 4;

    /// <summary>How long a process may hold a delivery; 1 minute by default. Then its handlers are cancelled, and another may
    /// take it.</summary>
    /// <remarks>What a process held that has died is taken over after this time.</remarks>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often handlers are tried before a delivery is dead; 10 by default.</summary>
    public int MaxAttempts { get; set; } = 10;

    /// <summary>How long the first repetition waits; 10 seconds by default. Each further one waits twice as long.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a repetition waits at most; 1 hour by default.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often the inbox is looked at for what other processes stored, and for what is due again; 1 second by default.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long handlers may go on when the application stops; 10 seconds by default. Then they are cancelled, and what they did
    /// not finish is put back.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long what was handled or dropped is kept; 7 days by default. As long as it is there, its repetition is known.</summary>
    public TimeSpan KeepDone { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long what is dead is kept; null, the default, is until somebody puts it back or drops it.</summary>
    public TimeSpan? KeepDead { get; set; }

    /// <summary>How often old rows are removed; 1 hour by default.</summary>
    public TimeSpan PurgeInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Says what the order of deliveries is kept within; null, the default, keeps none.</summary>
    /// <remarks>
    /// <see cref="InboxOrder.Conversation"/>, <see cref="InboxOrder.Contact"/>, or a function of your own. Of those for which it gives the
    /// same, one is handled at a time, and the next only once that one is done or dead. Those for which it gives null are in no order.
    /// The order is that in which they were stored: Intercom itself does not promise to deliver in the order in which things happened.
    /// </remarks>
    public Func<WebhookBody, string?>? OrderWithin { get; set; }

    /// <summary>An SQL expression that gives the time in milliseconds since 1970; null, the default, for SQLite, PostgreSQL and SQL Server,
    /// whose ones are known.</summary>
    public string? ClockSql { get; set; }

    /// <summary>The options that cannot work, and why.</summary>
    internal IEnumerable<string> Faults() =>
        new (string Option, object? Value, bool CanWork, string Expected)[]
        {
            (nameof(Concurrency), Concurrency, Concurrency > 0, "a positive number"),
            (nameof(MaxAttempts), MaxAttempts, MaxAttempts > 0, "a positive number"),
            (nameof(Lease), Lease, IsTime(Lease), "a positive time of at most 24 days"),
            (nameof(RetryDelay), RetryDelay, IsTime(RetryDelay), "a positive time of at most 24 days"),
            (nameof(MaxRetryDelay), MaxRetryDelay, IsTime(MaxRetryDelay), "a positive time of at most 24 days"),
            (nameof(PollInterval), PollInterval, IsTime(PollInterval), "a positive time of at most 24 days"),
            (nameof(PurgeInterval), PurgeInterval, IsTime(PurgeInterval), "a positive time of at most 24 days"),
            (nameof(DrainTimeout), DrainTimeout, DrainTimeout == TimeSpan.Zero || IsTime(DrainTimeout), "a time from 0 to 24 days"),
            (nameof(KeepDone), KeepDone, KeepDone >= TimeSpan.Zero, "a time"),
            (nameof(KeepDead), KeepDead, KeepDead is null || KeepDead >= TimeSpan.Zero, "a time"),
        }
        .Where(static option => !option.CanWork)
        .Select(static option => $"Intercom's inbox: {option.Option} is {option.Value}; it is {option.Expected}.");

    /// <summary>How long the next attempt waits after some that failed.</summary>
    internal TimeSpan Pause(int attempts)
    {
        var pause = RetryDelay.TotalMilliseconds * Math.Pow(2, Math.Min(attempts, 40) - 1);
        return pause < MaxRetryDelay.TotalMilliseconds ? TimeSpan.FromMilliseconds(pause) : MaxRetryDelay;
    }

    private static bool IsTime(TimeSpan time) => time > TimeSpan.Zero && time.TotalDays <= 24;
}
