using Intercom.Generator.Spec.Overlays;
using Intercom.Generator.Spec.Reading;
using Microsoft.OpenApi;

namespace Intercom.Generator.Spec;

/// <summary>A document with its overlays applied.</summary>
internal sealed class SpecDocument
{
    private SpecDocument(SpecMap root, OpenApiDocument openApi, IReadOnlyDictionary<string, string> borrowed, List<SpecProblem> problems)
    {
        Root = root;
        OpenApi = openApi;
        Borrowed = borrowed;
        Problems = problems;
    }

    public SpecMap Root { get; }

    public OpenApiDocument OpenApi { get; }

    /// <summary>Components that stand for schemas somewhere else in the document, which references name there; with the pointers of
    /// those.</summary>
    public IReadOnlyDictionary<string, string> Borrowed { get; }

    public List<SpecProblem> Problems { get; }

    /// <summary>Reads a document and applies its overlays to it.</summary>
    /// <exception cref="SpecException">The document cannot be read.</exception>
    public static SpecDocument Read(string text, IReadOnlyList<string> overlays, CancellationToken cancellation)
    {
        var problems = new List<SpecProblem>();
        var root = YamlReader.Read(text, 0, cancellation);
        if (root is not SpecMap map)
            throw new SpecException(root is SpecScalar { IsNull: true } ? ProblemKind.Empty : ProblemKind.NotOpenApi, root.Position,
                "it is no mapping");
        OpenApiReading.Check(map);
        Overlay.Apply(map, overlays.Select((overlay, i) => YamlReader.Read(overlay, i + 1, cancellation)), problems);
        OpenApiReading.Check(map);
        var reader = new ShapeReader(map, problems, cancellation);
        return new SpecDocument(map, OpenApiReading.Read(reader), reader.Borrowed, problems);
    }

    /// <summary>The version of the API, as the document says it; empty where it says none.</summary>
    public string ApiVersion => OpenApi.Info?.Version ?? "";

    public SpecPosition Locate(string pointer) => SpecPointer.Locate(Root, pointer);
}
