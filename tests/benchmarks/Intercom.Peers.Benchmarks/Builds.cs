using System.Globalization;
using System.Text.RegularExpressions;

namespace Intercom.Peers.Benchmarks;

/// <summary>What a project costs to build: with nothing warm, and after an edit of the user's own file with a compiler that is.</summary>
internal sealed partial class Builds(IReadOnlyList<Contestant> contestants, Numbers numbers) : IDisposable
{
    private const int WarmingBuilds = 4;
    private static readonly TimeSpan LeastCompilation = TimeSpan.FromMilliseconds(30);

    private readonly Dictionary<string, CompilerServer> _servers = [];

    public void Round(int round)
    {
        foreach (var contestant in contestants)
            Add(contestant, "cold", Build(contestant, "--no-incremental", "-p:UseSharedCompilation=false"));
        foreach (var contestant in contestants)
            Edited(contestant, round);
    }

    public void Sizes()
    {
        foreach (var contestant in contestants)
            numbers.Add(contestant.Name, "dll", new FileInfo(Path.Combine(contestant.Output, contestant.ClientAssembly)).Length / 1e6);
    }

    /// <summary>The time that the generator takes inside a compiler that has just been started, as the compiler reports it.</summary>
    public static double GeneratorSeconds(Contestant contestant)
    {
        var output = Build(contestant, "--no-incremental", "-p:UseSharedCompilation=false", "-p:ReportAnalyzer=true", "-v:d").Output;
        var said = GeneratorTime().Match(output);
        return said.Success
            ? double.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException("The compiler does not say how long the generator took:\n" + output);
    }

    public void Dispose()
    {
        foreach (var server in _servers.Values)
            server.Dispose();
    }

    // What a developer does: the project was built, a line changes, it is built again.
    private void Edited(Contestant contestant, int round)
    {
        var server = Server(contestant);
        File.WriteAllText(contestant.ProgramFile, $"{contestant.Program}\nConsole.WriteLine({round});\n");
        var before = server.CpuTime;
        var spent = Build(contestant, server.Arguments);
        var compiler = server.CpuTime - before;
        if (compiler < LeastCompilation)
            throw new InvalidOperationException("The compiler that stays in memory was not used.");
        Add(contestant, "edit", spent with { Cpu = spent.Cpu + compiler });
    }

    // One that has nothing to do for ten minutes ends, and has to be warmed again.
    private CompilerServer Server(Contestant contestant)
    {
        if (_servers.TryGetValue(contestant.Name, out var warm) && !warm.HasEnded)
            return warm;
        warm?.Dispose();
        var server = _servers[contestant.Name] = new CompilerServer(contestant.Folder);
        for (var i = 0; i < WarmingBuilds; i++)
            Build(contestant, ["--no-incremental", .. server.Arguments]);
        return server;
    }

    private static Spent Build(Contestant contestant, params IEnumerable<string> arguments) =>
        Command.Run(contestant.Folder, "dotnet", ["build", "-c", "Release", .. arguments]);

    private void Add(Contestant contestant, string measured, Spent spent)
    {
        numbers.Add(contestant.Name, measured + ".wall", spent.Wall.TotalSeconds);
        numbers.Add(contestant.Name, measured + ".cpu", spent.Cpu.TotalSeconds);
    }

    [GeneratedRegex(@"Total generator execution time: ([0-9.]+) seconds")]
    private static partial Regex GeneratorTime();
}
