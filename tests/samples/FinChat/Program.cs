// Asks Fin a question, shows the answer while Fin writes it, and answers what a procedure of Fin asks a human on the way.
// It runs against a fake Intercom inside the process; with INTERCOM_ACCESS_TOKEN (and INTERCOM_REGION: US, EU, AU) against your workspace.
using FinChat;
using Intercom;
using Intercom.Models;
using Intercom.Testing;
using Intercom.Webhooks;

var screen = new Screen();
if (!IntercomRegions.TryParse(Variable("INTERCOM_REGION") ?? "US", out var region))
    return screen.Failure($"INTERCOM_REGION is '{Variable("INTERCOM_REGION")}'. The regions are US, EU and AU. Nothing was sent.");

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

var finHasReplied = new TaskCompletionSource();
var token = Variable("INTERCOM_ACCESS_TOKEN");
await using var fake = token is null ? await EmbeddedIntercom.StartAsync() : null;
var intercom = new IntercomClient(fake?.Options ?? new IntercomClientOptions { AccessToken = token, Region = region });
await using var listener = fake is null ? null : await WebhookListener.StartAsync(FakeWebhook.ClientSecret, AnswerProcedureAsync);

screen.Title("Fin chat", $"{(fake is null ? "Intercom" : "a fake Intercom")} at {intercom.Connection.BaseAddress}{(listener is null ? "" : $", webhooks at {listener.Address}")}");
if (fake is not null)
    fake.WebhookAddress = listener!.Address;
else
    screen.Hint("A procedure that needs a human says so in a webhook, for which this program has no public address: see the sample Webhooks.");

var events = new Dictionary<string, int>();
try
{
    await ChatAsync(args.Length > 0 ? string.Join(' ', args) : fake is null ? screen.Ask("Your question") : EmbeddedIntercom.Question);
    screen.Summary(events, fake?.Calls, fake?.HumanAnswer);
    return 0;
}
catch (IntercomException e)
{
    return screen.Failure(e.Message);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return screen.Failure("Stopped.");
}

async Task ChatAsync(string question)
{
    screen.Says("You", question);
    var start = new StartFinConversationRequest
    {
        ConversationId = $"fin-chat-{Guid.NewGuid():N}",
        Message = new() { Author = FinMessageAuthor.User, Body = question },
        User = new() { Id = "fin-chat-ada", Name = "Ada Lovelace" },
    };
    await foreach (var e in intercom.FinAgent.StartStreamingAsync(start, stop.Token))
    {
        events[e.Name] = events.GetValueOrDefault(e.Name) + 1;
        switch (e.Event.Value)
        {
            case FinReplyChunk when e.IsRewritten: screen.Rewrites("Fin", e.TextSoFar); break;
            case FinReplyChunk: screen.Writes("Fin", e.TextDelta); break;
            case FinReplied replied: screen.Said("Fin", replied.Message?.Body); finHasReplied.TrySetResult(); break;
            case FinStatusUpdated { Status: { } status, Reason: var reason }: screen.Note(reason is null ? $"Fin: {status}" : $"Fin: {status} ({reason})"); break;
            case FinCsatRequested: screen.Note("Fin asks how it did."); break;
            default: screen.Note($"{e.Name}: {e.Raw}"); break;
        }
    }
}

// Called for each webhook about a procedure that waits for a human, its signature checked.
async Task AnswerProcedureAsync(WebhookNotification<ProcedureHitlRequest> notification, CancellationToken cancellationToken)
{
    // The webhook may overtake what Fin still says.
    await finHasReplied.Task.WaitAsync(cancellationToken);
    var answer = HitlReply.To(notification);
    screen.Asks(answer.Question, [.. answer.Fields.Select(field => field.ToString()), $"asked by the webhook {notification.Topic}, its signature valid"]);

    screen.Says("Grace", "Approved, to the original card.");
    answer.Set("Approve refund", true).Set("Pay to", "Original card").Set("Note", "Sorry, Ada!");
    await intercom.Procedures.CollectAgentInputAsync(answer.ConversationId!, answer.As<CollectAgentInputRequest>(), cancellationToken: cancellationToken);
}

static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
