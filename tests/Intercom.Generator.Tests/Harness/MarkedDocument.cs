using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Intercom.Generator.Tests.Harness;

/// <summary>
/// A document in which each diagnostic is marked where it stands, <c>{|IC1012:|}</c>. The compiler has to say
/// these, there and nowhere else, and nothing beside them, of what is emitted either.
/// </summary>
internal sealed class MarkedDocument : CSharpSourceGeneratorTest<IntercomGenerator, DefaultVerifier>
{
    private readonly StringBuilder _metadata = new("is_global = true\n");

    private MarkedDocument()
    {
        TestState.Sources.Add("");
        ReferenceAssemblies = new ReferenceAssemblies("net8.0");
        TestState.AdditionalReferences.AddRange(Project.Framework.Add(Project.Runtime));
        TestState.AdditionalReferences.AddRange(Project.RuntimeDependencies);
        CompilerDiagnostics = CompilerDiagnostics.Warnings;
        // Information counts as much as an error: both are said once, at their place.
        DisabledDiagnostics.Clear();
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;
    }

    public static MarkedDocument Of(string document) => new MarkedDocument().With(SpecInput.DocumentPath, document, "Document");

    public MarkedDocument Overlay(string overlay) => With(SpecInput.BundledPath, overlay, "BundledOverlay");

    public Task SaysWhatIsMarkedAsync()
    {
        TestState.AnalyzerConfigFiles.Add(("/project/.globalconfig", _metadata.ToString()));
        return RunAsync();
    }

    protected override ParseOptions CreateParseOptions() => Project.Language;

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Enable);

    private MarkedDocument With(string path, string text, string kind)
    {
        TestState.AdditionalFiles.Add((path, text));
        _metadata.Append('[').Append(path).Append("]\nbuild_metadata.AdditionalFiles.IntercomKind = ").Append(kind).Append('\n');
        return this;
    }
}
