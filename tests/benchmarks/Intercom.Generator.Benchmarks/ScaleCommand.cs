using System.Text;
using System.Text.RegularExpressions;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generator.Benchmarks;

/// <summary>What a document of ten times Preview's size costs beside Preview itself: <c>scale</c>.</summary>
internal static partial class ScaleCommand
{
    private const int Copies = 10;

    /// <summary>Gives whether one of the costs is more than so many times as high as there are copies.</summary>
    public static int Run()
    {
        var text = GeneratorBenchmarks.Read("intercom-preview.yaml");
        var copied = Copied(text);
        // What .NET knows of the code by then is the same for both.
        Measure(copied);
        var (one, ten) = (Measure(text), Measure(copied));
        var isMore = false;
        foreach (var ((name, before), (_, after)) in one.Zip(ten))
        {
            Console.WriteLine($"{name}: {before:0.00}, {after:0.00}, {after / before:0.0} times");
            isMore |= after > before * Copies;
        }

        return isMore ? 1 : 0;
    }

    private static (string Name, double Value)[] Measure(string text)
    {
        GC.Collect();
        var (bytes, cpu) = (GC.GetTotalAllocatedBytes(), OwnTime.Spent);
        Project.Driver(SpecInput.Empty.Document(text), tracksSteps: false)
            .RunGeneratorsAndUpdateCompilation(Project.Of(), out var compilation, out var said);
        var generated = OwnTime.Spent;
        bytes = GC.GetTotalAllocatedBytes() - bytes;
        using var assembly = new MemoryStream();
        var isMade = compilation.Emit(assembly).Success;
        var built = OwnTime.Spent;
        if (!isMade || said.Any(static d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error))
            throw new InvalidOperationException(string.Join('\n', said.Take(10)));
        return
        [
            ("operations", PathLine().Count(text)),
            ("generating, s of the processor", (generated - cpu).TotalSeconds),
            ("generating, MB allocated", bytes / 1e6),
            ("compiling, s of the processor", (built - generated).TotalSeconds),
            ("assembly, MB", assembly.Length / 1e6),
        ];
    }

    // Paths and schemas are written again under other names, and refer to each other under these.
    private static string Copied(string text)
    {
        var (paths, schemas) = (Section(text, "\npaths:\n", "\n"), Section(text, "\n  schemas:\n", "\n  "));
        var (morePaths, moreSchemas) = (new StringBuilder(paths), new StringBuilder(schemas));
        for (var copy = 1; copy < Copies; copy++)
        {
            var name = $"c{copy}";
            morePaths.Append(Renamed(PathLine().Replace(paths, $"  /{name}$1"), name));
            moreSchemas.Append(Renamed(SchemaLine().Replace(schemas, $"    {name}_$1"), name));
        }

        return text.Replace(paths, morePaths.ToString(), StringComparison.Ordinal)
            .Replace(schemas, moreSchemas.ToString(), StringComparison.Ordinal);
    }

    private static string Renamed(string part, string name) => OperationId().Replace(
        part.Replace("#/components/schemas/", $"#/components/schemas/{name}_", StringComparison.Ordinal), $"$0{name}");

    // From behind its name to the next of the same depth.
    private static string Section(string text, string name, string indent)
    {
        var start = text.IndexOf(name, StringComparison.Ordinal) + name.Length;
        var end = Regex.Match(text[start..], $"{indent}[a-z]", RegexOptions.None, TimeSpan.FromSeconds(10));
        return end.Success ? text.Substring(start, end.Index + 1) : text[start..];
    }

    [GeneratedRegex("^  (/)", RegexOptions.Multiline)]
    private static partial Regex PathLine();

    [GeneratedRegex("^    ([A-Za-z_])", RegexOptions.Multiline)]
    private static partial Regex SchemaLine();

    [GeneratedRegex("operationId: ")]
    private static partial Regex OperationId();
}
