using Microsoft.Extensions.AI;

namespace Intercom.Extensions.AI;

/// <summary>What Fin says that the abstraction has no place for: names in <see cref="ChatResponseUpdate.AdditionalProperties"/> and
/// <see cref="ChatResponse.AdditionalProperties"/>.</summary>
public static class FinChatProperties
{
    /// <summary>Fin's status, a string: <c>awaiting_user_reply</c>, <c>escalated</c>, <c>resolved</c>, <c>complete</c>.</summary>
    public const string Status = "intercom.fin.status";

    /// <summary>Why Fin has that status, a string.</summary>
    public const string Reason = "intercom.fin.reason";

    /// <summary>The survey that Fin asks for, a <see cref="System.Text.Json.JsonElement"/>.</summary>
    public const string Csat = "intercom.fin.csat";

    /// <summary>True on an update that takes the place of all text of the answer before it. The update begins a message of its
    /// own.</summary>
    public const string IsRewritten = "intercom.fin.is_rewritten";

    /// <summary>The finished reply as HTML, a string.</summary>
    public const string Html = "intercom.fin.html";

    /// <summary>Why an answer ended: Fin has handed the conversation over to people.</summary>
    public static ChatFinishReason Escalated { get; } = new("escalated");
}
