extern alias generator;

using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Intercom.Client.Tests;

/// <summary>Makes the client of a document, compiles it in memory and loads it.</summary>
internal static class GeneratedClient
{
    public static ClientSurface Of(ApiDocument document)
    {
        using var image = new MemoryStream();
        var result = Compilation(document).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Take(10)));
        image.Position = 0;
        var assembly = new AssemblyLoadContext(document.Name, isCollectible: true).LoadFromStream(image);
        return new ClientSurface(assembly.GetType("Intercom.IntercomClient")!);
    }

    private static Compilation Compilation(ApiDocument document)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp12);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "Intercom.Runtime.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path));
        var empty = CSharpCompilation.Create("Client." + document.Name, [], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(
            [new generator::Intercom.Generator.IntercomGenerator().AsSourceGenerator()],
            [new InMemory(document.Name, document.Text), .. ApiDocument.Overlays.Select(static overlay => new InMemory(overlay.Name, overlay.Text))],
            parsing,
            new Options()).RunGeneratorsAndUpdateCompilation(empty, out var compilation, out _);
        return compilation;
    }

    private sealed class InMemory(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Metadata([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Metadata(new()
        {
            ["build_metadata.AdditionalFiles.IntercomKind"] = textFile.Path.EndsWith(".overlay.yaml", StringComparison.Ordinal) ? "BundledOverlay" : "Document",
        });
    }

    private sealed class Metadata(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
