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

    public static ImmutableArray<MetadataReference> RuntimeDependencies { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Polly.Core.dll").Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>A project of the framework that the tests themselves run on, whose program can be run.</summary>
    public static CSharpCompilation Runnable(params string[] sources)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path));
        var project = Create(Language, [.. platform, Runtime], sources);
        // The SDK says nothing of a newer framework in place of the one that the runtime was built for.
        return project.WithOptions(project.Options.WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress)]));
    }

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
