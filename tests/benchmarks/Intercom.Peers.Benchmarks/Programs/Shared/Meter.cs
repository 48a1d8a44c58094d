using System.Diagnostics;
using System.Globalization;

namespace Peers;

/// <summary>Measures actions: once all are warm, the processor's time, the clock's and the allocated bytes of one run of each.</summary>
internal static class Meter
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(100);
    private const int Batches = 9;

    private static readonly List<(string Name, int PerRun, Func<Task> Run)> Actions = [];

    /// <summary>Adds an action that does the same so often in a run.</summary>
    public static void Add(string name, int perRun, Func<Task> run) => Actions.Add((name, perRun, run));

    /// <summary>Measures them, one after the other, and prints their numbers.</summary>
    public static async Task MeasureAll()
    {
        foreach (var action in Actions)
            await Warmed(action.Run);
        foreach (var (name, perRun, run) in Actions)
        {
            var perBatch = Math.Max(1, (int)(await Warmed(run) * (Batch / Warm)));
            var batches = new List<(double Cpu, double Wall, double Bytes)>();
            for (var i = 0; i < Batches; i++)
                batches.Add(await One(perBatch, run));
            Print(name + ".cpu", Median(batches.Select(static b => b.Cpu)) / perRun);
            Print(name + ".wall", Median(batches.Select(static b => b.Wall)) / perRun);
            Print(name + ".bytes", Median(batches.Select(static b => b.Bytes)) / perRun);
        }
    }

    // How often it ran until it is compiled for good.
    private static async Task<int> Warmed(Func<Task> run)
    {
        var runs = 0;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Warm; runs++)
            await run();
        return runs;
    }

    private static async Task<(double Cpu, double Wall, double Bytes)> One(int runs, Func<Task> run)
    {
        var (cpu, bytes, clock) =
            (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
        for (var i = 0; i < runs; i++)
            await run();
        var (wall, spent) = (clock.Elapsed, Environment.CpuUsage.TotalTime - cpu);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return (spent.TotalMicroseconds / runs, wall.TotalMicroseconds / runs, allocated / (double)runs);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Batches / 2);

    private static void Print(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.###}"));
}
