using System.Diagnostics;

namespace Intercom.Inbox.Tests;

/// <summary>A process that runs <see cref="InboxProgram"/>, and starts anew each time that it is killed.</summary>
internal sealed class InboxProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly string[] _arguments;
    private Process _process;

    private InboxProcess(string engine, string connection) =>
        _process = Start(_arguments = [typeof(InboxProgram).Assembly.Location, "serve", engine, connection]);

    /// <summary>Where it is; null while it starts.</summary>
    public Uri? Address { get; private set; }

    public static async Task<InboxProcess> StartAsync(string engine, string connection)
    {
        var process = new InboxProcess(engine, connection);
        await process.ReadAddressAsync();
        return process;
    }

    /// <summary>Kills it by a signal that it cannot catch, and starts another in its place.</summary>
    public async Task KillAsync()
    {
        Address = null;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = Start(_arguments);
        await ReadAddressAsync();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    private async Task ReadAddressAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        Address = new Uri(new Uri(line?.Split(' ')[^1] ?? throw new InvalidOperationException("The process did not start.")), "intercom");
    }
}
