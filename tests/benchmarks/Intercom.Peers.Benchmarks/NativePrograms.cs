using System.Runtime.InteropServices;

namespace Intercom.Peers.Benchmarks;

/// <summary>How large each client's program is that makes the calls, compiled ahead of time; where it still makes them then.</summary>
internal sealed class NativePrograms(Calls calls, Numbers numbers)
{
    private const string Folder = "native";

    /// <summary>Compiles and runs them, which needs a linker; gives those of which nothing is measured, and why.</summary>
    public async Task<IReadOnlyList<string>> Measure()
    {
        List<string> broken = [];
        foreach (var caller in calls.Callers)
        {
            Publish(caller);
            if (await Calls.TryRun(Program(caller)))
                numbers.Add(caller.Name, "native", new FileInfo(Program(caller)).Length / 1e6);
            else
                broken.Add($"{PeerTools.Called(caller.Name)} does not make its calls once it is compiled ahead of time.");
        }

        return broken;
    }

    private static void Publish(Contestant caller) => Command.Run(
        caller.Folder,
        "dotnet",
        "publish", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-p:PublishAot=true", "-o", Folder);

    private static string Program(Contestant caller) =>
        Path.Combine(caller.Folder, Folder, Path.GetFileNameWithoutExtension(caller.Assembly));
}
