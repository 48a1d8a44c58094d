using System.Buffers;
using System.IO.Compression;

namespace Intercom;

/// <summary>Unpacked brotli. The platform's stream takes a cut one for a whole one; its decoder tells them apart.</summary>
internal sealed class BrotliBytes(Stream packed) : ReadStream
{
    private readonly byte[] _buffer = new byte[8 * 1024];
    private ReadOnlyMemory<byte> _waiting;
    private BrotliDecoder _decoder;
    private bool _hasEnded;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!_hasEnded && !buffer.IsEmpty)
        {
            var status = _decoder.Decompress(_waiting.Span, buffer.Span, out var consumed, out var count);
            _waiting = _waiting[consumed..];
            if (status == OperationStatus.InvalidData)
                throw new InvalidDataException("The packed body is no brotli.");
            _hasEnded = status == OperationStatus.Done;
            if (count > 0)
                return count;
            if (status == OperationStatus.NeedMoreData)
                await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _decoder.Dispose();
            packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        _waiting.CopyTo(_buffer);
        var count = await packed.ReadAsync(_buffer.AsMemory(_waiting.Length), cancellationToken).ConfigureAwait(false);
        _waiting = _buffer.AsMemory(0, _waiting.Length + count);
    }
}
