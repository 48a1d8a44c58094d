using Intercom.Webhooks;

namespace Intercom.AspNetCore;

/// <summary>A stored delivery: a row of the inbox.</summary>
/// <remarks>Times are milliseconds since 1970 of the database's clock: all engines compare numbers alike.</remarks>
public sealed class InboxEntry
{
    /// <summary>Identifies it. Of two that came one after the other, the later one has the greater.</summary>
    public long Id { get; internal set; }

    /// <summary>The endpoint that it came to.</summary>
    public string Endpoint { get; internal set; } = "";

    /// <summary>Its topic as it can be shown: on one line, and cut where it is long.</summary>
    public string Topic { get; internal set; } = "";

    /// <summary>Its <see cref="WebhookBody.DeliveryKey"/> as it can be shown.</summary>
    public string Key { get; internal set; } = "";

    /// <summary>How far it is.</summary>
    public InboxState State { get; internal set; }

    /// <summary>How often its handlers were begun.</summary>
    public int Attempts { get; internal set; }

    /// <summary>The last failure; null where there was none.</summary>
    public string? Error { get; internal set; }

    /// <summary>When it was stored.</summary>
    public long ReceivedAt { get; internal set; }

    /// <summary>From when on a process may take it, which is when its lease ends while one has it; null where it has ended.</summary>
    public long? DueAt { get; internal set; }

    /// <summary>When it ended; null before.</summary>
    public long? EndedAt { get; internal set; }

    /// <summary>The body, byte for byte as it was signed; empty in a listing.</summary>
    public byte[] Body { get; internal set; } = [];

    /// <summary>Whether the body is an event of Fin; otherwise it is a notification.</summary>
    public bool IsFin { get; internal set; }

    /// <summary>Hashes of what it is told apart by: no engine's rules of letter case, blanks or length apply to them.</summary>
    internal string Hash { get; set; } = "";

    /// <summary>A hash of what its order is kept within; null where it is not.</summary>
    internal string? OrderedWithin { get; set; }

    /// <summary>The same while it is held, and unique: the database itself does not let two run at once.</summary>
    internal string? Holds { get; set; }

    /// <summary>What the process that holds it knows; another one that takes it over changes it.</summary>
    internal Guid? Token { get; set; }

    /// <summary>Reads the body.</summary>
    public WebhookBody ToBody() => IsFin ? FinWebhookEvent.Parse(Body) : WebhookNotification.Parse(Body);
}
