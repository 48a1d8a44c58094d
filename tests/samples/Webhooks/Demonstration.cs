using System.Net;
using Intercom;
using Intercom.Models;
using Intercom.Testing;

namespace Webhooks;

/// <summary>Shows the server at work: a fake Intercom posts to it, and is called back by it.</summary>
internal sealed partial class Demonstration : IAsyncDisposable
{
    private const string CollectInput = "POST /procedures/{conversation_id}/collect_agent_input";

    private static readonly Conversation Question = new()
    {
        Id = "215471",
        Source = new() { Author = new() { Name = "Ada Lovelace" }, Body = "My order came nine days late." },
    };

    private static readonly ProcedureHitlRequest Credit = new()
    {
        ConversationId = "215471",
        StepId = "step-approve-credit",
        ProcedureName = "Goodwill credit",
        HitlQuestion = "Ada's order came nine days late. Give her a credit, and how much?",
        AttributesToCollect =
        [
            new() { Identifier = "workflow_local_variables.approve", Name = "Approve", DataType = HitlAttributeDataType.Boolean },
            new() { Identifier = "workflow_local_variables.amount", Name = "Amount", DataType = HitlAttributeDataType.Decimal },
            new()
            {
                Identifier = "workflow_local_variables.paid_as",
                Name = "Paid as",
                DataType = HitlAttributeDataType.List,
                Options = [new() { Id = "voucher", Label = "Voucher" }, new() { Id = "credit", Label = "Account credit" }],
            },
        ],
    };

    private static readonly FinReplied Reply = new()
    {
        ConversationId = "order-4711",
        Message = new() { Id = "message-1", Body = "You have a credit of $10.00. Sorry for the wait!" },
    };

    private readonly FakeIntercom _fake;
    private ILogger _log = null!;

    private Demonstration(FakeIntercom fake) => _fake = fake;

    /// <summary>Starts the fake, and configures the server for it as it would be for Intercom.</summary>
    public static async Task<Demonstration> ConfigureAsync(WebApplicationBuilder builder)
    {
        var fake = await FakeIntercom.StartAsync();
        fake.On(CollectInput).Returns(200, "{}");
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddConsole(console => console.FormatterName = TwoColumns.Name).AddConsoleFormatter<TwoColumns, TwoColumns.Options>();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Intercom:AccessToken"] = FakeIntercom.AccessToken,
            ["Intercom:BaseAddress"] = fake.BaseAddress.AbsoluteUri,
            ["Intercom:Webhooks:ClientSecrets"] = FakeWebhook.ClientSecret,
            ["Intercom:Webhooks:FinSecrets"] = FakeWebhook.FinSecret,
            ["Logging:LogLevel:Microsoft"] = "Warning",
            ["Logging:LogLevel:System"] = "Warning",
            ["Logging:LogLevel:Intercom.Webhooks"] = "Debug",
        });
        return new Demonstration(fake);
    }

    /// <summary>Posts webhooks to the server, and gives the program's exit code.</summary>
    public async Task<int> PlayAsync(WebApplication app)
    {
        _log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Fake Intercom");
        await app.StartAsync();
        var server = new Uri(app.Urls.Single());
        Starts(_fake.BaseAddress, server);
        var message = FakeWebhook.Notification(WebhookTopics.ConversationUserCreated, Question);
        var isRight =
            await PostAsync(message, "conversation.user.created", new(server, "intercom"), HttpStatusCode.OK)
            & await PostAsync(message, "the same once more", new(server, "intercom"), HttpStatusCode.OK)
            & await PostAsync(message.Forged(), "a forged one", new(server, "intercom"), HttpStatusCode.Unauthorized)
            & await PostAsync(FakeWebhook.Notification(WebhookTopics.ProcedureHitlNotificationCreated, Credit), "procedure.hitl_notification.created", new(server, "intercom"), HttpStatusCode.OK)
            & await PostAsync(FakeWebhook.FinEvent(Reply), "fin_replied", new(server, "fin"), HttpStatusCode.OK);
        foreach (var call in _fake.Calls)
            Received(call, call.Text);
        return isRight && _fake.Calls.All(CollectInput).Count == 1 ? 0 : 1;
    }

    public ValueTask DisposeAsync() => _fake.DisposeAsync();

    private async Task<bool> PostAsync(FakeWebhook webhook, string what, Uri address, HttpStatusCode expected)
    {
        Posts(what, address.AbsolutePath);
        using var response = await webhook.SendAsync(_fake.HttpClient, address);
        IsAnswered((int)response.StatusCode, response.StatusCode);
        return response.StatusCode == expected;
    }

    [LoggerMessage(LogLevel.Information, "is at {Address}, this server at {Server}")]
    private partial void Starts(Uri address, Uri server);

    [LoggerMessage(LogLevel.Information, "posts {What} to {Address}")]
    private partial void Posts(string what, string address);

    [LoggerMessage(LogLevel.Information, "is answered {Code} {Status}")]
    private partial void IsAnswered(int code, HttpStatusCode status);

    [LoggerMessage(LogLevel.Information, "was called: {Call} {Body}")]
    private partial void Received(FakeCall call, string body);
}
