using System.Globalization;

namespace Intercom.Peers.Benchmarks;

/// <summary>What a call costs: each client's program makes the same calls and prints its numbers.</summary>
internal sealed class Calls(IEnumerable<Contestant> contestants, Numbers numbers)
{
    private static readonly string Bodies = Path.Combine(Repository.Root, "tests", "benchmarks", "Intercom.Benchmarks", "Data");

    private readonly List<Contestant> _callers = [.. contestants.Where(static contestant => contestant.Client is not null)];

    public void Prepare()
    {
        foreach (var caller in _callers)
        {
            caller.TakeCalls();
            Command.Run(caller.Folder, "dotnet", "build", "-c", "Release", "--no-incremental", "-p:UseSharedCompilation=false");
        }
    }

    public async Task Round()
    {
        await using var server = await LoopbackServer.Start(global::Peers.Answers.From(Bodies));
        foreach (var caller in _callers)
        {
            var output = Command.Run(caller.Output, "dotnet", caller.Assembly, Bodies, server.Address).Output;
            foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                if (line.Split(' ') is [var measured, var value])
                    numbers.Add(caller.Name, measured, double.Parse(value, CultureInfo.InvariantCulture));
        }
    }
}
