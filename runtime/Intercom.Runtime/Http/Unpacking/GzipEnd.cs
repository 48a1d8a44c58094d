using System.IO.Compression;

namespace Intercom;

/// <summary>
/// Unpacked gzip that was whole. The platform ends a cut one in silence; a member of our own behind the last one is read only where the
/// last one was whole.
/// </summary>
internal sealed class GzipEnd(Stream unpacked) : ReadStream
{
    private static readonly byte[] Mark = "the end of a gzip stream"u8.ToArray();

    private readonly byte[] _buffer = new byte[8 * 1024];
    private int _start;
    private int _end;
    private bool _hasEnded;

    /// <summary>The member that the packed bytes are to end with.</summary>
    public static ReadOnlyMemory<byte> Member { get; } = Pack();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!_hasEnded && !buffer.IsEmpty)
        {
            var count = Math.Min(_end - _start - Mark.Length, buffer.Length);
            if (count > 0)
            {
                _buffer.AsMemory(_start, count).CopyTo(buffer);
                _start += count;
                return count;
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            unpacked.Dispose();
        base.Dispose(disposing);
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var count = await unpacked.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += count;
        if (count > 0)
            return;
        if (!_buffer.AsSpan(0, _end).SequenceEqual(Mark))
            throw new InvalidDataException("The packed body was cut, or something follows it.");
        _hasEnded = true;
    }

    private static byte[] Pack()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(Mark);
        return packed.ToArray();
    }
}
