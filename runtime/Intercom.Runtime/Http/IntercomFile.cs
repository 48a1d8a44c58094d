namespace Intercom;

/// <summary>A file to upload.</summary>
public sealed class IntercomFile : IntercomContent
{
    /// <summary>A file in memory. It is sent again where the upload is repeated.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="bytes">The file's content.</param>
    /// <param name="contentType">The media type.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is empty or has a control character, or <paramref name="contentType"/> is no media type.
    /// </exception>
    public IntercomFile(string name, ReadOnlyMemory<byte> bytes, string contentType = "application/octet-stream")
        : base(bytes, contentType) => Name = Checked(name);

    /// <summary>A file that is read while it is sent. The stream remains the caller's: it is not closed.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="stream">The file's content. Where it cannot seek, the upload is sent once, and not repeated.</param>
    /// <param name="contentType">The media type.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is empty or has a control character, <paramref name="stream"/> cannot be read, or
    /// <paramref name="contentType"/> is no media type.
    /// </exception>
    public IntercomFile(string name, Stream stream, string contentType = "application/octet-stream")
        : base(stream, contentType) => Name = Checked(name);

    /// <summary>The file's name.</summary>
    public string Name { get; }

    private static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return FileNames.IsFaulty(name)
            ? throw new ArgumentException(
                "The file's name has a line break or another control character, which cannot stand in a header.",
                nameof(name))
            : name;
    }
}
