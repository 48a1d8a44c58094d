using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Intercom.Generator.Model;
using Intercom.Reference.Samples;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Intercom.Reference.Tests;

/// <summary>The samples of all operations of a client, compiled once as one program.</summary>
internal sealed class CompiledSamples
{
    private static readonly ConcurrentDictionary<string, Lazy<CompiledSamples>> Known = new();

    private readonly Lazy<Assembly> _program;
    private readonly ReadyClient _client;

    private CompiledSamples(ReadyClient client)
    {
        _client = client;
        Document = ReferenceDocument.Read(client);
        var writer = new SampleWriter(Document);
        Samples = [.. Document.Areas.SelectMany(area => area.Operations.Select(operation => (operation, writer.Write(area, operation))))];
        Compilation = CSharpCompilation.Create(
            $"{client.Package}.Samples",
            [CSharpSyntaxTree.ParseText(SampleProgram.Of(Samples))],
            References,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _program = new(Load);
    }

    /// <summary>The versions of which there is a client that is ready made.</summary>
    public static TheoryData<string> Versions => new(ReadyClient.All.Select(static client => client.Version));

    public ReferenceDocument Document { get; }

    public IReadOnlyList<(Operation Operation, string Code)> Samples { get; }

    public CSharpCompilation Compilation { get; }

    public string SampleFileName => _client.Samples;

    /// <summary>The client's documentation, as its package has it.</summary>
    public string Documentation => Path.ChangeExtension(ClientPath, ".xml");

    private string ClientPath =>
        Path.Combine(Repository.Root, "runtime", _client.Package, "bin", Configuration, "net10.0", _client.Package + ".dll");

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private ImmutableArray<MetadataReference> References =>
    [
        MetadataReference.CreateFromFile(ClientPath),
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Intercom.Runtime.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static CompiledSamples Of(string version) => Known.GetOrAdd(
        version, static version => new(() => new CompiledSamples(ReadyClient.All.Single(client => client.Version == version)))).Value;

    /// <summary>Runs the sample of an operation.</summary>
    public Task RunAsync(string operation, IntercomClientOptions options)
    {
        var index = Samples.Select(static sample => sample.Operation.Id).ToList().IndexOf(operation);
        var method = _program.Value.GetType("Samples")!.GetMethod(SampleProgram.MethodOf(index))!;
        return (Task)method.Invoke(null, [Activator.CreateInstance(method.GetParameters()[0].ParameterType, options)])!;
    }

    // Each client is loaded apart: their types have the same names.
    private Assembly Load()
    {
        using var assembly = new MemoryStream();
        if (!Compilation.Emit(assembly).Success)
            throw new InvalidOperationException("The samples do not compile.");
        assembly.Position = 0;
        var apart = new AssemblyLoadContext(_client.Package);
        apart.LoadFromAssemblyPath(ClientPath);
        return apart.LoadFromStream(assembly);
    }
}
