// Keeps Intercom's webhooks in the application's own SQLite database before it answers, and handles them from there:
// what a handler changes, and that the webhook was handled, is one transaction. What fails is repeated, then dead, then put back.
// It shows itself at work and ends; with --serve it stays, and the inbox is at /intercom/inbox for a browser.
using Inbox;
using Intercom;
using Intercom.AspNetCore;
using Intercom.Models;
using Intercom.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

var file = Path.Combine(Path.GetTempPath(), $"inbox-{Guid.NewGuid():N}.db");
var isMended = false;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddDbContext<Shop>(options => options.UseSqlite($"Data Source={file}"));
builder.Services.AddIntercomWebhookInbox<Shop>(inbox =>
{
    inbox.MaxAttempts = 3;
    inbox.Concurrency = 1;
    inbox.PollInterval = inbox.RetryDelay = TimeSpan.FromMilliseconds(100);
});
builder.Services.AddAuthentication(SignedIn.Name).AddScheme<AuthenticationSchemeOptions, SignedIn>(SignedIn.Name, null);
builder.Services.AddAuthorization();

await using var app = builder.Build();
await using (var scope = app.Services.CreateAsyncScope())
    await scope.ServiceProvider.GetRequiredService<Shop>().Database.EnsureCreatedAsync();
app.UseAuthentication();
app.UseAuthorization();
app.MapIntercomWebhooks("/intercom", webhooks =>
{
    webhooks.Options.ClientSecrets.Add(FakeWebhook.ClientSecret);
    webhooks.On(WebhookTopics.ContactUserCreated, async (notification, services, ct) =>
    {
        var shop = services.GetRequiredService<Shop>();
        shop.Customers.Add(new Customer { Id = notification.Item.Id, Email = notification.Item.Email! });
        await shop.SaveChangesAsync(ct);
        if (!isMended && notification.Item.Email!.StartsWith("grace", StringComparison.Ordinal))
            throw new InvalidOperationException("The mail server refuses the address.");
    });
});
app.MapIntercomWebhookInbox("/intercom/inbox");

await app.StartAsync();
try
{
    var exitCode = await new Demonstration(app, () => isMended = true).PlayAsync();
    if (args.Contains("--serve"))
    {
        Console.WriteLine($"\nThe inbox is at {app.Urls.Single()}/intercom/inbox. Ctrl+C ends the program.");
        await app.WaitForShutdownAsync();
    }

    return exitCode;
}
finally
{
    await app.StopAsync();
    Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    File.Delete(file);
}
