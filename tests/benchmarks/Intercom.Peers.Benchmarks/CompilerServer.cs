using System.Diagnostics;

namespace Intercom.Peers.Benchmarks;

/// <summary>A compiler that stays in memory, as it does while one works on a program, and that serves one project only.</summary>
internal sealed class CompilerServer : IDisposable
{
    private readonly string _name = $"intercom-{Guid.NewGuid():N}";
    private readonly Process _process;

    public CompilerServer(string folder)
    {
        var compilers = Command.Run(folder, "dotnet", "msbuild", "-getProperty:RoslynTargetsPath").Output.Trim();
        var start = Command.Start(folder, "dotnet", Path.Combine(compilers, "bincore", "VBCSCompiler.dll"), $"-pipename:{_name}");
        _process = Process.Start(start)!;
        _process.OutputDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What a build is told so that it compiles here.</summary>
    public string[] Arguments => ["-p:UseSharedCompilation=true", $"-p:SharedCompilationId={_name}"];

    public bool HasEnded => _process.HasExited;

    /// <summary>The processor's time that it has taken so far.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.HasExited
                ? throw new InvalidOperationException("The compiler that was to stay in memory has ended.")
                : _process.TotalProcessorTime;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
