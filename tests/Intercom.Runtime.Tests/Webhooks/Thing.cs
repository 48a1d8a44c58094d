using Intercom.Json;
using Intercom.Webhooks;

namespace Intercom.Runtime.Tests.Webhooks;

/// <summary>What an emitted notification is like, for the runtime.</summary>
internal sealed record Thing(JsonProperties Properties) : IWebhookNotification<Thing>
{
    public static IReadOnlyList<string> Topics { get; } = ["thing.created", "thing.updated", "fin_replied"];

    public string? this[string name] => Properties.TryGetValue(name, out var value) ? value.ToString() : null;

    public static Thing Read(ref JsonInput json) => new(json.Properties()!);

    public void Write(JsonOutput json) => json.Properties(Properties);
}
