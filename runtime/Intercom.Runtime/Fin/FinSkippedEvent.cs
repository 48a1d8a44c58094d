namespace Intercom;

/// <summary>An event that was not passed on.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Id">The event's id in the stream; null where it has none.</param>
/// <param name="Text">What was sent.</param>
public sealed record FinSkippedEvent(FinSkipReason Reason, string? Id, string Text);

/// <summary>Why an event was not passed on.</summary>
public enum FinSkipReason
{
    /// <summary>It was passed on before: the server replays what was sent last.</summary>
    Repeated,

    /// <summary>A chunk of a reply that has come in whole, or one that a later chunk has replaced.</summary>
    Late,

    /// <summary>It was created before <see cref="FinStreamOptions.Since"/>.</summary>
    Earlier,

    /// <summary>It is not a JSON object. As each chunk repeats the text before it, nothing else depends on it.</summary>
    Unreadable,

    /// <summary>It has no <c>event_name</c>: what the transport tells for itself, who is present for instance.</summary>
    NotAnEvent,
}
