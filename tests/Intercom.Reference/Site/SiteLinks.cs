using System.Net;
using System.Text.RegularExpressions;

namespace Intercom.Reference.Site;

/// <summary>Follows the links of a site, page by page.</summary>
internal static partial class SiteLinks
{
    /// <summary>How many links within the site there are, and those that lead nowhere.</summary>
    public static (int Pages, int Links, IReadOnlyList<string> Broken) Follow(string site)
    {
        var pages = Directory.EnumerateFiles(site, "*.html", SearchOption.AllDirectories)
            .ToDictionary(static file => file, static file => File.ReadAllText(file));
        var anchors = pages.ToDictionary(
            static page => page.Key,
            static page => Anchor().Matches(page.Value).Select(static anchor => anchor.Groups[1].Value).ToHashSet());
        var links = pages.SelectMany(static page => LinksOf(page.Value).Select(link => (page.Key, Link: link))).ToList();
        var broken = links.Where(one => !Leads(one.Key, one.Link, anchors)).Select(one => $"{Path.GetRelativePath(site, one.Key)} → {one.Link}");
        return (pages.Count, links.Count, broken.ToList());
    }

    private static IEnumerable<string> LinksOf(string html) =>
        Link().Matches(html).Select(static link => WebUtility.HtmlDecode(link.Groups[1].Value)).Where(IsWithin);

    private static bool Leads(string from, string link, Dictionary<string, HashSet<string>> anchors)
    {
        var parts = link.Split('#');
        var path = Uri.UnescapeDataString(parts[0]);
        var target = path.Length == 0 ? from : Path.GetFullPath(path, Path.GetDirectoryName(from)!);
        return File.Exists(target)
            && (parts is [_] or [_, ""] || !anchors.TryGetValue(target, out var known) || known.Contains(parts[1]));
    }

    private static bool IsWithin(string link) => link.Length > 0 && !link.Contains(':') && !link.StartsWith("//", StringComparison.Ordinal);

    [GeneratedRegex("\\s(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("\\sid=\"([^\"]*)\"")]
    private static partial Regex Anchor();
}
