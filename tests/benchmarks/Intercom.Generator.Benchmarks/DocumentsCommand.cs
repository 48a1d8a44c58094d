using System.Diagnostics;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Intercom.Generator.Benchmarks;

/// <summary>Makes a client of each document of a folder, whoever wrote it, and compiles it: <c>documents a/folder</c>.</summary>
internal static class DocumentsCommand
{
    /// <summary>Gives how many documents made a client that does not compile, or none without a word.</summary>
    public static int Run(string folder)
    {
        var files = DocumentFiles.In(folder);
        var clock = Stopwatch.StartNew();
        var (clean, refused, faulty) = (0, 0, 0);
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, file =>
        {
            var (errors, faults) = Made(file);
            if (faults.Count > 0)
                Interlocked.Increment(ref faulty);
            else
                Interlocked.Increment(ref errors.Count > 0 ? ref refused : ref clean);
            foreach (var line in faults.Concat(errors).Take(3))
                Console.WriteLine($"{Path.GetRelativePath(folder, file)}: {line}");
        });
        Console.WriteLine($"{files.Count} documents in {clock.Elapsed.TotalSeconds:0} s:");
        Console.WriteLine($"{clean} made a client that compiles without a warning,");
        Console.WriteLine($"{refused} were said to be wrong at a line, {faulty} failed.");
        return faulty;
    }

    private static (List<string> Errors, List<string> Faults) Made(string file)
    {
        var project = Project.Of();
        var driver = Project.Driver(SpecInput.Empty.Document(File.ReadAllText(file), file), tracksSteps: false)
            .RunGeneratorsAndUpdateCompilation(project, out var compilation, out var said);
        var errors = said.Where(static d => d.Severity == DiagnosticSeverity.Error && d.Id != "IC1010")
            .Select(static d => d.ToString()).ToList();
        var faults = driver.GetRunResult().Results.Select(static result => result.Exception?.ToString()).OfType<string>()
            .Concat(said.Where(static d => d.Id == "IC1010").Select(static d => d.ToString()))
            .Concat(compilation.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning)
                .Select(static d => d.ToString()))
            .ToList();
        return (errors, faults);
    }
}
