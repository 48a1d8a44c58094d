namespace Intercom.AspNetCore;

/// <summary>When handlers run. Intercom waits 5 seconds for an answer, and repeats once, after a minute, what got none or an
/// error.</summary>
public enum RunHandlers
{
    /// <summary>Before Intercom is answered, within <see cref="IntercomWebhookOptions.HandlerTimeout"/>: a failure makes Intercom repeat
    /// the delivery.</summary>
    BeforeAnswer,

    /// <summary>
    /// After Intercom was answered, from a queue in memory: a failure is logged and not repeated, and what is queued is lost if the process
    /// dies.
    /// For work that takes seconds.
    /// </summary>
    AfterAnswer,

    /// <summary>
    /// After Intercom was answered, from the <see cref="IWebhookInbox"/> of the services, which has stored the delivery before: a failure
    /// is repeated by the inbox, and nothing is lost if the process dies.
    /// </summary>
    FromInbox,
}
