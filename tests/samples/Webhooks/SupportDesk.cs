using Intercom;
using Intercom.Models;
using Intercom.Webhooks;

namespace Webhooks;

/// <summary>What is done about what Intercom tells. An exception fails the delivery, which Intercom then repeats once, after a minute.</summary>
internal sealed partial class SupportDesk(IntercomClient intercom, ILogger<SupportDesk> log)
{
    private readonly ILogger _log = log;

    public Task ReadAsync(WebhookNotification<Conversation> notification, CancellationToken cancellationToken)
    {
        var message = notification.Item.Source;
        Written(message?.Author?.Name, message?.Body);
        return Task.CompletedTask;
    }

    /// <summary>Decides by a rule. What the rule is not for is left to the inbox: wherever it comes from, the first answer counts.</summary>
    public async Task DecideAsync(WebhookNotification<ProcedureHitlRequest> notification, CancellationToken cancellationToken)
    {
        var answer = HitlReply.To(notification);
        Asked(notification.Item.ProcedureName, answer.Question);
        if (notification.Item.ProcedureName != "Goodwill credit" || answer.IsExpired)
            return;

        answer.Set("Approve", true).Set("Amount", 10.00m).Set("Paid as", "Account credit");
        try
        {
            await intercom.Procedures.CollectAgentInputAsync(answer.ConversationId!, answer.As<CollectAgentInputRequest>(), cancellationToken: cancellationToken);
            Answered("approved: 10.00 as account credit");
        }
        catch (IntercomConflictException)
        {
            Answered("somebody else has answered first");
        }
    }

    public Task FollowAsync(FinEvent e, CancellationToken cancellationToken)
    {
        if (e.Value is FinReplied { Message: { } message })
            Written("Fin", message.Body);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "{Author} writes: {Text}")]
    private partial void Written(string? author, string? text);

    [LoggerMessage(LogLevel.Information, "The procedure \"{Procedure}\" asks: {Question}")]
    private partial void Asked(string? procedure, string? question);

    [LoggerMessage(LogLevel.Information, "The procedure's question: {Outcome}")]
    private partial void Answered(string outcome);
}
