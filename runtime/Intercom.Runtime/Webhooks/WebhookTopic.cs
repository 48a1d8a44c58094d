using Intercom.Json;

namespace Intercom.Webhooks;

/// <summary>A topic of webhooks.</summary>
/// <typeparam name="T">The type of what its notifications are about.</typeparam>
/// <param name="Name">The topic's name: <c>contact.user.created</c>.</param>
/// <param name="SentAs">
/// The name under which its notifications come, where <paramref name="Name"/> is only what it was known by; null where they come under
/// that.
/// </param>
public readonly record struct WebhookTopic<T>(string Name, string? SentAs = null)
    where T : IJson<T>
{
    /// <summary>The topic's name.</summary>
    public override string ToString() => Name ?? "";
}
