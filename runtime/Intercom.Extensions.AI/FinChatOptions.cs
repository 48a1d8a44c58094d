using System.Text.Json.Nodes;

namespace Intercom.Extensions.AI;

/// <summary>How a chat client talks to Fin.</summary>
public sealed class FinChatOptions
{
    /// <summary>How Fin's events are read; null for the defaults.</summary>
    public FinStreamOptions? Stream { get; set; }

    /// <summary>What the calls do differently; null for the client's own options.</summary>
    public RequestOptions? Request { get; set; }

    /// <summary>Gives a new conversation its id; by default a random one.</summary>
    public Func<string> NewConversationId { get; set; } = static () => Guid.NewGuid().ToString();

    /// <summary>Changes the body of a call before it is sent: adds attributes of the user, for instance.</summary>
    public Action<JsonObject>? OnRequest { get; set; }
}
