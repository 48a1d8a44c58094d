using Intercom.Generator.Tests;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generator.Benchmarks;

/// <summary>What documents cost that are small to write down and large to follow: the processor's time and the memory of each, once the
/// generator is warm.</summary>
internal static class Bounds
{
    private const double MostSeconds = 2;

    private static readonly CSharpCompilation Consumer = Project.Of();

    public static int Measure(string? part)
    {
        var inputs = HugeDocuments.Beyond.Select(static pair => (pair.Key, pair.Value.Input))
            .Concat(HugeDocuments.Within.Concat(HugeLists.All).Concat(HugeNestings.All)
                .Select(static pair => (pair.Key, Input: pair.Value)))
            .Where(pair => part is null || pair.Key.Contains(part, StringComparison.OrdinalIgnoreCase)).ToList();
        Run(SpecInput.Of(GeneratorBenchmarks.Read("intercom-preview.yaml")));
        var slow = 0;
        foreach (var (name, input) in inputs)
        {
            var read = input();
            var (seconds, bytes, said) = Run(read);
            // What was slow once may have waited for the compiler of the machine's code.
            if (seconds > MostSeconds / 2)
                seconds = Math.Min(seconds, Run(read).Seconds);
            slow += seconds > MostSeconds ? 1 : 0;
            Console.WriteLine($"{seconds,6:0.00} s {bytes / 1_000_000,6} MB  {name}: {said}");
        }

        Console.WriteLine($"{inputs.Count} documents, {slow} over {MostSeconds} s");
        return slow;
    }

    private static (double Seconds, long Bytes, string Said) Run(SpecInput input)
    {
        var driver = Project.Driver(input, tracksSteps: false);
        GC.Collect();
        var (time, bytes) = (OwnTime.Spent, GC.GetTotalAllocatedBytes());
        var result = driver.RunGenerators(Consumer).GetRunResult().Results.Single();
        var seconds = (OwnTime.Spent - time).TotalSeconds;
        var said = string.Join(", ", result.Diagnostics.GroupBy(static d => d.Id).Select(static same => $"{same.Count()} × {same.Key}"));
        return (seconds, GC.GetTotalAllocatedBytes() - bytes, result.Exception?.Message ?? said);
    }
}
