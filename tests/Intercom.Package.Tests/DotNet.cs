using System.Diagnostics;
using Xunit;

namespace Intercom.Package.Tests;

/// <summary>What a command said, and how it ended.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output, TimeSpan Time)
{
    private const int ShownLength = 4000;

    private string Shown => Output.Length <= ShownLength ? Output : Output[..(ShownLength / 2)] + "\n…\n" + Output[^(ShownLength / 2)..];

    public CommandResult Succeeds()
    {
        Assert.True(ExitCode == 0, $"{Command} ended with {ExitCode}:\n{Shown}");
        return this;
    }

    public CommandResult Fails()
    {
        Assert.True(ExitCode != 0, $"{Command} succeeded:\n{Shown}");
        return this;
    }

    public CommandResult Says(string text)
    {
        Assert.True(Output.Contains(text, StringComparison.Ordinal), $"{Command} does not say '{text}':\n{Shown}");
        return this;
    }

    public CommandResult DoesNotSay(string text)
    {
        Assert.True(!Output.Contains(text, StringComparison.Ordinal), $"{Command} says '{text}':\n{Shown}");
        return this;
    }
}

/// <summary>Commands, run to their end.</summary>
internal static class DotNet
{
    public static Task<CommandResult> Run(string folder, string arguments) => Start(folder, "dotnet", arguments);

    public static async Task<CommandResult> Start(string folder, string program, string arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The test host runs inside a build of its own, which must not be taken for theirs.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBuild", StringComparison.Ordinal) || name is "MSBUILD_EXE_PATH").ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // A program for an older framework runs on the one that is there.
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        text += await error;
        await process.WaitForExitAsync();
        return new CommandResult($"{program} {arguments}", process.ExitCode, text, clock.Elapsed);
    }
}
