using Intercom.Generator.Spec.Overlays;
using Microsoft.OpenApi;

namespace Intercom.Generator.Spec;

/// <summary>A document with its overlays applied.</summary>
internal sealed class SpecDocument
{
    private SpecDocument(SpecMap root, OpenApiDocument openApi, List<SpecProblem> problems)
    {
        Root = root;
        OpenApi = openApi;
        Problems = problems;
    }

    public SpecMap Root { get; }

    public OpenApiDocument OpenApi { get; }

    public List<SpecProblem> Problems { get; }

    /// <summary>Reads a document and applies its overlays to it.</summary>
    /// <exception cref="SpecException">The document cannot be read.</exception>
    public static SpecDocument Read(string text, IReadOnlyList<string> overlays, CancellationToken cancellation)
    {
        var problems = new List<SpecProblem>();
        var root = YamlReader.Read(text, 0, cancellation);
        if (root is not SpecMap map)
            throw new SpecException(root is SpecScalar { IsNull: true } ? ProblemKind.Empty : ProblemKind.NotOpenApi, root.Position, "");
        for (var i = 0; i < overlays.Count; i++)
            Overlay.Apply(map, YamlReader.Read(overlays[i], i + 1, cancellation), problems);
        return new SpecDocument(map, OpenApiReading.Read(map), problems);
    }

    public SpecPosition Locate(string pointer) => SpecPointer.Locate(Root, pointer);
}
