using System.Diagnostics;
using System.Globalization;
using Intercom.Generator.Tests.Mutations;

namespace Intercom.Generator.Benchmarks;

/// <summary>Runs the generator over very many mutations of documents, and says what came of them: <c>mutations 10000 --seed 1</c>.</summary>
internal static class MutationCommand
{
    // The whole document costs as much as a hundred small ones, and as much again to be compiled.
    private const int WholeEvery = 200;

    public static int Run(int count, int first)
    {
        var clock = Stopwatch.StartNew();
        var results = new List<MutationResult>();
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var isWhole = i % WholeEvery == WholeEvery - 1;
            var result = MutationRun.Of(first + i, isWhole, compiles: !isWhole || i % (4 * WholeEvery) == WholeEvery - 1);
            lock (results)
            {
                results.Add(result);
                if (result.IsFailure)
                    Console.WriteLine($"{result.Seed}{(isWhole ? " (whole)" : "")}: {result.What} {result.Detail}");
            }
        });
        foreach (var outcome in Enum.GetValues<MutationOutcome>())
            Console.WriteLine($"{outcome,-16}{results.Count(result => result.What == outcome),7}");
        foreach (var said in results.SelectMany(static result => result.Said).GroupBy(static id => id).OrderBy(static same => same.Key))
            Console.WriteLine($"  said {said.Key,-11}{said.Count(),7}");
        Console.WriteLine($"{count} mutations from {first} on in {clock.Elapsed.TotalSeconds:0} s");
        return results.Count(static result => result.IsFailure);
    }

    public static int Run(string[] arguments) => Run(
        arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 10_000,
        arguments is [_, "--seed", var seed] ? int.Parse(seed, CultureInfo.InvariantCulture) : 1);
}
