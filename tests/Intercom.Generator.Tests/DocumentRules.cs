using System.Text;
using Intercom.Generator.Spec;
using Intercom.Generator.Tests.Harness;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests;

/// <summary>The document held against the rules that Microsoft.OpenApi checks unless it is told otherwise.</summary>
public sealed class DocumentRules(ITestOutputHelper output)
{
    private static readonly ValidationRuleSet Rules = ValidationRuleSet.GetDefaultRuleSet();

    [Fact]
    public void The_document_breaks_none()
    {
        var result = Read(WholeDocument.Text(WholeDocument.Ours));
        Count("The document", result.Document!);
        Assert.Empty(result.Diagnostic!.Errors);
        Assert.Empty(result.Diagnostic.Warnings);
    }

    [Fact]
    public void The_document_with_its_overlay_breaks_none()
    {
        var document = SpecDocument.Read(WholeDocument.Text(WholeDocument.Ours), WholeDocument.BundledOverlays, default).OpenApi;
        Count("The document with its overlay, as the generator reads it", document);
        Assert.Empty(document.Validate(Rules));
    }

    [Fact]
    public void A_document_that_breaks_one_is_told_apart()
    {
        var broken = WholeDocument.Text(WholeDocument.Ours).Replace("required: true", "required: false", StringComparison.Ordinal);
        Assert.Contains(Read(broken).Diagnostic!.Errors, static error => error.Pointer?.StartsWith("#/paths/~1contacts~1{id}", StringComparison.Ordinal) == true);
    }

    private static ReadResult Read(string text)
    {
        var settings = new OpenApiReaderSettings { RuleSet = Rules };
        settings.AddYamlReader();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return OpenApiDocument.Load(stream, OpenApiConstants.Yaml, settings);
    }

    private void Count(string name, OpenApiDocument document)
    {
        var seen = new Seen();
        new OpenApiWalker(seen).Walk(document);
        output.WriteLine($"{name}: {Rules.Rules.Count} rules on {seen}");
        Assert.Equal(256, seen.Operations);
        Assert.True(seen.Schemas > 2_000, $"{seen}");
    }

    private sealed class Seen : OpenApiVisitorBase
    {
        private int _parameters;
        private int _responses;

        public int Operations { get; private set; }

        public int Schemas { get; private set; }

        public override void Visit(OpenApiOperation operation) => Operations++;

        public override void Visit(IOpenApiParameter parameter) => _parameters++;

        public override void Visit(IOpenApiResponse response) => _responses++;

        public override void Visit(IOpenApiSchema schema) => Schemas++;

        public override string ToString() => $"{Operations} operations, {_parameters} parameters, {_responses} responses, {Schemas} schemas";
    }
}
