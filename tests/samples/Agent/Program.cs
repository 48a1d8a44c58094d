using Agent;
using Intercom;
using Intercom.Testing;
using Microsoft.Extensions.AI;

// An agent that finds a contact and drafts a reply. The model is scripted, and Intercom a fake: nothing leaves this machine.
await using var fake = await FakeIntercom.StartAsync();
fake.On("POST /contacts/search").Returns(200, """
    { "type": "list", "data": [{ "type": "contact", "id": "42", "name": "Ada Lovelace", "email": "ada@example.com" }], "total_count": 1 }
    """);

var intercom = new IntercomClient(fake.Options);
var tools = intercom.AsTools("POST /contacts/search", "GET /contacts/{id}");
using var agent = new ScriptedModel().AsBuilder().UseFunctionInvocation().Build();

const string Wish = "Draft a reply to ada@example.com: her order is on its way.";
Console.WriteLine($"You    {Wish}");
var answer = await agent.GetResponseAsync(Wish, new ChatOptions { Tools = tools });
foreach (var content in answer.Messages.SelectMany(static message => message.Contents))
    Console.WriteLine(content switch
    {
        FunctionCallContent call => $"Model  calls {call.Name}",
        FunctionResultContent result => $"Tool   {result.Result}",
        TextContent text => $"Model  {text.Text}",
        _ => content.ToString(),
    });

return fake.Calls.Count == 1 && answer.Text.Contains("Dear Ada", StringComparison.Ordinal) ? 0 : 1;
