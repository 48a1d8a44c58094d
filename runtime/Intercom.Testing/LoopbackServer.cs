using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Intercom.Testing;

/// <summary>
/// Takes calls on a free port of 127.0.0.1. It speaks HTTP/1.1 by itself, so that a test project needs no web framework for it.
/// </summary>
/// <param name="router">What answers the calls.</param>
/// <param name="stopping">Cancelled before it is disposed of.</param>
internal sealed class LoopbackServer(FakeRouter router, CancellationToken stopping) : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Task, bool> _serving = new();
    private Task _accepting = Task.CompletedTask;

    public Uri Start()
    {
        _listener.Start();
        _accepting = AcceptAsync();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
    }

    public async ValueTask DisposeAsync()
    {
        // The token ends it; a listener that stops first has nothing to say to who goes on to the next call.
        await _accepting.ConfigureAwait(false);
        _listener.Stop();
        await Task.WhenAll(_serving.Keys).ConfigureAwait(false);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                Track(ServeAsync(await _listener.AcceptSocketAsync(stopping).ConfigureAwait(false)));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // The fake stops.
        }
    }

    private void Track(Task serving)
    {
        _serving[serving] = true;
        _ = serving.ContinueWith(
            done => _serving.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task ServeAsync(Socket socket)
    {
        using var owned = socket;
        socket.NoDelay = true;
        using var connection = new LoopbackConnection(socket, stopping);
        try
        {
            while (await connection.ReadAsync(router.Calls.NextNumber).ConfigureAwait(false) is { } call)
            {
                var answer = router.Answer(call);
                if (answer.IsDrop)
                {
                    connection.Cut();
                    return;
                }

                await connection.WriteAsync(answer, call).ConfigureAwait(false);
            }
        }
        catch (Exception)
        {
            // Whatever ended it, be it the function that writes a body, the client sees a connection that was cut.
            connection.Cut();
        }
    }
}
