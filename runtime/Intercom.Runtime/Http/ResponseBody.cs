using System.Buffers;

namespace Intercom;

/// <summary>Reads a body into memory, up to a limit that counts what is unpacked.</summary>
internal static class ResponseBody
{
    private const int FirstPiece = 16 * 1024;
    private const int LargestPiece = 1024 * 1024;

    /// <summary>The body; null where it is larger than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
            return null;
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = stream.ConfigureAwait(false);
        var pieces = new List<ArraySegment<byte>>();
        try
        {
            long length = 0;
            for (var size = FirstPiece; ; size = Math.Min(size * 2, LargestPiece))
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
            pieces.ForEach(static piece => ArrayPool<byte>.Shared.Return(piece.Array!));
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
