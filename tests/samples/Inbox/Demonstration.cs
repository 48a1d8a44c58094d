using Intercom;
using Intercom.AspNetCore;
using Intercom.Models;
using Intercom.Testing;
using Microsoft.EntityFrameworkCore;

namespace Inbox;

/// <summary>Posts webhooks to the server as Intercom does, and tells what became of them.</summary>
internal sealed class Demonstration(WebApplication app, Action mend)
{
    private readonly IIntercomWebhookInbox _inbox = app.Services.GetRequiredService<IIntercomWebhookInbox>();

    /// <summary>Gives the program's exit code.</summary>
    public async Task<int> PlayAsync()
    {
        using var http = new HttpClient();
        var server = new Uri(app.Urls.Single());
        var ada = FakeWebhook.Notification(WebhookTopics.ContactUserCreated, new Contact { Id = "1", Email = "ada@example.com" });
        var grace = FakeWebhook.Notification(WebhookTopics.ContactUserCreated, new Contact { Id = "2", Email = "grace@example.com" });
        foreach (var (webhook, what) in new[] { (ada, "Ada signs up"), (ada, "the same once more"), (grace, "Grace signs up") })
        {
            using var answer = await webhook.SendAsync(http, new Uri(server, "intercom"));
            Console.WriteLine($"{what,-20} answered {(int)answer.StatusCode}");
        }

        await UntilAsync(async () => (await _inbox.ListAsync(InboxState.Dead)).Count == 1);
        await TellAsync("While the address of Grace is refused:");
        mend();
        foreach (var dead in await _inbox.ListAsync(InboxState.Dead))
            await _inbox.PutBackAsync(dead.Id);
        await UntilAsync(async () => (await _inbox.ListAsync(InboxState.Done)).Count == 2);
        await TellAsync("Mended, and put back:");
        return (await CustomersAsync()).SequenceEqual(["ada@example.com", "grace@example.com"]) ? 0 : 1;
    }

    private async Task TellAsync(string when)
    {
        Console.WriteLine($"\n{when}");
        foreach (var entry in (await _inbox.ListAsync()).OrderBy(static entry => entry.Id))
            Console.WriteLine($"  {entry.Topic}  {entry.State}  attempts: {entry.Attempts}  {entry.Error?.Split('\n')[0]}");
        Console.WriteLine($"  customers: {string.Join(", ", await CustomersAsync())}");
    }

    private async Task<List<string>> CustomersAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Shop>().Customers.Select(static customer => customer.Email).Order().ToListAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await isSo())
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
    }
}
