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
    // One compiler for all builds, started by the first of them: what each saves is half of its time.
    private static readonly string Compiler = $"intercom-{Guid.NewGuid():N}";

    public static Task<CommandResult> Run(string folder, string arguments) => Start(folder, "dotnet", arguments);

    /// <summary>Ends the compiler that has stayed in memory, with the packages' files in its hands.</summary>
    public static async Task EndCompiler()
    {
        var found = await Run(Repository.Root, "msbuild generator/Intercom.Generator.csproj -getProperty:RoslynTargetsPath");
        var compilers = found.Succeeds().Output.Trim();
        await Run(Repository.Root, $"\"{Path.Combine(compilers, "bincore", "VBCSCompiler.dll")}\" -shutdown -pipename:{Compiler}");
    }

    private static bool IsOfBuild(string variable) =>
        variable.StartsWith("MSBuild", StringComparison.Ordinal) || variable is "MSBUILD_EXE_PATH";

    public static async Task<CommandResult> Start(
        string folder, string program, string arguments, Action<IDictionary<string, string?>>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // The test host runs inside a build of its own, which must not be taken for theirs.
        foreach (var name in start.Environment.Keys.Where(IsOfBuild).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "true";
        start.Environment["SharedCompilationId"] = Compiler;
        start.Environment["DOTNET_NOLOGO"] = "1";
        // A program for an older framework runs on the one that is there.
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        environment?.Invoke(start.Environment);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        text += await error;
        await process.WaitForExitAsync();
        return new CommandResult($"{program} {arguments}", process.ExitCode, text, clock.Elapsed);
    }
}
