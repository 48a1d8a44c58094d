using System.Text.RegularExpressions;
using Intercom.Reference.Site;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Reference.Tests;

/// <summary>What the site is made of holds together before it is made.</summary>
public sealed partial class SiteSourcesTests(ITestOutputHelper output)
{
    [Fact]
    public void What_a_page_links_to_is_taken_along()
    {
        var folder = Directory.CreateTempSubdirectory("site-sources-").FullName;
        try
        {
            SiteSources.Write(folder, "assemblies", "site");
            var links = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
                .SelectMany(static page => Link().Matches(Fence().Replace(File.ReadAllText(page), ""))
                    .Select(link => (Page: page, To: link.Groups[1].Value)))
                .Where(static link => !link.To.Contains(':', StringComparison.Ordinal) && link.To != "api/toc.yml")
                .ToList();
            output.WriteLine($"{links.Count} links");
            Assert.True(links.Count > 50);
            Assert.Empty(links
                .Where(static link => !Path.Exists(Path.GetFullPath(link.To, Path.GetDirectoryName(link.Page)!)))
                .Select(link => $"{Path.GetRelativePath(folder, link.Page)} links to {link.To}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    // Of an anchor, the page that it is on.
    [GeneratedRegex("\\]\\(([^)\\s#]+)")]
    private static partial Regex Link();
}
