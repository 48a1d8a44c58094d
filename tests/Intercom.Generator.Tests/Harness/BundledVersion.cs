using System.Text;
using Intercom.Generator.Spec;
using Xunit;

namespace Intercom.Generator.Tests.Harness;

/// <summary>A version that is bundled as the difference from the one after it.</summary>
/// <param name="Name">How a project includes it, and what it sends.</param>
/// <param name="Published">The file of its published description.</param>
internal sealed record BundledVersion(string Name, string Published, BundledVersion? After)
{
    private static readonly BundledVersion Newest = new("2.16", "2.16.yaml", null);

    private static readonly BundledVersion[] All = [Newest, new("2.14", "2.14.yaml", Newest)];

    public static TheoryData<string> Names => new(All.Select(static version => version.Name));

    /// <summary>The files that it is read from, the document first.</summary>
    public IEnumerable<string> Files => (After?.Files ?? [WholeDocument.Ours]).Append(File);

    private string File => $"intercom-{Name}.delta.yaml";

    /// <summary>The version of a name; null where it is the name of a file.</summary>
    public static BundledVersion? Find(string name) => All.FirstOrDefault(version => version.Name == name);

    /// <summary>The version as a project includes it.</summary>
    public SpecInput Input()
    {
        var input = SpecInput.Empty.Document(Repository.Read("specs", File), "/package/specs/" + File, ("IntercomBundledVersion", Name), ("IntercomBundledBase", After?.Name ?? "Preview"));
        for (var before = After; before is not null; before = before.After)
            input = input.Base(before.Name, Repository.Read("specs", before.File), "/package/specs/" + before.File, before.After?.Name ?? "Preview");
        return input.Base("Preview", WholeDocument.Text(WholeDocument.Ours), "/package/specs/" + WholeDocument.Ours);
    }

    /// <summary>Writes the whole document for those who cannot apply an overlay: the linter, and whoever compares the facts.</summary>
    /// <returns>Where it stands, beside the tests' assembly.</returns>
    public string Write()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "versions", $"intercom-{Name}.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var text = new StringBuilder();
        SpecJson.Append(text, WholeDocument.Read(Name, hasOverlay: false).Root);
        System.IO.File.WriteAllText(path, text.ToString(), new UTF8Encoding(false));
        return path;
    }
}
