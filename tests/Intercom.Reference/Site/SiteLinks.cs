using System.Net;
using System.Text.RegularExpressions;

namespace Intercom.Reference.Site;

/// <summary>Follows the links of a site, page by page.</summary>
internal static partial class SiteLinks
{
    /// <summary>How many links within the site there are, and those that lead nowhere.</summary>
    public static (int Pages, int Links, IReadOnlyList<string> Broken) Follow(string site)
    {
        var pages = Directory.EnumerateFiles(site, "*.html", SearchOption.AllDirectories).ToDictionary(static file => file, static file => File.ReadAllText(file));
        var anchors = pages.ToDictionary(static page => page.Key, static page => Anchor().Matches(page.Value).Select(static anchor => anchor.Groups[1].Value).ToHashSet());
        var broken = new List<string>();
        var links = 0;
        foreach (var (file, html) in pages)
            foreach (var link in Link().Matches(html).Select(static link => WebUtility.HtmlDecode(link.Groups[1].Value)).Where(IsWithin))
            {
                links++;
                var parts = link.Split('#');
                var target = parts[0].Length == 0 ? file : Path.GetFullPath(Uri.UnescapeDataString(parts[0]), Path.GetDirectoryName(file)!);
                var leads = File.Exists(target) && (parts.Length == 1 || parts[1].Length == 0 || !anchors.TryGetValue(target, out var known) || known.Contains(parts[1]));
                if (!leads)
                    broken.Add($"{Path.GetRelativePath(site, file)} → {link}");
            }

        return (pages.Count, links, broken);
    }

    private static bool IsWithin(string link) => link.Length > 0 && !link.Contains(':', StringComparison.Ordinal) && !link.StartsWith("//", StringComparison.Ordinal);

    [GeneratedRegex("\\s(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("\\sid=\"([^\"]*)\"")]
    private static partial Regex Anchor();
}
