using System.Collections.Concurrent;

namespace Intercom.Generator.Tests.Harness;

/// <summary>Whole documents, each generated once for all tests.</summary>
internal static class WholeDocument
{
    public const string Ours = "intercom-preview.yaml";

    private static readonly ConcurrentDictionary<(string Name, bool HasOverlay), Lazy<Generation>> Generated = new();

    public static string BundledOverlay { get; } = Repository.Read("specs", "intercom.overlay.yaml");

    public static string Text(string name) => name == Ours ? Repository.Read("specs", Ours) : PublishedSpecs.Read(name);

    public static SpecInput Input(string name, bool hasOverlay)
    {
        var input = SpecInput.Empty.Document(Text(name), "/project/specs/" + name);
        return hasOverlay ? input.Bundled(BundledOverlay) : input;
    }

    public static Generation Generate(string name, bool hasOverlay) =>
        Generated.GetOrAdd((name, hasOverlay), static key => new(() => Generation.Of(Input(key.Name, key.HasOverlay)))).Value;
}
