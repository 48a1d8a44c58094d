using System.Text.RegularExpressions;
using Intercom.Tests;

namespace Intercom.Docs.Tests;

/// <summary>A page of documentation as it lies in the repository.</summary>
internal sealed partial class Page
{
    private static readonly Lazy<IReadOnlyList<Page>> InRepository = new(() => [.. Directory
        .EnumerateFiles(Repository.Root, "*.md")
        .Concat(new[] { "generator", "runtime", "specs" }.SelectMany(static folder => Files(Path.Combine(Repository.Root, folder))))
        // What the compiler reads of an analyzer is no page.
        .Where(static file => !Path.GetFileName(file).StartsWith("AnalyzerReleases", StringComparison.Ordinal))
        .Select(static file => new Page(file))]);

    private readonly string _file;

    private Page(string file)
    {
        _file = file;
        Name = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
        Text = File.ReadAllText(file).ReplaceLineEndings("\n");
    }

    public static IReadOnlyList<Page> All => InRepository.Value;

    public static Page Readme => Of("README.md");

    /// <summary>Whether it is what a package shows of itself, to which nothing need lead, and which can lead nowhere.</summary>
    public bool IsOfPackage => Name.Split('/') is ["runtime", _, "README.md"] or ["generator", "README.md"];

    /// <summary>The path from the repository's root.</summary>
    public string Name { get; }

    public string Text { get; }

    /// <summary>Where the page links to within the repository.</summary>
    public IEnumerable<string> Links => Link().Matches(Fence().Replace(Text, ""))
        .Select(static link => link.Groups[1].Value)
        .Where(static link => !link.Contains("://", StringComparison.Ordinal));

    public static Page Of(string name) => All.Single(page => page.Name == name);

    /// <summary>The blocks of a language, each with the heading that it stands below.</summary>
    public IEnumerable<(string Title, string Code)> Snippets(string language) => Block().Matches(Text)
        .Where(block => block.Groups[1].Value == language)
        .Select(block => (Heading().Matches(Text[..block.Index]).LastOrDefault()?.Groups[1].Value.Trim() ?? "", block.Groups[2].Value));

    /// <summary>The page that a link leads to, if it is one.</summary>
    public Page? Linked(string link) => All.FirstOrDefault(page => page._file == Target(link));

    public bool Leads(string link) => link.Split('#') is { Length: 2 } parts
        ? Linked(link) is { } page && Heading().Matches(page.Text).Select(static heading => Anchor(heading.Groups[1].Value)).Contains(parts[1])
        : Path.Exists(Target(link));

    private string Target(string link) => link.Split('#')[0] is { Length: > 0 } path ? Path.GetFullPath(path, Path.GetDirectoryName(_file)!) : _file;

    private static string Anchor(string heading) => NotInAnchor().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
        .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static step => step is "bin" or "obj"));

    [GeneratedRegex("^```(\\w*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("\\]\\(([^)\\s]+)\\)")]
    private static partial Regex Link();

    [GeneratedRegex("[^\\w\\- ]")]
    private static partial Regex NotInAnchor();
}
