using BenchmarkDotNet.Attributes;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generator.Benchmarks;

/// <summary>What the generator costs an editor: once when a project is opened, and then at every edit.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private static readonly SpecInput Input = SpecInput.Empty.Document(Read("intercom-preview.yaml")).Bundled(Read("intercom.overlay.yaml")).Bundled(Read("intercom.names.overlay.yaml"), "/package/specs/intercom.names.overlay.yaml");
    private static readonly SpecInput Reworded = Input.Edit(static text => text.Insert(text.IndexOf("description: ", text.IndexOf("    contact:", StringComparison.Ordinal), StringComparison.Ordinal) + "description: ".Length, "Now "));

    private readonly CSharpCompilation _project = Project.Of("public class Mine;");
    private CSharpCompilation _edited = Project.Of();
    private GeneratorDriver _open = Driver();

    [GlobalSetup]
    public void Open()
    {
        _edited = _project.ReplaceSyntaxTree(_project.SyntaxTrees[0], CSharpSyntaxTree.ParseText("public class Mine { public int Edited; }", Project.Language));
        _open = OpenProject();
    }

    /// <summary>The project is opened: everything is read and emitted.</summary>
    [Benchmark]
    public GeneratorDriver OpenProject() => Driver().RunGenerators(_project);

    /// <summary>C# is edited somewhere else: nothing of it concerns the generator.</summary>
    [Benchmark]
    public GeneratorDriver EditCode() => _open.RunGenerators(_edited);

    /// <summary>A description of the document is edited.</summary>
    [Benchmark]
    public GeneratorDriver EditDescription() => _open.ReplaceAdditionalTexts(CompilerMetadata.Texts(Reworded)).RunGenerators(_project);

    private static CSharpGeneratorDriver Driver() => Project.Driver(Input, tracksSteps: false);

    internal static string Read(string name)
    {
        using var reader = new StreamReader(typeof(GeneratorBenchmarks).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
