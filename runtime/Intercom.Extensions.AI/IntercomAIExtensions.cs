using Intercom.Extensions.AI;
using Microsoft.Extensions.AI;

namespace Intercom;

/// <summary>Intercom beside language models.</summary>
public static class IntercomAIExtensions
{
    /// <summary>Fin as a chat client.</summary>
    /// <typeparam name="TClient">The client of Intercom.</typeparam>
    /// <param name="client">The client of Intercom.</param>
    /// <param name="user">For whom Fin is asked.</param>
    /// <param name="options">How; null for the defaults.</param>
    public static IChatClient AsFinChatClient<TClient>(this TClient client, FinChatUser user, FinChatOptions? options = null)
        where TClient : IIntercomClient<TClient>
    {
        ArgumentNullException.ThrowIfNull(client);
        return new FinChatClient(client.Connection, user, options);
    }

    /// <summary>Operations as tools for a language model. Only those that read; with <see cref="IntercomToolOptions"/>, others as
    /// well.</summary>
    /// <typeparam name="TClient">The client of Intercom.</typeparam>
    /// <param name="client">The client of Intercom, whose options bound each call.</param>
    /// <param name="operations">The operations: <c>GET /contacts/{id}</c>.</param>
    /// <exception cref="ArgumentException">The document has no such operation, or it changes something.</exception>
    public static IList<AITool> AsTools<TClient>(this TClient client, params string[] operations)
        where TClient : IIntercomClient<TClient> => client.AsTools(new IntercomToolOptions(), operations);

    /// <summary>Operations as tools for a language model.</summary>
    /// <typeparam name="TClient">The client of Intercom.</typeparam>
    /// <param name="client">The client of Intercom, whose options bound each call.</param>
    /// <param name="options">How the tools call.</param>
    /// <param name="operations">The operations: <c>GET /contacts/{id}</c>.</param>
    /// <exception cref="ArgumentException">The document has no such operation, or it changes something and the options do not allow
    /// that.</exception>
    public static IList<AITool> AsTools<TClient>(this TClient client, IntercomToolOptions options, params string[] operations)
        where TClient : IIntercomClient<TClient>
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(operations);
        options.Check();
        var document = options.Document is { } text ? new ToolDocument(text) : ToolDocument.Bundled;
        return [.. operations.Select(operation => new IntercomTool(client.Connection, document.Operation(operation), options))];
    }
}
