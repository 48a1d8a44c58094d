using System.Collections.Concurrent;
using Intercom.Generator.Spec;

namespace Intercom.Generator.Tests.Harness;

/// <summary>Whole documents, each generated once for all tests.</summary>
internal static class WholeDocument
{
    public const string Ours = "intercom-preview.yaml";

    private static readonly ConcurrentDictionary<(string Name, bool HasOverlay), Lazy<Generation>> Generated = new();

    public static string BundledOverlay { get; } = Repository.Read("specs", "intercom.overlay.yaml");

    /// <summary>The text of a document that is one file.</summary>
    public static string Text(string name) => name == Ours ? Repository.Read("specs", Ours) : PublishedSpecs.Read(name);

    public static SpecDocument Read(string name, bool hasOverlay)
    {
        var texts = BundledVersion.Find(name)?.Files.Select(static file => Repository.Read("specs", file)) ?? [Text(name)];
        return SpecDocument.Read(texts.First(), [.. texts.Skip(1), .. hasOverlay ? [BundledOverlay] : Array.Empty<string>()], default);
    }

    public static SpecInput Input(string name, bool hasOverlay)
    {
        var input = BundledVersion.Find(name)?.Input() ?? SpecInput.Empty.Document(Text(name), "/project/specs/" + name);
        return hasOverlay ? input.Bundled(BundledOverlay) : input;
    }

    public static Generation Generate(string name, bool hasOverlay) =>
        Generated.GetOrAdd((name, hasOverlay), static key => new(() => Generation.Of(Input(key.Name, key.HasOverlay)))).Value;
}
