using System.Text.Json;
using Intercom.Json;

namespace Intercom.Runtime.Tests.Fin;

/// <summary>What Fin answers to a question: where its events can be read.</summary>
internal sealed record Asked(string? Url) : IJson<Asked>
{
    public static JsonElement Question => JsonDocument.Parse("""{"conversation_id":"c","user":{"id":"u"}}""").RootElement;

    public static Asked Read(ref JsonCursor json) => new(json.Raw().GetProperty("sse_subscription_url").GetString());

    public void Write(JsonOutput json) => throw new NotSupportedException();
}
