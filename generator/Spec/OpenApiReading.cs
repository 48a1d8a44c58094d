using Intercom.Generator.Spec.Reading;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Intercom.Generator.Spec;

/// <summary>From the tree of a document to Microsoft.OpenApi's object model.</summary>
internal static class OpenApiReading
{
    private static readonly Uri Location = new("intercom://document");

    /// <summary>Reads a document whose version was checked.</summary>
    /// <exception cref="SpecException">The tree is too large.</exception>
    public static OpenApiDocument Read(ShapeReader reader)
    {
        var settings = new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetEmptyRuleSet() };
        return new OpenApiJsonReader().Read(reader.Read(), Location, settings).Document ?? new OpenApiDocument();
    }

    /// <summary>Refuses what is no document that can be read.</summary>
    /// <exception cref="SpecException">The tree is no OpenAPI 3.0 or 3.1 document.</exception>
    public static void Check(SpecMap root)
    {
        if (root.Find("swagger") is { } swagger)
            throw new SpecException(ProblemKind.UnsupportedVersion, swagger.Position, (swagger.Value as SpecScalar)?.Text ?? "2.0");
        if (root.Find("openapi") is not { Value: SpecScalar { IsNull: false } version })
            throw NotOpenApi(root.Position, "it has no 'openapi: 3.0.x' or 'openapi: 3.1.x' at its root");
        if (!IsSupported(version.Text))
            throw new SpecException(ProblemKind.UnsupportedVersion, version.Position, ReadingPlace.Shortened(version.Text));
        if (root.Find("paths") is not { } paths)
            throw NotOpenApi(root.Position, "it has no 'paths' at its root");
        if (paths.Value is not SpecMap)
            throw NotOpenApi(paths.Position, "its 'paths' are no mapping; it may be cut short");
    }

    private static bool IsSupported(string version) =>
        version is "3.0" or "3.1" || version.StartsWith("3.0.", StringComparison.Ordinal)
            || version.StartsWith("3.1.", StringComparison.Ordinal);

    private static SpecException NotOpenApi(SpecPosition position, string why) => new(ProblemKind.NotOpenApi, position, why);
}
