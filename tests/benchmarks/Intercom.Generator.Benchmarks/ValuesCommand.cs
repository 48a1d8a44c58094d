using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using Intercom.Client.Tests;
using Intercom.Generator.Tests.Harness;

namespace Intercom.Generator.Benchmarks;

/// <summary>
/// Makes a client of each document of a folder, and values of its schemas, and reads these by the client's types:
/// <c>values a/folder</c>.
/// </summary>
internal static class ValuesCommand
{
    /// <summary>Gives how many types read a value of their schema otherwise than it is declared.</summary>
    public static int Run(string folder)
    {
        var files = DocumentFiles.In(folder);
        var clock = Stopwatch.StartNew();
        var (documents, types, values, requests, answers, faulty) = (0, 0, 0, 0, 0, 0);
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, file =>
        {
            if (ClientOf(file) is not var (root, client))
                return;
            var reading = new SchemaReading(root, client);
            var calls = new OperationCalls(root, new ClientSurface(client.GetType("Intercom.IntercomClient")!));
            var faults = reading.Faults().Concat(calls.Faults()).ToList();
            Interlocked.Increment(ref documents);
            Interlocked.Add(ref types, reading.Types);
            Interlocked.Add(ref values, reading.Values);
            Interlocked.Add(ref requests, calls.Requests);
            Interlocked.Add(ref answers, calls.Answers);
            Interlocked.Add(ref faulty, faults.Count);
            foreach (var fault in faults)
                Console.WriteLine($"{Path.GetRelativePath(folder, file)}: {fault}");
        });
        Console.WriteLine($"{documents} of {files.Count} documents in {clock.Elapsed.TotalSeconds:0} s: {types} types, {values} values,");
        Console.WriteLine($"{requests} bodies sent and {answers} answers of operations read,");
        Console.WriteLine($"of which {faulty} were read otherwise than they are declared.");
        return faulty;
    }

    private static (JsonNode Root, Assembly Client)? ClientOf(string file)
    {
        var text = File.ReadAllText(file);
        if (Root(file, text) is not { } root)
            return null;
        Project.Driver(SpecInput.Empty.Document(text, file), tracksSteps: false)
            .RunGeneratorsAndUpdateCompilation(Project.Of(), out var compilation, out _);
        using var image = new MemoryStream();
        if (!compilation.Emit(image).Success)
            return null;
        image.Position = 0;
        return (root, new AssemblyLoadContext(file, isCollectible: true).LoadFromStream(image));
    }

    private static JsonNode? Root(string file, string text)
    {
        try
        {
            return YamlJson.Parse(text);
        }
        catch (Exception e) when (e is YamlDotNet.Core.YamlException or ArgumentException or InvalidOperationException)
        {
            Console.WriteLine($"{file}: {e.Message}");
            return null;
        }
    }
}
