using Intercom.Json;

namespace Intercom.Webhooks;

/// <summary>A topic of webhooks.</summary>
/// <typeparam name="T">The type of what its notifications are about.</typeparam>
/// <param name="Name">The topic's name: <c>contact.user.created</c>.</param>
public readonly record struct WebhookTopic<T>(string Name)
    where T : IJson<T>
{
    /// <summary>The topic's name.</summary>
    public override string ToString() => Name ?? "";
}
