using System.IO.Compression;

namespace Intercom;

/// <summary>Takes a body out of the encodings that it came in, though nobody asked for any. A proxy on the way may add one.</summary>
internal static class FinDecoding
{
    private const int MostEncodings = 4;

    public static async Task<Stream> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var encodings = response.Content.Headers.ContentEncoding.Where(static encoding => !Is(encoding, "identity")).Reverse().ToList();
        if (encodings.Count > MostEncodings)
            throw Unknown(string.Join(", ", encodings.Take(MostEncodings)) + ", …");
        return encodings.Aggregate(content, Decode);
    }

    private static Stream Decode(Stream content, string encoding) => encoding switch
    {
        _ when Is(encoding, "gzip") || Is(encoding, "x-gzip") => new FinDecodedStream(new GZipStream(content, CompressionMode.Decompress)),
        _ when Is(encoding, "deflate") => new FinDecodedStream(new ZLibStream(content, CompressionMode.Decompress)),
        _ when Is(encoding, "br") => new FinDecodedStream(new BrotliStream(content, CompressionMode.Decompress)),
        _ => throw Unknown(encoding),
    };

    private static bool Is(string encoding, string name) => encoding.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static FinStreamException Unknown(string encoding) =>
        new(FinStreamFailure.NotAnEventStream, $"the server sends it encoded as {encoding}, which cannot be read.");
}
