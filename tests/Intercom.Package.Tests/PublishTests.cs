using System.Runtime.InteropServices;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Package.Tests;

/// <summary>Published programs: trimmed, and compiled ahead of time.</summary>
[Collection(nameof(Feed))]
public sealed class PublishTests(Feed feed, ITestOutputHelper output)
{
    [Fact]
    public async Task A_trimmed_program_holds_what_it_uses() => await Publishes("net10.0", "<PublishTrimmed>true</PublishTrimmed><SelfContained>true</SelfContained>");

    [LinkerFact]
    public async Task A_native_program_starts_at_once() => await Publishes("net10.0", "<PublishAot>true</PublishAot>");

    private async Task Publishes(string framework, string properties)
    {
        var runtime = RuntimeInformation.RuntimeIdentifier;
        var consumer = new Consumer(feed, framework.Replace(".", "", StringComparison.Ordinal))
            .Project(framework, $"{properties}<RuntimeIdentifier>{runtime}</RuntimeIdentifier><TreatWarningsAsErrors>true</TreatWarningsAsErrors><InvariantGlobalization>true</InvariantGlobalization>")
            .With("Program.cs", Consumer.Program);
        var publish = (await DotNet.Run(consumer.Folder, "publish -c Release -o published")).Succeeds().DoesNotSay("warning");
        var folder = new DirectoryInfo(Path.Combine(consumer.Folder, "published"));
        var program = Path.Combine(folder.FullName, consumer.Name + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var run = (await DotNet.Start(consumer.Folder, program, "")).Succeeds().Says(Consumer.Sent).Says(Consumer.Received);
        var again = await DotNet.Start(consumer.Folder, program, "");
        output.WriteLine($"{framework}, {runtime}: published in {publish.Time.TotalSeconds:0} s; {folder.EnumerateFiles().Where(static file => file.Extension is not (".dbg" or ".pdb")).Sum(static file => file.Length) / 1_000_000.0:0.0} MB in all; started and ended in {again.Time.TotalMilliseconds:0} ms (first {run.Time.TotalMilliseconds:0} ms)");
        foreach (var file in folder.EnumerateFiles("*.dll").Where(file => file.Name.StartsWith("Intercom", StringComparison.Ordinal) || file.Name.StartsWith(consumer.Name, StringComparison.Ordinal)))
            output.WriteLine($"{file.Name}: {file.Length / 1000} kB");
    }
}

/// <summary>A test that needs a linker for native code.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinkerFactAttribute : FactAttribute
{
    public LinkerFactAttribute() => Skip = OperatingSystem.IsLinux() && !HasLinker() ? "Neither clang nor gcc is installed, and compiling ahead of time needs one of them for linking." : null;

    private static bool HasLinker() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(static folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));
}
