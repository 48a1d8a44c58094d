using System.Text.Json;
using System.Text.Json.Nodes;
using Intercom.Json;
using Microsoft.Extensions.AI;

namespace Intercom.Extensions.AI;

/// <summary>The call that messages become.</summary>
internal static class FinRequest
{
    /// <summary>Refuses what Fin would not heed: whoever asked for it would believe that it had been.</summary>
    /// <exception cref="NotSupportedException">It is asked for something that Fin cannot do.</exception>
    public static void Check(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        if (options?.Tools is { Count: > 0 })
            throw new NotSupportedException(
                "Fin calls no functions of yours: its procedures and data connectors are set up in Intercom. "
                + "Leave ChatOptions.Tools empty.");
        if (options?.Instructions is { Length: > 0 } || messages.Any(static message => message.Role == ChatRole.System))
            throw new NotSupportedException(
                "Fin takes no instructions with a call; its guidance is set up in Intercom. Leave out system messages and "
                + "ChatOptions.Instructions.");
        if (options?.ResponseFormat is not null and not ChatResponseFormatText)
            throw new NotSupportedException("Fin answers with text alone. Leave out ChatOptions.ResponseFormat.");
        if (messages.SelectMany(static message => message.Contents).FirstOrDefault(static content => !IsText(content)) is { } other)
            throw new NotSupportedException($"Fin is sent text alone, and a message has {other.GetType().Name}.");
    }

    /// <summary>Starts a conversation, or replies in one.</summary>
    /// <exception cref="ArgumentException">There is no message of the user at the end.</exception>
    public static ApiRequest Of(List<ChatMessage> messages, string conversationId, bool isNew, FinChatUser user, FinChatOptions options)
    {
        // What the user wrote since the last answer is what is asked; Fin has what was before, unless the conversation is new.
        var question = messages.FindLastIndex(static message => message.Role != ChatRole.User) + 1;
        var text = string.Join("\n\n", messages.Skip(question).Select(static message => message.Text));
        if (text.Length == 0)
            throw new ArgumentException("There is no text of the user at the end of the messages.", nameof(messages));
        var body = new JsonObject
        {
            ["conversation_id"] = conversationId,
            ["message"] = Message("user", text),
            ["user"] = User(user),
        };
        if (isNew && question > 0)
            body["conversation_metadata"] = new JsonObject
            {
                ["history"] = new JsonArray([.. messages.Take(question).Select(Earlier)]),
            };
        options.OnRequest?.Invoke(body);
        using var json = JsonDocument.Parse(body.ToJsonString());
        return new ApiRequest(isNew ? "POST /fin/start" : "POST /fin/reply").RawBody(new IntercomValue(json.RootElement.Clone()));
    }

    private static bool IsText(AIContent content) => content is TextContent or TextReasoningContent or UsageContent;

    private static JsonObject Earlier(ChatMessage message) => Message(message.Role == ChatRole.User ? "user" : "agent", message.Text);

    private static JsonObject Message(string author, string text) => new() { ["author"] = author, ["body"] = text };

    private static JsonObject User(FinChatUser user)
    {
        var json = new JsonObject { ["id"] = user.Id };
        if (user.Name is not null)
            json["name"] = user.Name;
        if (user.Email is not null)
            json["email"] = user.Email;
        return json;
    }
}
