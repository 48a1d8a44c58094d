// Copies a workspace's contacts to a SQLite database, page by page, and goes on where it was stopped.
// With INTERCOM_ACCESS_TOKEN (and INTERCOM_REGION: US, EU, AU) it copies yours to contacts.db; Ctrl+C stops it, the next run goes on.
// Without a token it shows that against a fake Intercom inside the process, in a database that it deletes.
using Intercom;
using Sync;

if (!IntercomRegions.TryParse(Variable("INTERCOM_REGION") ?? "US", out var region))
{
    Console.Error.WriteLine($"INTERCOM_REGION is '{Variable("INTERCOM_REGION")}'. The regions are US, EU and AU. Nothing was sent.");
    return 1;
}

if (Variable("INTERCOM_ACCESS_TOKEN") is not { } token)
    return await Demonstration.PlayAsync();

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

var copy = new ContactCopy(new IntercomClient(new IntercomClientOptions { AccessToken = token, Region = region }), "contacts.db");
try
{
    await copy.RunAsync(Console.WriteLine, stop.Token);
    return 0;
}
catch (IntercomException e)
{
    Console.Error.WriteLine($"{e.Message} The next run goes on from the last page that was saved.");
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("Stopped. The next run goes on from the last page that was saved.");
    return 1;
}

static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
