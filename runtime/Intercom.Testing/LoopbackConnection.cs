using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Intercom.Testing;

/// <summary>One connection of the loopback server: reads calls, writes answers.</summary>
internal sealed class LoopbackConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly LoopbackInput _input;
    private readonly CancellationToken _stopping;

    public LoopbackConnection(Socket socket, CancellationToken stopping)
    {
        _socket = socket;
        _stream = new NetworkStream(socket);
        _input = new LoopbackInput(_stream);
        _stopping = stopping;
    }

    /// <summary>The next call; null where the client has closed the connection.</summary>
    public async Task<FakeCall?> ReadAsync(Func<int> number)
    {
        if (await _input.LineAsync(_stopping).ConfigureAwait(false) is not { } line)
            return null;
        var parts = line.Split(' ');
        if (parts.Length != 3)
            throw new IOException("That is no request line.");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await _input.LineAsync(_stopping).ConfigureAwait(false) is { Length: > 0 } header)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                throw new IOException("That is no header.");
            var (name, value) = (header[..colon], header[(colon + 1)..].Trim());
            headers[name] = headers.TryGetValue(name, out var before) ? $"{before}, {value}" : value;
        }

        if (headers.ContainsKey("Expect"))
            await _stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), _stopping).ConfigureAwait(false);
        return new FakeCall(parts[0], parts[1], headers, await BodyAsync(headers).ConfigureAwait(false), number());
    }

    /// <summary>Writes an answer. Its token is cancelled when the client leaves.</summary>
    public async Task WriteAsync(FakeAnswer answer, FakeCall call)
    {
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} {(System.Net.HttpStatusCode)answer.Status}\r\n");
        if (answer.ContentType is not null)
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {answer.ContentType}\r\n");
        foreach (var (name, value) in answer.HeadersFor(call))
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (answer.IsStreamed)
            head.Append("Transfer-Encoding: chunked\r\n");
        else if (answer.Status is not (204 or 304))
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {answer.Body.Length}\r\n");
        await _stream.WriteAsync(Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), _stopping).ConfigureAwait(false);
        if (answer.IsStreamed)
            await StreamAsync(answer).ConfigureAwait(false);
        else if (call.Method != "HEAD")
            await answer.WriteAsync(_stream, _stopping).ConfigureAwait(false);
    }

    /// <summary>Ends the connection without a farewell.</summary>
    public void Cut()
    {
        try
        {
            _socket.LingerState = new LingerOption(true, 0);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It has ended by itself.
        }
    }

    public void Dispose() => _stream.Dispose();

    private async Task StreamAsync(FakeAnswer answer)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(_stopping);
        // A client that waits for an answer sends nothing: what can be read of it then is that it has left.
        var leaving = _input.EndAsync(left);
        try
        {
            await answer.WriteAsync(new ChunkedStream(_stream), left.Token).ConfigureAwait(false);
            await _stream.WriteAsync("0\r\n\r\n"u8.ToArray(), left.Token).ConfigureAwait(false);
        }
        finally
        {
            await left.CancelAsync().ConfigureAwait(false);
            await leaving.ConfigureAwait(false);
        }
    }

    private async Task<byte[]> BodyAsync(Dictionary<string, string> headers)
    {
        if (headers.TryGetValue("Content-Length", out var length))
            return await _input.BytesAsync(Size(length, NumberStyles.None), _stopping).ConfigureAwait(false);
        if (!headers.TryGetValue("Transfer-Encoding", out var coding) || !coding.Contains("chunked", StringComparison.OrdinalIgnoreCase))
            return [];
        var body = new MemoryStream();
        while (true)
        {
            var size = await _input.LineAsync(_stopping).ConfigureAwait(false) ?? throw new IOException("The body was cut.");
            var chunk = await _input.BytesAsync(Size(size.Split(';')[0], NumberStyles.AllowHexSpecifier), _stopping).ConfigureAwait(false);
            await _input.LineAsync(_stopping).ConfigureAwait(false);
            if (chunk.Length == 0)
                return body.ToArray();
            body.Write(chunk);
        }
    }

    private static int Size(string text, NumberStyles style) =>
        int.TryParse(text.Trim(), style, CultureInfo.InvariantCulture, out var size) && size >= 0
            ? size
            : throw new IOException("The length of the body is no number.");
}
