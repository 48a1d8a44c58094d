using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;

namespace Intercom;

/// <summary>Bytes to send, from memory or from a stream that is read while they are sent.</summary>
public class IntercomContent
{
    private const string AnyBytes = "application/octet-stream";

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Stream? _stream;
    private readonly long _start;

    /// <summary>Bytes in memory. They are sent again where the call is repeated.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="contentType">The media type.</param>
    /// <exception cref="ArgumentException"><paramref name="contentType"/> is no media type.</exception>
    public IntercomContent(ReadOnlyMemory<byte> bytes, string contentType = AnyBytes)
    {
        ContentType = Checked(contentType);
        _bytes = bytes;
    }

    /// <summary>What a stream gives from where it stands. The stream remains the caller's: it is not closed.</summary>
    /// <param name="stream">
    /// The stream. Where it can seek, it is read again from the same place if the call is repeated; where it cannot, the call is sent
    /// once.
    /// </param>
    /// <param name="contentType">The media type.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="stream"/> cannot be read, or <paramref name="contentType"/> is no media type.
    /// </exception>
    public IntercomContent(Stream stream, string contentType = AnyBytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        ContentType = Checked(contentType);
        _stream = stream;
        _start = stream.CanSeek ? stream.Position : 0;
    }

    /// <summary>The media type.</summary>
    public string ContentType { get; }

    /// <summary>The size in bytes; null where a stream does not tell it.</summary>
    public long? Length => _stream is null ? _bytes.Length : _stream.CanSeek ? _stream.Length - _start : null;

    /// <summary>The bytes, where they are in memory.</summary>
    internal ReadOnlyMemory<byte>? Bytes => _stream is null ? _bytes : null;

    /// <summary>Whether it can be sent again.</summary>
    internal bool IsRepeatable => _stream is null || _stream.CanSeek;

    /// <summary>Bytes in memory.</summary>
    /// <param name="bytes">The bytes.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructors take the same.")]
    public static implicit operator IntercomContent(byte[] bytes) => new(bytes);

    /// <summary>What a stream gives.</summary>
    /// <param name="stream">The stream.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructors take the same.")]
    public static implicit operator IntercomContent(Stream stream) => new(stream);

    /// <summary>The content, of its own media type; where it has none of its own, of the one that the document declares.</summary>
    internal HttpContent ToContent(string? declared)
    {
        HttpContent content = _stream is null ? new ReadOnlyMemoryContent(_bytes) : new Lent(_stream, _start, Length);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType == AnyBytes ? declared ?? AnyBytes : ContentType);
        return content;
    }

    private static string Checked(string contentType) => MediaTypeHeaderValue.TryParse(contentType, out _)
        ? contentType
        : throw new ArgumentException($"'{contentType}' is no media type such as 'image/png'.", nameof(contentType));

    /// <summary>A stream that is read and left open.</summary>
    private sealed class Lent(Stream stream, long start, long? length) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream target, TransportContext? context) =>
            SerializeToStreamAsync(target, context, default);

        protected override Task SerializeToStreamAsync(Stream target, TransportContext? context, CancellationToken cancellationToken)
        {
            if (stream.CanSeek)
                stream.Position = start;
            return stream.CopyToAsync(target, cancellationToken);
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length.GetValueOrDefault();
            return length.HasValue;
        }
    }
}
