using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generator;

/// <summary>The few things about the project's compilation that matter, so that nothing else of it can cause work.</summary>
internal readonly record struct CompilationFacts(string Language, bool IsLanguageSupported, bool HasRuntime, bool HasUnionAttribute)
{
    public bool CanCompile => IsLanguageSupported && HasRuntime;

    public static CompilationFacts Of(CSharpCompilation compilation) => new(
        compilation.LanguageVersion.ToDisplayString(),
        compilation.LanguageVersion >= LanguageVersion.CSharp12,
        compilation.GetTypeByMetadataName("Intercom.IntercomConnection") is not null,
        compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.UnionAttribute") is not null);

    public IEnumerable<Diagnostic> Diagnostics()
    {
        if (!IsLanguageSupported)
            yield return Diagnostic.Create(Generator.Diagnostics.LanguageTooOld, Location.None, Language);
        if (!HasRuntime)
            yield return Diagnostic.Create(Generator.Diagnostics.RuntimeMissing, Location.None);
    }
}
