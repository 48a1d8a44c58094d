using System.Runtime.InteropServices;

namespace Intercom.Peers.Benchmarks;

/// <summary>How large each client's program is that makes the calls, compiled ahead of time; where it still makes them then.</summary>
internal sealed class NativePrograms(Calls calls, Numbers numbers)
{
    private const string Folder = "native";

    /// <summary>Compiles and runs them, and says of which program nothing is measured, and why.</summary>
    public async Task<IReadOnlyList<string>> Measure()
    {
        List<string> broken = [];
        foreach (var caller in calls.Callers)
            if (!Publishes(caller))
                broken.Add($"{PeerTools.Called(caller.Name)} cannot be compiled ahead of time.");
            else if (!await Calls.TryRun(Program(caller)))
                broken.Add($"{PeerTools.Called(caller.Name)} does not make its calls once it is compiled ahead of time.");
            else
                numbers.Add(caller.Name, "native", new FileInfo(Program(caller)).Length / 1e6);
        return broken;
    }

    private static bool Publishes(Contestant caller)
    {
        Command.TryRun(
            caller.Folder, "dotnet", out var exitCode,
            "publish", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-p:PublishAot=true", "-o", Folder);
        return exitCode == 0;
    }

    private static string Program(Contestant caller) =>
        Path.Combine(caller.Folder, Folder, Path.GetFileNameWithoutExtension(caller.Assembly));
}
