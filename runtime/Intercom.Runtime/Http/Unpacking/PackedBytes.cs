namespace Intercom;

/// <summary>Packed bytes whose end cannot be overlooked: whoever unpacks them asks for more only where the packing did not end.</summary>
/// <param name="inner">The bytes.</param>
/// <param name="tail">What is given once after the last of them; where there is nothing to give, going on after the last is an
/// error.</param>
internal sealed class PackedBytes(Stream inner, ReadOnlyMemory<byte> tail) : ReadStream
{
    private readonly bool _mayEnd = !tail.IsEmpty;
    private ReadOnlyMemory<byte> _tail = tail;
    private byte[]? _first;
    private bool _isEmpty;

    /// <summary>The first byte, which is read again afterwards; null where there is none.</summary>
    public async ValueTask<byte?> FirstAsync(CancellationToken cancellationToken)
    {
        var first = new byte[1];
        _isEmpty = await inner.ReadAsync(first, cancellationToken).ConfigureAwait(false) == 0;
        _first = _isEmpty ? null : first;
        return _first?[0];
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isEmpty || buffer.IsEmpty)
            return 0;
        if (_first is not null)
        {
            buffer.Span[0] = _first[0];
            _first = null;
            return 1;
        }

        var count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return count > 0 ? count : End(buffer.Span);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int End(Span<byte> buffer)
    {
        if (!_mayEnd)
            throw new InvalidDataException("The packed body was cut.");
        var count = Math.Min(buffer.Length, _tail.Length);
        _tail.Span[..count].CopyTo(buffer);
        _tail = _tail[count..];
        return count;
    }
}
