using System.Diagnostics;

namespace Intercom.Client.Tests;

/// <summary>Prism on loopback: a server that knows nothing but a document, and refuses each request that does not fit it.</summary>
internal sealed class PrismServer : IAsyncDisposable
{
    private const string Listening = "Prism is listening on ";
    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private readonly Task _draining;

    private PrismServer(Process process, DirectoryInfo folder, Uri address)
    {
        _process = process;
        _folder = folder;
        Address = address;
        // It prints every request, and would stop at a pipe that is full.
        _draining = Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(Stream.Null), process.StandardError.BaseStream.CopyToAsync(Stream.Null));
    }

    public Uri Address { get; }

    /// <summary>Serves a document on a port that the system chooses.</summary>
    public static async Task<PrismServer> StartAsync(ApiDocument document)
    {
        var folder = Directory.CreateTempSubdirectory();
        var file = Path.Combine(folder.FullName, document.Name);
        await File.WriteAllTextAsync(file, document.Text);
        // With --errors an answer that does not fit the document is refused too.
        var process = NodeTools.Start("prism", "mock", "--errors", "--host", "127.0.0.1", "--port", "0", file);
        try
        {
            return new PrismServer(process, folder, await AddressAsync(process));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            folder.Delete(recursive: true);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // There is what it cannot read and does not survive.
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _draining;
        _process.Dispose();
        // Not before: Prism watches its document, and stops for a while, or for good, when that changes.
        _folder.Delete(recursive: true);
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var printed = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
                return new Uri(line[(at + Listening.Length)..].Trim());
            printed.Add(line);
        }

        throw new InvalidOperationException($"Prism ended before it listened:\n{string.Join('\n', printed)}\n{await process.StandardError.ReadToEndAsync()}");
    }
}
