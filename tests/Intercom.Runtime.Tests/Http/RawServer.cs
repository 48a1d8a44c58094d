using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Intercom.Runtime.Tests.Http;

/// <summary>Speaks HTTP/1.1 by hand on loopback: each request, counted from 1, is answered with a text, or with a closed connection where there is none.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    /// <summary>Ends an answer after which the connection is closed.</summary>
    public const string ThenClose = "\0close";

    /// <summary>Ends an answer after which the connection is reset.</summary>
    public const string ThenReset = "\0reset";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, int, string?> _answer;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Task _accepting;
    private int _count;

    public RawServer(Func<string, int, string?> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyList<string> Requests => [.. _requests];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        var stream = client.GetStream();
        while (await ReadAsync(stream) is { } request)
        {
            _requests.Enqueue(request);
            if (_answer(request, Interlocked.Increment(ref _count)) is not { } answer)
                return;
            var end = answer.IndexOf('\0', StringComparison.Ordinal);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(end < 0 ? answer : answer[..end]));
            if (end < 0)
                continue;
            if (answer.EndsWith(ThenReset, StringComparison.Ordinal))
                client.LingerState = new LingerOption(true, 0);
            return;
        }
    }

    private static async Task<string?> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (true)
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
                return null;
            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
            var all = text.ToString();
            var end = all.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && all.Length - end - 4 >= Length(all))
                return all;
        }
    }

    private static int Length(string request)
    {
        var line = request.Split("\r\n").FirstOrDefault(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line[15..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
