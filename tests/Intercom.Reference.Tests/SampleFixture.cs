using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Intercom.Generator.Model;
using Intercom.Reference.Samples;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Reference.Tests;

/// <summary>The samples of all operations, compiled once as one program.</summary>
public sealed class SampleFixture
{
    private readonly Lazy<Assembly> _program;

    public SampleFixture()
    {
        Document = ReferenceDocument.Read();
        var writer = new SampleWriter(Document);
        Samples = [.. Document.Areas.SelectMany(area => area.Operations.Select(operation => (operation, writer.Write(area, operation))))];
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        Compilation = CSharpCompilation.Create("Samples", [CSharpSyntaxTree.ParseText(SampleProgram.Of(Samples))], References, options);
        _program = new(Load);
    }

    internal ReferenceDocument Document { get; }

    internal IReadOnlyList<(Operation Operation, string Code)> Samples { get; }

    internal CSharpCompilation Compilation { get; }

    /// <summary>Runs the sample of an operation.</summary>
    internal Task RunAsync(string operation, IntercomClient client)
    {
        var index = Samples.Select(static sample => sample.Operation.Id).ToList().IndexOf(operation);
        var method = _program.Value.GetType("Samples")!.GetMethod(SampleProgram.MethodOf(index))!;
        return (Task)method.Invoke(null, [client])!;
    }

    private static ImmutableArray<MetadataReference> References =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Intercom.Client.dll" or "Intercom.Runtime.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private Assembly Load()
    {
        using var assembly = new MemoryStream();
        if (!Compilation.Emit(assembly).Success)
            throw new InvalidOperationException("The samples do not compile.");
        assembly.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(assembly);
    }
}
