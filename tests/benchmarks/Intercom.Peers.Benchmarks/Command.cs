using System.Diagnostics;

namespace Intercom.Peers.Benchmarks;

/// <summary>What a command took: the clock's time, and the processor's with that of all that it started and waited for.</summary>
internal sealed record Spent(TimeSpan Wall, TimeSpan Cpu, string Output);

/// <summary>Commands, run to their end.</summary>
internal static class Command
{
    /// <summary>Runs a command that has to succeed.</summary>
    public static Spent Run(string folder, string program, params IEnumerable<string> arguments)
    {
        var spent = TryRun(folder, program, out var exitCode, arguments);
        return exitCode == 0
            ? spent
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {exitCode}:\n{spent.Output}");
    }

    /// <summary>Runs a command that may fail.</summary>
    public static Spent TryRun(string folder, string program, out int exitCode, params IEnumerable<string> arguments)
    {
        var start = Start(folder, program, arguments);
        var (clock, cpu) = (Stopwatch.StartNew(), ChildProcesses.CpuTime());
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + error.GetAwaiter().GetResult();
        process.WaitForExit();
        exitCode = process.ExitCode;
        return new Spent(clock.Elapsed, ChildProcesses.CpuTime() - cpu, output);
    }

    /// <summary>How a command is started: without what the build has set that this program runs in.</summary>
    public static ProcessStartInfo Start(string folder, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var ofTheBuild = start.Environment.Keys.Where(static name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase));
        foreach (var name in ofTheBuild.ToList())
            start.Environment.Remove(name);
        // Nothing that stays in memory may serve the one and not the other.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }
}
