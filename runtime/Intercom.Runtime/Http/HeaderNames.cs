namespace Intercom;

/// <summary>What .NET makes of the name of a header.</summary>
internal static class HeaderNames
{
    // .NET refuses these on a request, and sends them where they stand on its body.
    private static readonly HashSet<string> Body = new(StringComparer.OrdinalIgnoreCase)
    {
        "Allow", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Length", "Content-Location", "Content-MD5",
        "Content-Range", "Content-Type", "Expires", "Last-Modified",
    };

    /// <summary>Whether .NET takes a header for one of the body alone.</summary>
    public static bool IsOfBody(string name) => Body.Contains(name);
}
