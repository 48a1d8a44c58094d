using System.Text;

namespace Intercom.Testing;

/// <summary>What a client sends: lines, and bytes of a known number.</summary>
internal sealed class LoopbackInput(Stream stream)
{
    private const int LongestLine = 64 * 1024;

    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next line without its end; null where the client has left before it began.</summary>
    public async Task<string?> LineAsync(CancellationToken cancellationToken)
    {
        var line = new MemoryStream();
        while (true)
        {
            var end = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
            line.Write(_buffer, _start, (end < 0 ? _end : end) - _start);
            if (end >= 0)
            {
                _start = end + 1;
                return Encoding.Latin1.GetString(line.ToArray()).TrimEnd('\r');
            }

            if (line.Length > LongestLine)
                throw new IOException("A line of the request has no end.");
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                return line.Length == 0 ? null : throw new IOException("A line of the request was cut.");
        }
    }

    public async Task<byte[]> BytesAsync(int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        for (var at = 0; at < count;)
        {
            if (_start == _end && !await FillAsync(cancellationToken).ConfigureAwait(false))
                throw new IOException("The body of the request was cut.");
            var taken = Math.Min(count - at, _end - _start);
            Array.Copy(_buffer, _start, bytes, at, taken);
            (at, _start) = (at + taken, _start + taken);
        }

        return bytes;
    }

    /// <summary>Ends when the client leaves, and cancels; or when that is not waited for any more.</summary>
    public async Task EndAsync(CancellationTokenSource left)
    {
        try
        {
            if (_start == _end && !await FillAsync(left.Token).ConfigureAwait(false))
                await left.CancelAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The answer was written before.
        }
        catch (IOException)
        {
            await left.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        (_start, _end) = (0, 0);
        _end = await stream.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
        return _end > 0;
    }
}
