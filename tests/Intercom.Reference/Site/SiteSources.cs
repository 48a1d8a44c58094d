using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Intercom.Generator.Model;
using Intercom.Reference.Samples;

namespace Intercom.Reference.Site;

/// <summary>What docfx makes the site of: the pages of the areas, the lists of pages, and its own file.</summary>
internal static class SiteSources
{
    // What the pages lead to, and themselves.
    private static readonly string[] Folders = ["runtime", "generator/docs", "specs", "tests/benchmarks"];

    private const string Top = "- name: Operations\n  href: operations/\n- name: Guides\n  href: guides/\n- name: Types\n  href: api/\n";

    private const string Head =
        """
        # Intercom for .NET

        Every operation of Intercom's API, with a sample that compiles; [the guides](guides/toc.yml), and [every type](api/toc.yml).

        | Area | Operations | |
        |---|---|---|

        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes them into a folder.</summary>
    /// <param name="assemblies">The folder of the client, compiled, with its documentation.</param>
    /// <param name="site">The folder that the site is made in.</param>
    public static void Write(string folder, string assemblies, string site)
    {
        var document = ReferenceDocument.Read(ReadyClient.Preview);
        var page = new AreaPage(document, new SampleWriter(document));
        var areas = document.Areas.ToList();
        var operations = Directory.CreateDirectory(Path.Combine(folder, "operations")).FullName;
        foreach (var area in areas)
            File.WriteAllText(Path.Combine(operations, AreaPage.FileOf(area)), page.Write(area));
        var list = areas.Select(static area => $"- name: {area.Name}\n  href: {AreaPage.FileOf(area)}\n");
        File.WriteAllText(Path.Combine(operations, "toc.yml"), string.Concat(list));
        File.WriteAllText(Path.Combine(folder, "index.md"), Index(areas));
        File.WriteAllText(Path.Combine(folder, "toc.yml"), Top);
        var guides = Directory.CreateDirectory(Path.Combine(folder, "guides")).FullName;
        File.WriteAllText(Path.Combine(guides, "toc.yml"), Guides());
        Copy(folder);
        File.WriteAllText(Path.Combine(folder, "docfx.json"), Settings(assemblies, site).ToJsonString(Indented));
    }

    private static string Index(IReadOnlyList<Resource> areas)
    {
        var text = new StringBuilder(Head);
        foreach (var area in areas)
        {
            var summary = area.Doc.Summary.Replace("|", "\\|", StringComparison.Ordinal);
            text.Append($"| [{area.Name}](operations/{AreaPage.FileOf(area)}) | {area.Operations.Count} | {summary} |\n");
        }

        return text.ToString();
    }

    private static string Guides() => string.Concat(new[] { Path.Combine(Repository.Root, "README.md") }
        .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "runtime", "docs"), "*.md").Order(StringComparer.Ordinal))
        .Append(Path.Combine(Repository.Root, "generator", "docs", "diagnostics.md"))
        .Append(Path.Combine(Repository.Root, "specs", "README.md"))
        .Append(Path.Combine(Repository.Root, "CHANGELOG.md"))
        .Select(static file => $"- name: {TitleOf(file)}\n  href: ../{Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')}\n"));

    // Links from page to page hold where the pages lie to each other as in the repository.
    private static void Copy(string folder)
    {
        var files = Folders
            .SelectMany(static name => Directory.EnumerateFiles(Path.Combine(Repository.Root, name), "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .Where(static file => Path.GetExtension(file) is ".md" or ".yaml" or ".svg")
            .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static step => step is "bin" or "obj"));
        foreach (var file in files)
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string TitleOf(string file) =>
        $"'{File.ReadLines(file).First()[2..].Replace("'", "''", StringComparison.Ordinal)}'";

    private static JsonObject Settings(string assemblies, string site) => new()
    {
        ["metadata"] = new JsonArray(new JsonObject
        {
            ["src"] = new JsonArray(Files(assemblies, "Intercom.Client.dll", "Intercom.Runtime.dll")),
            ["dest"] = "api",
            ["memberLayout"] = "samePage",
            ["enumSortOrder"] = "declaringOrder",
        }),
        ["build"] = new JsonObject
        {
            ["content"] = new JsonArray(Files(".", "**/*.md", "toc.yml", "operations/toc.yml", "guides/toc.yml", "api/*.yml")),
            ["resource"] = new JsonArray(Files(".", "**/*.yaml", "**/*.svg")),
            ["output"] = site,
            ["template"] = new JsonArray("default", "modern"),
            ["globalMetadata"] = new JsonObject
            {
                ["_appName"] = "Intercom for .NET",
                ["_appTitle"] = "Intercom for .NET",
                ["_appFooter"] = "Not affiliated with Intercom.",
                ["_enableSearch"] = true,
                ["_disableContribution"] = true,
            },
        },
    };

    private static JsonObject Files(string from, params string[] files) =>
        new() { ["files"] = new JsonArray([.. files.Select(static file => (JsonNode)file)]), ["src"] = from };
}
