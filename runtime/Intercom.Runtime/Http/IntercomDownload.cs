using System.Diagnostics;
using System.Net.Http.Headers;

namespace Intercom;

/// <summary>A file that is downloaded as it is read. Dispose of it, also where it was not read to the end.</summary>
public sealed class IntercomDownload : IDisposable
{
    // It leads back to the request.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly HttpResponseMessage _response;

    /// <summary>A file that did not come from a server, for test doubles.</summary>
    /// <param name="content">The bytes. They are disposed of with the download.</param>
    /// <param name="fileName">The file's name; null where it has none.</param>
    /// <param name="contentType">The media type.</param>
    /// <exception cref="FormatException"><paramref name="contentType"/> is no media type.</exception>
    public IntercomDownload(Stream content, string? fileName = null, string contentType = "application/octet-stream")
    {
        ArgumentNullException.ThrowIfNull(content);
        var headers = new StreamContent(content) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } };
        if (fileName is not null)
            headers.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = fileName };
        _response = new HttpResponseMessage { Content = headers };
        Content = content;
    }

    internal IntercomDownload(HttpResponseMessage response, Stream content)
    {
        _response = response;
        Content = content;
    }

    /// <summary>The bytes of the file; one that is compressed itself is not unpacked.</summary>
    /// <remarks>
    /// Reading throws <see cref="IntercomConnectionException"/> where the connection breaks or the bytes are damaged, and
    /// <see cref="IntercomTimeoutException"/> after a silence of <see cref="IntercomClientOptions.DownloadIdleTimeout"/>.
    /// </remarks>
    public Stream Content { get; }

    /// <summary>
    /// The file's name, where the server names one; without a folder and without control characters, so that it can stand behind a folder
    /// of your own.
    /// </summary>
    public string? FileName => FileNames.Of(Headers.ContentDisposition);

    /// <summary>The headers: media type, length, disposition.</summary>
    public HttpContentHeaders Headers => _response.Content.Headers;

    /// <inheritdoc/>
    public void Dispose()
    {
        Content.Dispose();
        _response.Dispose();
    }
}
