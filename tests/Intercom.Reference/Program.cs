using System.Diagnostics;
using Intercom.Reference.Site;

// dotnet run --project tests/Intercom.Reference [-- folder]: makes the reference site, and follows its links.
var site = Path.GetFullPath(args is [var folder, ..] ? folder : Path.Combine(Repository.Root, "artifacts", "site"));
var sources = Path.Combine(Repository.Root, "artifacts", "reference");
if (Directory.Exists(sources))
    Directory.Delete(sources, recursive: true);
SiteSources.Write(sources, Path.GetDirectoryName(typeof(Intercom.IntercomClient).Assembly.Location)!, site);
foreach (var arguments in (string[])["tool restore", $"docfx \"{Path.Combine(sources, "docfx.json")}\""])
{
    using var dotnet = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Repository.Root })!;
    await dotnet.WaitForExitAsync();
    if (dotnet.ExitCode != 0)
        return dotnet.ExitCode;
}

var (pages, links, broken) = SiteLinks.Follow(site);
Console.WriteLine($"{pages} pages, {links} links, {broken.Count} of them broken: {site}");
foreach (var link in broken.Take(50))
    Console.WriteLine(link);
return broken.Count == 0 && pages > 0 ? 0 : 1;
