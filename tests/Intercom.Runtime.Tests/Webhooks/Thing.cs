using Intercom.Json;
using Intercom.Webhooks;

namespace Intercom.Runtime.Tests.Webhooks;

/// <summary>What an emitted item is like, for the runtime.</summary>
internal sealed record Thing(JsonProperties Properties) : IJson<Thing>
{
    public static WebhookTopic<Thing> Created { get; } = new("thing.created");

    public static WebhookTopic<Thing> Updated { get; } = new("thing.updated");

    public static WebhookTopic<Thing> Restore { get; } = new("thing.restore", "thing.restored");

    public string? this[string name] => Properties.TryGetValue(name, out var value) ? value.ToString() : null;

    public static Thing Read(ref JsonCursor json) => new(json.Properties()!);

    public void Write(JsonOutput json) => json.Properties(Properties);
}
