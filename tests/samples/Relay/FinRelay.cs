using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Intercom;
using Intercom.Models;

namespace Relay;

/// <summary>Asks Fin, and gives what a browser needs of the answer: events of a name and a text.</summary>
internal sealed partial class FinRelay(IntercomClient intercom, ILogger<FinRelay> log)
{
    private readonly ILogger _log = log;

    /// <summary>
    /// <c>text</c> is to be added to what is shown, <c>rewrite</c> to replace it, <c>reply</c> is the whole reply as HTML,
    /// <c>status</c> says what Fin does; <c>failed</c> and <c>end</c> are the last.
    /// </summary>
    public async IAsyncEnumerable<SseItem<string>> AskAsync(string question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = new StartFinConversationRequest
        {
            ConversationId = $"relay-{Guid.NewGuid():N}",
            Message = new() { Author = FinMessageAuthor.User, Body = question },
            // Here an application says who is logged in.
            User = new() { Id = "relay-visitor", Name = "Visitor" },
        };
        await using var events = intercom.FinAgent.StartStreamingAsync(start, cancellationToken: cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        var last = new SseItem<string>("", "end");
        while (true)
        {
            try
            {
                if (!await events.MoveNextAsync())
                    break;
            }
            catch (IntercomException e)
            {
                // A browser is told that it failed, not why: that may say more of the workspace than a visitor should know.
                Failed(e);
                last = new SseItem<string>("Fin cannot be reached.", "failed");
                break;
            }

            if (Relayed(events.Current) is { } item)
                yield return item;
        }

        yield return last;
    }

    private static SseItem<string>? Relayed(FinStreamEvent<FinEvent> e) => e.Event.Value switch
    {
        FinReplyChunk when e.IsRewritten => new(e.TextSoFar!, "rewrite"),
        FinReplyChunk => new(e.TextDelta!, "text"),
        FinReplied { Message.Body: { } html } => new(html, "reply"),
        FinStatusUpdated { Status: { } status } => new($"{status}", "status"),
        _ => null,
    };

    [LoggerMessage(LogLevel.Warning, "Fin's answer could not be relayed.")]
    private partial void Failed(Exception why);
}
