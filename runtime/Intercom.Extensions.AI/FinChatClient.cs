using System.Runtime.CompilerServices;
using System.Text.Json;
using Intercom.Json;
using Microsoft.Extensions.AI;

namespace Intercom.Extensions.AI;

/// <summary>Fin as a chat client.</summary>
/// <remarks>
/// <para>Without <see cref="ChatOptions.ConversationId"/> a call starts a conversation, and sends the messages before the last ones of the
/// user as its history; with it, a call replies in that conversation, and sends what the user wrote last. Each update says the id.</para>
/// <para>Fin may replace what it has written. Such an update begins a message of its own, marked by
/// <see cref="FinChatProperties.IsRewritten"/>, whose text takes the place of all before it. <see cref="GetResponseAsync"/> gives what Fin
/// has left standing.</para>
/// <para>Where Fin writes no pieces, the text is the reply's HTML. Fin counts no tokens, so that there is no usage. Functions,
/// instructions, other formats than text and other contents than text are refused.</para>
/// </remarks>
public sealed class FinChatClient : IChatClient
{
    internal const string Model = "fin";
    private readonly IntercomConnection _connection;
    private readonly FinChatUser _user;
    private readonly FinChatOptions _options;
    private readonly ChatClientMetadata _metadata;

    /// <summary>Makes a chat client.</summary>
    /// <param name="connection">The connection to Intercom.</param>
    /// <param name="user">For whom Fin is asked.</param>
    /// <param name="options">How; null for the defaults.</param>
    public FinChatClient(IntercomConnection connection, FinChatUser user, FinChatOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(user);
        (_connection, _user, _options) = (connection, user, options ?? new FinChatOptions());
        _metadata = new ChatClientMetadata("intercom", connection.BaseAddress, Model);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">It is asked for something that Fin cannot do.</exception>
    /// <exception cref="FinStreamException">The stream ended before Fin was done.</exception>
    /// <exception cref="IntercomException">The call failed.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
        {
            if (update.AdditionalProperties?.ContainsKey(FinChatProperties.IsRewritten) == true)
                Withdraw(updates, update);
            updates.Add(update);
        }

        var response = updates.ToChatResponse();
        response.RawRepresentation = updates.ConvertAll(static update => update.RawRepresentation!);
        return response;
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">It is asked for something that Fin cannot do.</exception>
    /// <exception cref="FinStreamException">The stream ended before Fin was done.</exception>
    /// <exception cref="IntercomException">The call failed.</exception>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var all = messages.ToList();
        FinRequest.Check(all, options);
        return AskAsync(all, options?.ConversationId, cancellationToken);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType == typeof(IntercomConnection) ? _connection
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Does nothing: the connection is its owner's.</summary>
    public void Dispose()
    {
    }

    private async IAsyncEnumerable<ChatResponseUpdate> AskAsync(
        List<ChatMessage> messages,
        string? conversationId,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var id = conversationId ?? _options.NewConversationId();
        var request = FinRequest.Of(messages, id, conversationId is null, _user, _options);
        var updates = new FinUpdates(id);
        var events = FinStream.StreamAsync<JsonElement, IntercomValue>(
            _connection,
            token => _connection.SendElementAsync(request, _options.Request, token),
            static reply => reply.TryGetProperty("sse_subscription_url", out var url) ? url.GetString() : null,
            _options.Stream,
            _options.Request,
            cancellationToken);
        await foreach (var e in events.ConfigureAwait(false))
            yield return updates.Of(e);
    }

    private static void Withdraw(List<ChatResponseUpdate> updates, ChatResponseUpdate by)
    {
        foreach (var update in updates.Where(update => FinUpdates.Stream(update) == FinUpdates.Stream(by)))
        {
            update.Contents.Clear();
            update.MessageId = by.MessageId;
        }
    }
}
