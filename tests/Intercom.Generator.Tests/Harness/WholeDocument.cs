using System.Collections.Concurrent;

namespace Intercom.Generator.Tests.Harness;

/// <summary>Whole documents, each generated once for all tests.</summary>
internal static class WholeDocument
{
    public const string Ours = "intercom-preview.yaml";

    private static readonly ConcurrentDictionary<(string Name, bool HasOverlay), Lazy<Generation>> Generated = new();

    /// <summary>The overlays that come with the package, in the order in which they are applied.</summary>
    public static IReadOnlyList<string> BundledOverlays { get; } = [Repository.Read("specs", "intercom.overlay.yaml"), Repository.Read("specs", "intercom.names.overlay.yaml")];

    public static string Text(string name) => name == Ours ? Repository.Read("specs", Ours) : PublishedSpecs.Read(name);

    public static SpecInput Input(string name, bool hasOverlay)
    {
        var input = SpecInput.Empty.Document(Text(name), "/project/specs/" + name);
        return hasOverlay ? BundledOverlays.Select(static (text, i) => (text, i)).Aggregate(input, static (all, one) => all.Bundled(one.text, $"/package/specs/{one.i}.overlay.yaml")) : input;
    }

    public static Generation Generate(string name, bool hasOverlay) =>
        Generated.GetOrAdd((name, hasOverlay), static key => new(() => Generation.Of(Input(key.Name, key.HasOverlay)))).Value;
}
