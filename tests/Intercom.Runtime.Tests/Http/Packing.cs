using System.IO.Compression;

namespace Intercom.Runtime.Tests.Http;

/// <summary>Packs bodies in each way that a server may.</summary>
internal static class Packing
{
    public static readonly string[] All = ["identity", "gzip", "deflate", "deflate without its header", "br"];

    /// <summary>What stands in <c>Content-Encoding</c>.</summary>
    public static string Name(string packing) => packing.Split(' ')[0];

    public static byte[] Pack(string packing, ReadOnlySpan<byte> body)
    {
        var packed = new MemoryStream();
        using (var stream = To(packing, packed))
            stream.Write(body);
        return packed.ToArray();
    }

    /// <summary>Zeros, packed: a thousandth of them and less.</summary>
    public static byte[] Bomb(string packing, long length)
    {
        var packed = new MemoryStream();
        var zeros = new byte[1 << 20];
        using (var stream = To(packing, packed))
            for (var left = length; left > 0; left -= zeros.Length)
                stream.Write(zeros);
        return packed.ToArray();
    }

    private static Stream To(string packing, Stream packed) => packing switch
    {
        "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        "deflate without its header" => new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        _ => new BufferedStream(new Open(packed)),
    };

    private sealed class Open(Stream inner) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => inner.Write(buffer);
    }
}
