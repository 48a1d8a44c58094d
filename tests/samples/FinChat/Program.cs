// Asks Fin a question, shows the answer while Fin writes it, and answers what a procedure of Fin asks a human.
// It runs against an Intercom inside the process; with INTERCOM_ACCESS_TOKEN (and INTERCOM_REGION: US, EU, AU) against yours.
using FinChat;
using Intercom;
using Intercom.Models;
using Intercom.Webhooks;

var token = Environment.GetEnvironmentVariable("INTERCOM_ACCESS_TOKEN");
await using var embedded = string.IsNullOrEmpty(token) ? await EmbeddedIntercom.StartAsync() : null;
var intercom = new IntercomClient(embedded?.Options ?? new IntercomClientOptions
{
    AccessToken = token,
    Region = Enum.TryParse<IntercomRegion>(Environment.GetEnvironmentVariable("INTERCOM_REGION"), ignoreCase: true, out var region) ? region : IntercomRegion.US,
});

var screen = new Screen();
screen.Title("Fin chat", $"{(embedded is null ? "Intercom" : "an embedded Intercom")} at {intercom.Connection.BaseAddress}");
if (embedded is not null)
    embedded.OnHumanNeeded = AnswerProcedureAsync;
else
    screen.Hint("When a procedure needs a human, Intercom sends the webhook procedure.hitl_notification.created; this program has no address for it.");

var question = args.Length > 0 ? string.Join(' ', args) : embedded is null ? screen.Ask("Your question") : EmbeddedIntercom.Question;
var events = new Dictionary<string, int>();
try
{
    await AskAsync(question);
    screen.Summary(events, embedded?.Calls);
    return 0;
}
catch (IntercomException e)
{
    screen.Failure(e.Message);
    return 1;
}

async Task AskAsync(string text)
{
    screen.Says("You", text);
    var started = await intercom.FinAgent.StartAsync(new StartFinConversationRequest
    {
        ConversationId = $"fin-chat-{Guid.NewGuid():N}",
        Message = new() { Author = FinAgentMessageAuthor.User, Body = text },
        User = new() { Id = "fin-chat-ada", Name = "Ada Lovelace" },
    });
    if (started.SseSubscriptionUrl is not { } url)
    {
        screen.Hint("Fin is thinking, but this workspace has event streams switched off; the answer goes to its webhook.");
        return;
    }

    await foreach (var e in intercom.SubscribeAsync(url))
    {
        events[e.Name] = events.GetValueOrDefault(e.Name) + 1;
        switch (e.Event.Value)
        {
            case FinReplyChunk when e.IsRewritten: screen.Rewrites("Fin", e.TextSoFar); break;
            case FinReplyChunk: screen.Writes("Fin", e.TextDelta); break;
            case FinReplied replied: screen.Said("Fin", replied.Message?.Body); break;
            case FinStatusUpdated { Status: { } status, Reason: var reason }: screen.Note(reason is null ? $"Fin: {status.Value}" : $"Fin: {status.Value} ({reason})"); break;
            case FinCsatRequested: screen.Note("Fin asks how it did."); break;
            default: screen.Note($"{e.Name}: {e.Raw}"); break;
        }
    }
}

// In a web application this is the handler of the webhook procedure.hitl_notification.created.
async Task AnswerProcedureAsync(WebhookNotification<ProcedureHitlRequest> notification, CancellationToken cancellationToken)
{
    var answer = HitlReply.To(notification);
    screen.Asks(answer.Question, answer.Fields.Select(field => field.ToString()));
    answer.Set("Approve refund", true).Set("Pay to", "Original card").Set("Note", "Both charges are there. Sorry, Ada!");
    await intercom.Procedures.CollectAgentInputAsync(answer.ConversationId!, answer.As<CollectAgentInputRequest>(), cancellationToken: cancellationToken);
    screen.Says("Grace", "Approved, to the original card.");
}
