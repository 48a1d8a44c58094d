using System.Text;
using Intercom;
using Intercom.Models;
using Intercom.Testing;
using Intercom.Webhooks;

namespace FinChat;

/// <summary>An Intercom inside the process: Fin answers one question, and a procedure asks a human on the way.</summary>
internal sealed class EmbeddedIntercom : IAsyncDisposable
{
    public const string Question = "I was charged twice for my May invoice. Can I have one of the payments back?";

    private const string Procedure = """
        {
          "type": "procedure.hitl_notification",
          "app_id": "fake-app",
          "conversation_id": "215470",
          "step_id": "step-approve-refund",
          "procedure_name": "Refund a double charge",
          "hitl_question": "Ada Lovelace paid $49 twice on 3 May. Refund one of the payments?",
          "attributes_to_collect": [
            { "type": "data_attribute", "identifier": "workflow_local_variables.approve", "name": "Approve refund", "label": "Approve refund", "data_type": "boolean" },
            { "type": "data_attribute", "identifier": "workflow_local_variables.target", "name": "Pay to", "label": "Pay to", "data_type": "list",
              "options": [ { "id": "card", "label": "Original card" }, { "id": "credit", "label": "Account credit" } ] },
            { "type": "data_attribute", "identifier": "workflow_local_variables.note", "name": "Note", "label": "Note", "data_type": "string" }
          ],
          "callback_url": "https://api.intercom.io/procedures/215470/collect_agent_input",
          "expires_at": null,
          "priority": "not_priority"
        }
        """;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(30);

    private readonly FakeIntercom _fake;

    private EmbeddedIntercom(FakeIntercom fake) => _fake = fake;

    public IntercomClientOptions Options => _fake.Options;

    public FakeCalls Calls => _fake.Calls;

    /// <summary>Gets the webhook of the procedure that needs a human.</summary>
    public Func<WebhookNotification<ProcedureHitlRequest>, CancellationToken, Task> OnHumanNeeded { get; set; } = (_, _) => Task.CompletedTask;

    public static async Task<EmbeddedIntercom> StartAsync()
    {
        var fake = await FakeIntercom.StartAsync();
        var embedded = new EmbeddedIntercom(fake);
        var answered = new TaskCompletionSource();
        var script = fake.FinStream("215470");
        Write(script, "I see two payments of $49 on 3 May for the same invoice. A colleague has to approve refunds of this size, so I am asking one right now.");
        script.Do(token => Task.Delay(10 * Pace, token)).Do(token => embedded.OnHumanNeeded(Webhook(), token)).Until(answered.Task);
        Write(script, "Good news: your refund of $49 is approved and on its way to your card. It takes three to five working days.");
        script.Status("resolved").Status("complete");

        fake.On("POST /fin/start").Streams(script);
        fake.On("POST /procedures/{conversation_id}/collect_agent_input").Returns(_ =>
        {
            answered.TrySetResult();
            return FakeAnswer.Json("{}");
        });
        return embedded;
    }

    public ValueTask DisposeAsync() => _fake.DisposeAsync();

    private static void Write(FinScript script, string text)
    {
        for (var end = text.IndexOf(' ', StringComparison.Ordinal); end >= 0; end = text.IndexOf(' ', end + 1))
            script.Chunks(text[..end]).Do(token => Task.Delay(Pace, token));
        script.Chunks(text).Replied($"<p>{text}</p>");
    }

    private static WebhookNotification<ProcedureHitlRequest> Webhook() => WebhookNotification
        .Parse(Encoding.UTF8.GetBytes(FakeWebhook.Notification(WebhookTopics.ProcedureHitlNotificationCreated.Name, Procedure).Body))
        .About<ProcedureHitlRequest>();
}
