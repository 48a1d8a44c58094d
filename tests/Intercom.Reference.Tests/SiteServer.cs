using System.Net;
using System.Net.Sockets;

namespace Intercom.Reference.Tests;

/// <summary>Serves a folder on loopback, as a browser needs it: scripts of pages that are opened as files may fetch nothing.</summary>
internal sealed class SiteServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _folder;

    public SiteServer(string folder)
    {
        _folder = folder;
        Address = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // The browser went, or the test is over.
            }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var response = context.Response;
        var path = context.Request.Url!.AbsolutePath;
        var file = Path.GetFullPath(Path.Combine(_folder, path.TrimStart('/')));
        response.ContentType = Path.GetExtension(path) switch
        {
            ".js" => "text/javascript",
            ".css" => "text/css",
            ".json" => "application/json",
            ".svg" => "image/svg+xml",
            _ => "text/html; charset=utf-8",
        };
        if (file.StartsWith(_folder, StringComparison.Ordinal) && File.Exists(file))
            await response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(file));
        else
            response.StatusCode = 404;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
