using System.Buffers;

namespace Intercom;

/// <summary>
/// A body in memory that is lent for as long as its reply is read: whatever outlives the reply is made of it or copied.
/// </summary>
internal sealed class ResponseBody : IDisposable
{
    private const int FirstPiece = 16 * 1024;

    // What a server says of its length costs no more than that before the bytes are there.
    private const int LargestPiece = 1024 * 1024;

    private readonly int _length;
    private byte[]? _lent;

    private ResponseBody(ArraySegment<byte> lent) => (_lent, _length) = (lent.Array, lent.Count);

    /// <summary>The body of a reply that has none, or whose body is handed on as a stream.</summary>
    public static ResponseBody None() => new(ArraySegment<byte>.Empty);

    /// <summary>The bytes, unpacked.</summary>
    /// <exception cref="ObjectDisposedException">The reply is done with, and the memory belongs to another.</exception>
    public ReadOnlyMemory<byte> Bytes => new(_lent ?? throw new ObjectDisposedException(nameof(ResponseBody)), 0, _length);

    /// <summary>Reads a body, up to a limit that counts what is unpacked.</summary>
    /// <returns>The body; null where it is larger than the limit.</returns>
    public static async ValueTask<ResponseBody?> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
            return null;
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = stream.ConfigureAwait(false);
        var expected = Math.Min(content.Headers.ContentLength ?? 0, LargestPiece);
        var first = await PieceAsync(stream, (int)Math.Max(expected + 1, FirstPiece), cancellationToken).ConfigureAwait(false);
        if (first.Count < first.Array!.Length && first.Count <= limit)
            return new ResponseBody(first);
        var pieces = new List<ArraySegment<byte>> { first };
        try
        {
            var isWhole = await ReadOnAsync(stream, pieces, limit, cancellationToken).ConfigureAwait(false);
            return isWhole ? new ResponseBody(Join(pieces)) : null;
        }
        finally
        {
            foreach (var piece in pieces)
                ArrayPool<byte>.Shared.Return(piece.Array!);
        }
    }

    public void Dispose()
    {
        // Given back twice, the memory would be lent to two at the same time.
        if (Interlocked.Exchange(ref _lent, null) is { Length: > 0 } lent)
            ArrayPool<byte>.Shared.Return(lent);
    }

    private static async ValueTask<bool> ReadOnAsync(
        Stream stream, List<ArraySegment<byte>> pieces, int limit, CancellationToken cancellationToken)
    {
        long length = 0;
        for (var last = pieces[0]; ; pieces.Add(last))
        {
            length += last.Count;
            if (length > limit)
                return false;
            if (last.Count < last.Array!.Length)
                return true;
            last = await PieceAsync(stream, Math.Min(last.Array.Length * 2, LargestPiece), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask<ArraySegment<byte>> PieceAsync(Stream stream, int size, CancellationToken cancellationToken)
    {
        var piece = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            return new(piece, 0, await stream.ReadAtLeastAsync(piece, piece.Length, false, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(piece);
            throw;
        }
    }

    private static ArraySegment<byte> Join(List<ArraySegment<byte>> pieces)
    {
        var length = pieces.Sum(static piece => piece.Count);
        var body = ArrayPool<byte>.Shared.Rent(length);
        var at = 0;
        foreach (var piece in pieces)
        {
            piece.AsSpan().CopyTo(body.AsSpan(at));
            at += piece.Count;
        }

        return new(body, 0, length);
    }
}
