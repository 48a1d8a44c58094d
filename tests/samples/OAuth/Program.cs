// Lets other workspaces install an app: /login sends their owner to Intercom, /callback makes a token of the code that they come back with.
// With a section Intercom in the configuration (ClientId, ClientSecret) it is that app, whose redirect URL ends with /callback:
//   Intercom__ClientId=… Intercom__ClientSecret=… dotnet run --project tests/samples/OAuth
// Without one it shows itself at work, against a fake Intercom inside the process.
using OAuth;

var builder = WebApplication.CreateBuilder(args);
var settings = builder.Configuration.GetSection("Intercom");
await using var demonstration = settings.Exists() ? null : await Demonstration.ConfigureAsync(builder);

await using var app = builder.Build();
var installation = new Installation(settings);
app.MapGet("/login", installation.Login);
app.MapGet("/callback", installation.CallbackAsync);

if (demonstration is not null)
    return await demonstration.PlayAsync(app);
await app.RunAsync();
return 0;
