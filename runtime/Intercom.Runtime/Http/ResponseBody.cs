using System.Buffers;

namespace Intercom;

/// <summary>Reads a body into memory, up to a limit that counts what is unpacked.</summary>
internal static class ResponseBody
{
    private const int FirstPiece = 16 * 1024;
    private const int LargestPiece = 1024 * 1024;

    /// <summary>The body; null where it is larger than the limit.</summary>
    public static async ValueTask<byte[]?> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
            return null;
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = stream.ConfigureAwait(false);
        var first = ArrayPool<byte>.Shared.Rent(FirstPiece);
        try
        {
            var count = await stream.ReadAtLeastAsync(first, first.Length, false, cancellationToken).ConfigureAwait(false);
            if (count > limit)
                return null;
            var read = new ArraySegment<byte>(first, 0, count);
            return count < first.Length
                ? read.ToArray()
                : await ReadOnAsync(stream, read, limit, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(first);
        }
    }

    private static async ValueTask<byte[]?> ReadOnAsync(
        Stream stream, ArraySegment<byte> first, int limit, CancellationToken cancellationToken)
    {
        var pieces = new List<ArraySegment<byte>> { first };
        try
        {
            long length = first.Count;
            for (var size = FirstPiece * 2; ; size = Math.Min(size * 2, LargestPiece))
            {
                var piece = ArrayPool<byte>.Shared.Rent(size);
                var count = await stream.ReadAtLeastAsync(piece, piece.Length, false, cancellationToken).ConfigureAwait(false);
                pieces.Add(new ArraySegment<byte>(piece, 0, count));
                length += count;
                if (length > limit)
                    return null;
                if (count < piece.Length)
                    return Join(pieces, (int)length);
            }
        }
        finally
        {
            foreach (var piece in pieces.Skip(1))
                ArrayPool<byte>.Shared.Return(piece.Array!);
        }
    }

    private static byte[] Join(List<ArraySegment<byte>> pieces, int length)
    {
        var body = new byte[length];
        var at = 0;
        foreach (var piece in pieces)
        {
            piece.AsSpan().CopyTo(body.AsSpan(at));
            at += piece.Count;
        }

        return body;
    }
}
