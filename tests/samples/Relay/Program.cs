// Relays Fin's answer to a browser while Fin writes it, as server-sent events; the token stays here.
// With INTERCOM_ACCESS_TOKEN (and INTERCOM_REGION: US, EU, AU) it serves a page where your workspace's Fin can be asked.
// Without a token a fake Intercom inside the process answers: the program reads its own stream and ends; with --serve it serves the page.
using Intercom;
using Intercom.Testing;
using Relay;

const string Serve = "--serve";
var builder = WebApplication.CreateBuilder([.. args.Where(static argument => argument != Serve)]);
var token = builder.Configuration["INTERCOM_ACCESS_TOKEN"] is { Length: > 0 } set ? set : null;
await using var fake = token is null ? await FakeFin.StartAsync() : null;
var isDemonstration = fake is not null && !args.Contains(Serve);
if (isDemonstration)
    Demonstration.Configure(builder);

builder.Services.AddIntercom<IntercomClient>(options =>
{
    options.AccessToken = token ?? FakeIntercom.AccessToken;
    options.Region = IntercomRegions.Parse(builder.Configuration["INTERCOM_REGION"] ?? "US");
    options.BaseAddress = fake?.Address;
});
builder.Services.AddSingleton<FinRelay>();

await using var app = builder.Build();
app.MapGet("/", static () => TypedResults.Stream(typeof(FinRelay).Assembly.GetManifestResourceStream("page.html")!, "text/html"));
app.MapGet("/ask", static (string question, FinRelay fin, CancellationToken left) =>
    TypedResults.ServerSentEvents(fin.AskAsync(question, left)));

if (isDemonstration)
    return await Demonstration.PlayAsync(app, fake!);
await app.RunAsync();
return 0;
