using System.Collections.Concurrent;
using Intercom.Generator.Spec;

namespace Intercom.Generator.Tests.Harness;

/// <summary>Whole documents, each generated once for all tests.</summary>
internal static class WholeDocument
{
    public const string Ours = "intercom-preview.yaml";

    private static readonly ConcurrentDictionary<(string Name, bool HasOverlay), Lazy<Generation>> Generated = new();

    /// <summary>The texts of the overlays that come with the package, in the order in which they are applied.</summary>
    public static IReadOnlyList<string> BundledOverlays { get; } =
        [.. Repository.BundledOverlays.Select(static name => Repository.Read("specs", name))];

    /// <summary>The text of a document that is one file.</summary>
    public static string Text(string name) => name == Ours ? Repository.Read("specs", Ours) : PublishedSpecs.Read(name);

    public static SpecDocument Read(string name, bool hasOverlay)
    {
        var texts = BundledVersion.Find(name)?.Files.Select(static file => Repository.Read("specs", file)) ?? [Text(name)];
        return SpecDocument.Read(texts.First(), [.. texts.Skip(1), .. hasOverlay ? BundledOverlays : []], default);
    }

    public static SpecInput Input(string name, bool hasOverlay)
    {
        var input = BundledVersion.Find(name)?.Input() ?? SpecInput.Empty.Document(Text(name), "/project/specs/" + name);
        return hasOverlay
            ? BundledOverlays.Select(static (text, i) => (text, i)).Aggregate(input, static (all, one) => all.Bundled(one.text, $"/package/specs/{one.i}.overlay.yaml"))
            : input;
    }

    public static Generation Generate(string name, bool hasOverlay) =>
        Generated.GetOrAdd((name, hasOverlay), static key => new(() => Generation.Of(Input(key.Name, key.HasOverlay)))).Value;
}
