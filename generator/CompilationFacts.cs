using Intercom.Generator.Scoping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generator;

/// <summary>The few things about the project's compilation that matter, so that nothing else of it can cause work.</summary>
/// <param name="Runtime">The version of the runtime that the project references; null where it references none.</param>
internal sealed record CompilationFacts(string Language, bool IsLanguageSupported, Version? Runtime, bool HasUnionAttribute)
{
    // Both come from one build, so the emitted code can call what came with this version and nothing newer.
    private static readonly Version Own = typeof(CompilationFacts).Assembly.GetName().Version;

    public bool CanCompile => IsLanguageSupported && Runtime >= Own;

    public static CompilationFacts Of(CSharpCompilation compilation) => new(
        compilation.LanguageVersion.ToDisplayString(),
        compilation.LanguageVersion >= LanguageVersion.CSharp12,
        RuntimeAssembly.Of(compilation)?.Identity.Version,
        compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.UnionAttribute") is not null);

    public IEnumerable<Diagnostic> Diagnostics()
    {
        if (!IsLanguageSupported)
            yield return Diagnostic.Create(Generator.Diagnostics.LanguageTooOld, Location.None, Language);
        if (Runtime is null)
            yield return Diagnostic.Create(Generator.Diagnostics.RuntimeMissing, Location.None);
        else if (Runtime < Own)
            yield return Diagnostic.Create(Generator.Diagnostics.RuntimeTooOld, Location.None, Runtime.ToString(3), Own.ToString(3));
    }
}
