// Receives Intercom's webhooks and Fin's events, and answers a procedure of Fin that waits for a human.
// With a section Intercom in the configuration (AccessToken, ClientSecret, and where they apply Region and FinSecret) it is the server that Intercom posts to:
//   Intercom__AccessToken=… Intercom__ClientSecret=… dotnet run --project tests/samples/Webhooks
// Without one it shows itself at work, against a fake Intercom inside the process.
using Intercom;
using Intercom.Models;
using Webhooks;

var builder = WebApplication.CreateBuilder(args);
var settings = builder.Configuration.GetSection("Intercom");
await using var demonstration = settings.Exists() ? null : await Demonstration.ConfigureAsync(builder);

builder.Services.AddIntercom<IntercomClient>(settings);
builder.Services.AddSingleton<SupportDesk>();

await using var app = builder.Build();
var desk = app.Services.GetRequiredService<SupportDesk>();
app.MapIntercomWebhooks("/intercom", webhooks =>
{
    webhooks.Options.ClientSecrets.Add(settings["ClientSecret"]);
    webhooks.On([WebhookTopics.ConversationUserCreated, WebhookTopics.ConversationUserReplied], desk.ReadAsync);
    webhooks.On(WebhookTopics.ProcedureHitlNotificationCreated, desk.DecideAsync);
});
if (settings["FinSecret"] is { } finSecret)
    app.MapFinWebhooks<FinEvent>("/fin", desk.FollowAsync, options => options.FinSecrets.Add(finSecret));

if (demonstration is not null)
    return await demonstration.PlayAsync(app);
await app.RunAsync();
return 0;
