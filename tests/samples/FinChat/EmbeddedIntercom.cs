using Intercom;
using Intercom.Models;
using Intercom.Testing;

namespace FinChat;

/// <summary>An Intercom inside the process: Fin answers one question, and a procedure asks a human on the way.</summary>
internal sealed class EmbeddedIntercom : IAsyncDisposable
{
    public const string Question = "I was charged twice for my May invoice. Can I have one of the payments back?";

    private static readonly ProcedureHitlRequest Refund = new()
    {
        ConversationId = "215470",
        StepId = "step-approve-refund",
        ProcedureName = "Refund a double charge",
        HitlQuestion = "Ada Lovelace paid $49 twice on 3 May. Refund one of the payments?",
        AttributesToCollect =
        [
            new() { Identifier = "workflow_local_variables.approve", Name = "Approve refund", DataType = HitlAttributeDataType.Boolean },
            new()
            {
                Identifier = "workflow_local_variables.target",
                Name = "Pay to",
                DataType = HitlAttributeDataType.List,
                Options = [new() { Id = "card", Label = "Original card" }, new() { Id = "credit", Label = "Account credit" }],
            },
            new() { Identifier = "workflow_local_variables.note", Name = "Note", DataType = HitlAttributeDataType.String },
        ],
        CallbackUrl = "https://api.intercom.io/procedures/215470/collect_agent_input",
    };

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(30);

    private readonly FakeIntercom _fake;
    private readonly TaskCompletionSource<string> _answer = new();

    private EmbeddedIntercom(FakeIntercom fake) => _fake = fake;

    public IntercomClientOptions Options => _fake.Options;

    public FakeCalls Calls => _fake.Calls;

    /// <summary>Where webhooks are posted to.</summary>
    public Uri? WebhookAddress { get; set; }

    /// <summary>What the procedure was answered, as JSON; null as long as it was not.</summary>
    public string? HumanAnswer => _answer.Task.IsCompletedSuccessfully ? _answer.Task.Result : null;

    public static async Task<EmbeddedIntercom> StartAsync()
    {
        var fake = await FakeIntercom.StartAsync();
        var embedded = new EmbeddedIntercom(fake);
        fake.On("POST /fin/start").Streams(embedded.Script());
        fake.On("POST /procedures/{conversation_id}/collect_agent_input").Returns(call =>
        {
            embedded._answer.TrySetResult(call.Text);
            return FakeAnswer.Json("{}");
        });
        return embedded;
    }

    public ValueTask DisposeAsync() => _fake.DisposeAsync();

    private FinScript Script()
    {
        var script = _fake.FinStream("215470");
        Write(script, "I see two payments of $49 on 3 May for the same invoice. A colleague has to approve refunds of this size, so I am asking one right now.");
        script.Do(token => Task.Delay(10 * Pace, token)).Do(AskHumanAsync).Until(_answer.Task);
        Write(script, "Good news: your refund of $49 is approved and on its way to your card. It takes three to five working days.");
        return script.Status("resolved").Status("complete");
    }

    private async Task AskHumanAsync(CancellationToken cancellationToken)
    {
        var webhook = FakeWebhook.Notification(WebhookTopics.ProcedureHitlNotificationCreated, Refund);
        using var response = await webhook.SendAsync(_fake.HttpClient, WebhookAddress!, cancellationToken);
    }

    private static void Write(FinScript script, string text)
    {
        for (var end = text.IndexOf(' ', StringComparison.Ordinal); end >= 0; end = text.IndexOf(' ', end + 1))
            script.Chunks(text[..end]).Do(token => Task.Delay(Pace, token));
        script.Chunks(text).Replied($"<p>{text}</p>");
    }
}
