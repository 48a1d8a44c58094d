using System.Net.Http.Headers;
using System.Text;

namespace Intercom.Benchmarks.Scale;

/// <summary>A list of many pages, each with a cursor of its own, and one contact.</summary>
internal sealed class PageServer(int pages) : HttpMessageHandler
{
    /// <summary>How many contacts a page has.</summary>
    public const int Size = 50;

    private const string Cursor = "WzE3MzUxMDAwMDAsIjUwIl0=";
    private static readonly byte[] Contact = Sample.Read("contact");
    private static readonly string Page = Encoding.UTF8.GetString(Sample.Read("page"));
    private int _sent;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isList = request.RequestUri!.AbsolutePath == "/contacts";
        var content = new ByteArrayContent(isList ? Next() : Contact);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return Task.FromResult(new HttpResponseMessage { Content = content, RequestMessage = request });
    }

    private byte[] Next()
    {
        _sent++;
        return Encoding.UTF8.GetBytes(_sent < pages
            ? Page.Replace(Cursor, $"page-{_sent}", StringComparison.Ordinal)
            : Page.Replace($$"""{"per_page":50,"starting_after":"{{Cursor}}"}""", "null", StringComparison.Ordinal));
    }
}
