using System.Diagnostics;
using System.Net.Http.Headers;

namespace Intercom;

/// <summary>A file that is downloaded as it is read. Dispose of it, also where it was not read to the end.</summary>
public sealed class IntercomDownload : IDisposable
{
    // It leads back to the request.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly HttpResponseMessage _response;

    internal IntercomDownload(HttpResponseMessage response, Stream content)
    {
        _response = response;
        Content = content;
    }

    /// <summary>The bytes as they were sent; a compressed file is not unpacked.</summary>
    public Stream Content { get; }

    /// <summary>The file's name, where the server names one.</summary>
    public string? FileName => Headers.ContentDisposition?.FileName?.Trim('"');

    /// <summary>The headers: media type, length, disposition.</summary>
    public HttpContentHeaders Headers => _response.Content.Headers;

    /// <inheritdoc/>
    public void Dispose()
    {
        Content.Dispose();
        _response.Dispose();
    }
}
