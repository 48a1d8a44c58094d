using System.Text.Json;
using Intercom.Webhooks;

namespace Intercom.AspNetCore;

/// <summary>What the order of deliveries can be kept within: <see cref="IntercomWebhookInboxOptions.OrderWithin"/>.</summary>
public static class InboxOrder
{
    /// <summary>The conversation that a delivery is about; null where it names none.</summary>
    /// <param name="body">The body.</param>
    public static string? Conversation(WebhookBody body) => Named("conversation", body switch
    {
        FinWebhookEvent fin => fin.ConversationId,
        WebhookNotification { RawItem: { ValueKind: JsonValueKind.Object } item } =>
            Text(item, "type") == "conversation" ? Text(item, "id") : Text(item, "conversation_id") ?? Inner(item, "conversation"),
        _ => null,
    });

    /// <summary>The contact that a delivery is about, or that its conversation is with; null where it names none, or several.</summary>
    /// <param name="body">The body.</param>
    public static string? Contact(WebhookBody body) => Named("contact", body switch
    {
        WebhookNotification { RawItem: { ValueKind: JsonValueKind.Object } item } =>
            Text(item, "type") is "contact" or "user" or "lead"
                ? Text(item, "id")
                : Text(item, "contact_id") ?? Inner(item, "contact") ?? Only(item, "contacts"),
        _ => null,
    });

    private static string? Named(string kind, string? id) => id is { Length: > 0 } ? $"{kind}:{id}" : null;

    private static string? Inner(JsonElement item, string name) => Object(item, name) is { } inner ? Text(inner, "id") : null;

    // { "type": "contact.list", "contacts": [ … ] }
    private static string? Only(JsonElement item, string name) =>
        Object(item, name) is { } list
        && list.TryGetProperty(name, out var all)
        && all is { ValueKind: JsonValueKind.Array }
        && all.GetArrayLength() == 1
        && all[0] is { ValueKind: JsonValueKind.Object } only
            ? Text(only, "id")
            : null;

    private static JsonElement? Object(JsonElement item, string name) =>
        item.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : null;

    private static string? Text(JsonElement item, string name) => !item.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
