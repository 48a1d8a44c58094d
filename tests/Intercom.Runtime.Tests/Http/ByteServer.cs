using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Intercom.Runtime.Tests.Http;

/// <summary>Speaks HTTP/1.1 by hand on loopback: each request, counted from 1, is answered with bytes, and the connection is closed after them.</summary>
internal sealed class ByteServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Func<int, IEnumerable<byte[]>> _answer;
    private readonly Task _accepting;
    private int _count;

    public ByteServer(Func<int, IEnumerable<byte[]>> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public IReadOnlyCollection<string> Requests => _requests;

    public static byte[] Head(string status, params string[] headers) =>
        Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\n{string.Concat(headers.Select(static header => header + "\r\n"))}\r\n");

    public IntercomConnection Connect(TimeProvider? time = null, Action<IntercomClientOptions>? configure = null)
    {
        var options = new IntercomClientOptions
        {
            AccessToken = "tok",
            BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"),
            TimeProvider = time ?? new FakeTime(),
            Random = static () => 0,
        };
        configure?.Invoke(options);
        return new IntercomConnection(options, "2.14");
    }

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
        var request = new byte[16 * 1024];
        var length = await stream.ReadAsync(request);
        _requests.Enqueue(Encoding.Latin1.GetString(request, 0, length));
        try
        {
            foreach (var bytes in _answer(Interlocked.Increment(ref _count)))
                await stream.WriteAsync(bytes);
            client.Client.Shutdown(SocketShutdown.Send);
            while (await stream.ReadAsync(request) > 0)
            {
            }
        }
        catch (IOException)
        {
            // The client has had enough.
        }
    }
}
