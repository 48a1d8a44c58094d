using Intercom.Json;

namespace Intercom.Webhooks;

/// <summary>A type that is posted by webhook, and the topics under which it comes.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IWebhookNotification<TSelf> : IJson<TSelf>
    where TSelf : IWebhookNotification<TSelf>
{
    /// <summary>The topics, as <c>topic</c> names them, or as <c>event_name</c> does for Fin's events.</summary>
    static abstract IReadOnlyList<string> Topics { get; }
}
