using System.Text.Json;

namespace Intercom.Testing;

/// <summary>What Fin's operations answer to a question.</summary>
internal static class FinAnswer
{
    public static FakeAnswer To(FakeCall call, FinScript script, FakeIntercom intercom)
    {
        var request = call.Json;
        var isReply = call.Path.EndsWith("/reply", StringComparison.Ordinal);
        return FakeAnswer.Json(JsonText.Write(json =>
        {
            json.WriteString("conversation_id", Text(request, "conversation_id") ?? script.ConversationId);
            if (request.TryGetProperty("user", out var user) && Text(user, "id") is { } id)
                json.WriteString("user_id", id);
            json.WriteString("status", "thinking");
            json.WriteString("created_at_ms", FinPayload.Start);
            var url = isReply ? intercom.FinReplyUrl(script) : intercom.FinStartUrl(script);
            json.WriteString("sse_subscription_url", url.OriginalString);
        }));
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
