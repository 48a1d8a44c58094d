using System.Diagnostics;

namespace Intercom.Client.Tests.Samples;

/// <summary>What a sample said when it ran as a process of its own.</summary>
internal sealed record SampleRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The lines of the output that are not empty.</summary>
    public IEnumerable<string> Lines => Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static async Task<SampleRun> OfAsync(string sample, params (string Name, string Value)[] variables)
    {
        using var process = Process.Start(Command(sample, variables))!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new SampleRun(process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo Command(string sample, (string Name, string Value)[] variables)
    {
        var command = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Built(sample)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Whoever runs the tests may have a token for the samples; with it they would call the real Intercom.
        foreach (var name in command.Environment.Keys.Where(static name => name.StartsWith("INTERCOM", StringComparison.OrdinalIgnoreCase)).ToList())
            command.Environment.Remove(name);
        foreach (var (name, value) in variables)
            command.Environment[name] = value;
        return command;
    }

    /// <summary>The sample as it was built with these tests, in the same configuration.</summary>
    private static string Built(string sample)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = framework.Parent!;
        var tests = configuration.Parent!.Parent!.Parent!;
        return Path.Combine(tests.FullName, "samples", sample, "bin", configuration.Name, framework.Name, $"{sample}.dll");
    }
}
