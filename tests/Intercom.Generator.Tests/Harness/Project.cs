using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generator.Tests.Harness;

/// <summary>A project that is as strict as one can be: net8.0, C# 12, nullable, warnings as errors, documentation checked.</summary>
internal static class Project
{
    public static CSharpParseOptions Language { get; } = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    public static ImmutableArray<MetadataReference> Framework { get; } = [.. Basic.Reference.Assemblies.Net80.References.All];

    public static MetadataReference Runtime { get; } = MetadataReference.CreateFromFile(typeof(IntercomConnection).Assembly.Location);

    private static readonly MetadataReference[] RuntimeDependencies =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Polly.Core.dll").Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Of(params string[] sources) => Create(Language, [.. Framework, Runtime, .. RuntimeDependencies], sources);

    public static CSharpCompilation Create(CSharpParseOptions language, IEnumerable<MetadataReference> references, params string[] sources) => CSharpCompilation.Create(
        "Consumer",
        sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, language, $"/project/Source{i}.cs")),
        references,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error,
            deterministic: true));

    public static CSharpGeneratorDriver Driver(SpecInput input, CSharpParseOptions? language = null, bool tracksSteps = true) => CSharpGeneratorDriver.Create(
        [new IntercomGenerator().AsSourceGenerator()],
        CompilerMetadata.Texts(input),
        language ?? Language,
        new CompilerMetadata(input),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracksSteps));
}
