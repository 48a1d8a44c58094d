using System.Globalization;

namespace Intercom.Peers.Benchmarks;

/// <summary>What a call costs: each client's program makes the same calls and prints its numbers.</summary>
internal sealed class Calls(IEnumerable<Contestant> contestants, Numbers numbers)
{
    private static readonly string Bodies = Path.Combine(Repository.Root, "tests", "benchmarks", "Intercom.Benchmarks", "Data");

    /// <summary>Those that have a program which makes calls.</summary>
    public IReadOnlyList<Contestant> Callers { get; } = [.. contestants.Where(static contestant => contestant.Client is not null)];

    public void Prepare()
    {
        foreach (var caller in Callers)
        {
            caller.TakeCalls();
            Command.Run(caller.Folder, "dotnet", "build", "-c", "Release", "--no-incremental", "-p:UseSharedCompilation=false");
        }
    }

    /// <summary>Whether a program makes all calls, and gets what it should.</summary>
    public static async Task<bool> TryRun(string program)
    {
        await using var server = await LoopbackServer.Start(global::Peers.Answers.From(Bodies));
        Command.TryRun(Path.GetDirectoryName(program)!, program, out var exitCode, Bodies, server.Address);
        return exitCode == 0;
    }

    public async Task Round()
    {
        await using var server = await LoopbackServer.Start(global::Peers.Answers.From(Bodies));
        foreach (var caller in Callers)
        {
            var output = Command.Run(caller.Output, "dotnet", caller.Assembly, Bodies, server.Address).Output;
            foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                if (line.Split(' ') is [var measured, var value])
                    numbers.Add(caller.Name, measured, double.Parse(value, CultureInfo.InvariantCulture));
        }
    }
}
