using System.IO.Compression;
using System.Net;

namespace Intercom;

/// <summary>A body that is unpacked as it is read.</summary>
internal sealed class UnpackedContent : HttpContent
{
    // Nobody packs what is packed already; whoever says so wants each byte to become a thousand, twice.
    private const int MostPackings = 2;

    private static readonly string[] OfThePacking = ["Content-Encoding", "Content-Length"];
    private static readonly string[] Known = ["gzip", "x-gzip", "deflate", "br"];

    private readonly HttpContent _packed;
    private readonly string[] _packings;

    private UnpackedContent(HttpContent packed, string[] packings)
    {
        _packed = packed;
        _packings = packings;
        foreach (var (name, values) in packed.Headers.NonValidated)
            if (!OfThePacking.Contains(name, StringComparer.OrdinalIgnoreCase))
                Headers.TryAddWithoutValidation(name, values);
    }

    /// <summary>The content unpacked; the content itself where it is not packed, or in a way that nobody asked for.</summary>
    public static HttpContent Of(HttpContent content)
    {
        if (!content.Headers.NonValidated.Contains("Content-Encoding"))
            return content;
        var packings = content.Headers.ContentEncoding
            .Select(static name => name.ToLowerInvariant())
            .Where(static name => name != "identity")
            .ToArray();
        return packings.Length > 0 && packings.All(Known.Contains) ? new UnpackedContent(content, packings) : content;
    }

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken)
    {
        if (_packings.Length > MostPackings)
            throw new InvalidDataException($"The body is packed {_packings.Length} times.");
        var stream = await _packed.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        foreach (var packing in _packings.Reverse())
            stream = await UnpackAsync(packing, stream, cancellationToken).ConfigureAwait(false);
        return stream;
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var unpacked = await CreateContentReadStreamAsync(cancellationToken).ConfigureAwait(false);
        await unpacked.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _packed.Dispose();
        base.Dispose(disposing);
    }

    private static async Task<Stream> UnpackAsync(string packing, Stream stream, CancellationToken cancellationToken)
    {
        var packed = new PackedBytes(stream, packing is "gzip" or "x-gzip" ? GzipEnd.Member : default);
        return await packed.FirstAsync(cancellationToken).ConfigureAwait(false) switch
        {
            // Nothing was packed: an answer without a body says in what it would have been packed.
            null => packed,
            _ when packing == "br" => new BrotliBytes(packed),
            // By the book it has the header of zlib; there are servers that leave it out.
            { } first when packing == "deflate" && (first & 0x0F) == 8 => new ZLibStream(packed, CompressionMode.Decompress),
            _ when packing == "deflate" => new DeflateStream(packed, CompressionMode.Decompress),
            _ => new GzipEnd(new GZipStream(packed, CompressionMode.Decompress)),
        };
    }
}
