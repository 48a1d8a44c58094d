using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Intercom.Runtime.Tests.AspNetCore;

/// <summary>A process that runs <see cref="WebhookProgram"/>, and is ended by a signal.</summary>
internal sealed class WebhookProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _log = new();
    private readonly Process _process;

    private WebhookProcess(int capacity, int drainSeconds, string behaviour)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [typeof(WebhookProgram).Assembly.Location, $"{capacity}", $"{drainSeconds}", behaviour];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Told(line.Data);
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The ids of what was handled, in the order in which it was.</summary>
    public ConcurrentQueue<string> Handled { get; } = new();

    public string Log => string.Join('\n', _log);

    public Uri Address => new(_address.Task.Result, "intercom");

    public static async Task<WebhookProcess> StartAsync(int capacity, int drainSeconds, string behaviour)
    {
        var process = new WebhookProcess(capacity, drainSeconds, behaviour);
        await process._address.Task.WaitAsync(Patience);
        return process;
    }

    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits until the process has ended, and gives its exit code.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private void Told(string? line)
    {
        if (line?.Split(' ') is ["at", var address])
            _address.TrySetResult(new Uri(address));
        else if (line?.Split(' ') is ["handled", var id])
            Handled.Enqueue(id);
    }
}
