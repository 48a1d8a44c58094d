// Receives Intercom's webhooks and Fin's events, and answers a procedure of Fin that waits for a human.
// With a section Intercom in the configuration (AccessToken, Webhooks:ClientSecrets, and where they apply Region and Webhooks:FinSecrets) it is the server that Intercom posts to:
//   Intercom__AccessToken=… Intercom__Webhooks__ClientSecrets=… dotnet run --project tests/samples/Webhooks
// Without one it shows itself at work, against a fake Intercom inside the process.
using Intercom;
using Intercom.Models;
using Webhooks;

var builder = WebApplication.CreateBuilder(args);
var settings = builder.Configuration.GetSection("Intercom");
var webhookSettings = settings.GetSection("Webhooks");
await using var demonstration = settings.Exists() ? null : await Demonstration.ConfigureAsync(builder);

builder.Services.AddIntercom<IntercomClient>(settings);
builder.Services.AddIntercomWebhooks(webhookSettings);
builder.Services.AddSingleton<SupportDesk>();

await using var app = builder.Build();
var desk = app.Services.GetRequiredService<SupportDesk>();
app.MapIntercomWebhooks("/intercom", webhooks =>
{
    webhooks.On([WebhookTopics.ConversationUserCreated, WebhookTopics.ConversationUserReplied], desk.ReadAsync);
    webhooks.On(WebhookTopics.ProcedureHitlNotificationCreated, desk.DecideAsync);
});
if (webhookSettings.GetSection("FinSecrets").Exists())
    app.MapFinWebhooks<FinEvent>("/fin", desk.FollowAsync);

if (demonstration is not null)
    return await demonstration.PlayAsync(app);
await app.RunAsync();
return 0;
