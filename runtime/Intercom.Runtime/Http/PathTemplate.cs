namespace Intercom;

/// <summary>Fills a path template with percent-encoded values.</summary>
internal static class PathTemplate
{
    public static string Fill(ReadOnlySpan<char> template, PathValue[] values)
    {
        var path = "";
        for (var next = 0; !template.IsEmpty; next++)
        {
            var open = template.IndexOf('{');
            if (open < 0)
                return string.Concat(path, template);
            var close = template.IndexOf('}');
            path = string.Concat(path, template[..open], Segment(values[next], template[(open + 1)..close]));
            template = template[(close + 1)..];
        }

        return path;
    }

    private static string Segment(PathValue given, ReadOnlySpan<char> name)
    {
        var value = given.Text;
        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException($"The path parameter '{name}' must not be empty: without it the path names another operation.", name.ToString());
        // A segment of dots alone would be taken out of the path by whoever normalises it, and cannot be escaped.
        if (value is "." or "..")
            throw new ArgumentException($"The path parameter '{name}' must not be '{value}': it would name another path.", name.ToString());
        return given.IsEscaped ? value : Uri.EscapeDataString(value);
    }
}
