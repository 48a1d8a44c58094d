using System.Text.RegularExpressions;
using Intercom.Generator.Naming;
using Intercom.Generator.Parsing;
using Intercom.Generator.Spec;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.OpenApi;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests;

/// <summary>Every document as a whole: complete, and compiled without a warning.</summary>
public sealed partial class Documents(ITestOutputHelper output)
{
    [Theory]
    [InlineData(WholeDocument.Ours, true, 256)]
    [InlineData(WholeDocument.Ours, false, 256)]
    public void Our_document_is_generated_completely(string name, bool hasOverlay, int operations) => Check(name, hasOverlay, operations);

    [SpecsTheory]
    [InlineData("preview.yaml", true, 256)]
    [InlineData("preview.yaml", false, 256)]
    [InlineData("2.14.yaml", true, 150)]
    [InlineData("2.14.yaml", false, 150)]
    [InlineData("2.11.yaml", true, 108)]
    [InlineData("2.11.yaml", false, 108)]
    public void A_published_document_is_generated_completely(string name, bool hasOverlay, int operations) => Check(name, hasOverlay, operations);

    private void Check(string name, bool hasOverlay, int operations)
    {
        var generation = WholeDocument.Generate(name, hasOverlay).Compiles();
        var document = SpecDocument.Read(WholeDocument.Text(name), hasOverlay ? WholeDocument.BundledOverlays : [], default);
        var methods = Methods(generation);
        var declared = document.OpenApi.Paths.SelectMany(path => path.Value.Operations!.Keys.Select(verb => $"{verb.Method.ToUpperInvariant()} {path.Key}")).Order(StringComparer.Ordinal).ToList();
        var schemas = document.OpenApi.Components!.Schemas!.Where(static schema => IsTyped(schema.Value)).Select(static schema => schema.Value.Extensions.Text(Extensions.Type) ?? schema.Key).ToList();
        var missing = schemas.Where(schema => !HasType(generation, schema)).ToList();
        output.WriteLine($"{name}, {(hasOverlay ? "with" : "without")} overlay: {methods.Count} methods for {declared.Count} operations; {schemas.Count - missing.Count} types for {schemas.Count} schemas; {generation.Files.Count} files, {generation.Text.Length / 1000} kB; {generation.Run.Diagnostics.Length} remarks");
        Assert.Equal(operations, declared.Count);
        Assert.Equal(declared, methods.Order(StringComparer.Ordinal));
        Assert.Empty(missing);
    }

    /// <summary>The operations that emitted methods call, each method once.</summary>
    private static List<string> Methods(Generation generation) => generation.Compilation.GlobalNamespace.GetNamespaceMembers().Single(static space => space.Name == "Intercom").GetTypeMembers()
        .Where(static type => type.Locations[0].IsInSource && type.Name.EndsWith("Client", StringComparison.Ordinal))
        .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>())
        .Where(static method => method.MethodKind == MethodKind.Ordinary && method.Name.EndsWith("Async", StringComparison.Ordinal))
        .Select(static method => Call().Match(method.DeclaringSyntaxReferences[0].GetSyntax().ToString()).Groups[1].Value)
        // A method that starts a job, or reads what a call streams, calls the method of the operation.
        .Where(static operation => operation.Length > 0)
        .ToList();

    // What an object, an enum or a union of its own is; a component that is plain text, a list or a time needs no type.
    private static bool IsTyped(IOpenApiSchema schema) => schema is not OpenApiSchemaReference
        && (schema.HasProperties() || schema.EnumValues().Count > 1 || schema.AllOf is { Count: > 0 } || schema.Variants().Any(static variant => variant is OpenApiSchemaReference || variant.IsObject()));

    private static bool HasType(Generation generation, string schema) => generation.Compilation.GetTypeByMetadataName("Intercom.Models." + Identifier.Pascal(schema)) is not null
        || generation.Compilation.GetTypeByMetadataName("Intercom.Models." + Identifier.Pascal(schema) + "Model") is not null;

    [GeneratedRegex("new ApiRequest\\(\"([A-Z]+ [^\"]*)\"")]
    private static partial Regex Call();
}
