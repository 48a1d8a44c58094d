using System.Net.Http.Headers;

namespace Intercom;

/// <summary>
/// Reads <c>Link: &lt;/contacts/{id}&gt;; rel="canonical"</c>, by which Intercom says into which contact another was merged.
/// </summary>
internal static class CanonicalLink
{
    public static string? Id(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("Link", out var values))
            return null;
        foreach (var link in values.SelectMany(static value => value.Split(',')))
        {
            var open = link.IndexOf('<', StringComparison.Ordinal);
            var close = link.IndexOf('>', StringComparison.Ordinal);
            if (open >= 0 && close > open && IsCanonical(link[(close + 1)..]) && LastSegment(link[(open + 1)..close]) is { Length: > 0 } id)
                return id;
        }

        return null;
    }

    private static bool IsCanonical(string parameters) => parameters.Split(';').Any(static parameter =>
        parameter.Split('=', 2) is [var name, var value]
        && name.Trim().Equals("rel", StringComparison.OrdinalIgnoreCase)
        && value.Trim().Trim('"').Equals("canonical", StringComparison.OrdinalIgnoreCase));

    private static string LastSegment(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = (end < 0 ? address : address[..end]).TrimEnd('/');
        return Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
    }
}
