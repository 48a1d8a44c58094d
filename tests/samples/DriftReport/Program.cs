// Reads what a workspace can be asked for, changes nothing, and tells where the answers differ from the types:
// a table, and an overlay that mends them.
// It runs against a fake Intercom inside the process; with INTERCOM_ACCESS_TOKEN (and INTERCOM_REGION: US, EU, AU) against your workspace.
using DriftReport;
using Intercom;

if (!IntercomRegions.TryParse(Variable("INTERCOM_REGION") ?? "US", out var region))
{
    Console.Error.WriteLine($"INTERCOM_REGION is '{Variable("INTERCOM_REGION")}'. The regions are US, EU and AU. Nothing was sent.");
    return 1;
}

var token = Variable("INTERCOM_ACCESS_TOKEN");
await using var fake = token is null ? await FakeWorkspace.StartAsync() : null;
using var http = new HttpClient(new OnlyGet());
var options = fake?.Options ?? new IntercomClientOptions { AccessToken = token, Region = region };
var log = new DriftLog();
options.HttpClient = http;
options.LimitRate = true;
options.OnDeviation = log.Add;

var workspace = new WorkspaceReader(new IntercomClient(options));
await workspace.ReadAsync();

Console.WriteLine(
    $"{(fake is null ? "Intercom" : "A fake Intercom")}: {workspace.Answered.Count} reads were answered, {workspace.Refused.Count} refused, "
    + $"{workspace.Left.Count} had nothing to read.");
foreach (var (method, why) in workspace.Refused)
    Console.WriteLine($"  {method}: {why}");
Console.WriteLine();
Console.Write(log.Drifts.Count == 0 ? "Everything that came is what the types say.\n" : log.ToString());
Console.WriteLine();
Console.Write(log.ToOverlay());
return 0;

static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
