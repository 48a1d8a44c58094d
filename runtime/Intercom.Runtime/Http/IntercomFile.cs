using System.Net.Http.Headers;

namespace Intercom;

/// <summary>A file to upload.</summary>
public sealed class IntercomFile
{
    private readonly ReadOnlyMemory<byte> _bytes;

    /// <summary>A file.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="bytes">The file's content. It is held in memory, so that the upload can be repeated.</param>
    /// <param name="contentType">The media type.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or has a line break or another control character.</exception>
    public IntercomFile(string name, ReadOnlyMemory<byte> bytes, string contentType = "application/octet-stream")
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (FileNames.IsFaulty(name))
            throw new ArgumentException("The file's name has a line break or another control character, which cannot stand in a header.", nameof(name));
        Name = name;
        ContentType = contentType;
        _bytes = bytes;
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>The media type.</summary>
    public string ContentType { get; }

    /// <summary>The size in bytes.</summary>
    public int Length => _bytes.Length;

    internal HttpContent ToContent() => new ReadOnlyMemoryContent(_bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(ContentType) } };
}
