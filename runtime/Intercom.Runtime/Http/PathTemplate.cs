using System.Text;

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
        var value = given.Value;
        if (string.IsNullOrWhiteSpace(value))
            throw Refused(given, name, "must not be empty: without it the path names another operation.");
        // A segment of dots alone would be taken out of the path by whoever normalises it, and cannot be escaped.
        if (value is "." or "..")
            throw Refused(given, name, $"must not be '{value}': it would name another path.");
        return given.IsEscaped ? value : Uri.EscapeDataString(value);
    }

    private static ArgumentException Refused(PathValue given, ReadOnlySpan<char> name, string reason) =>
        new($"The path parameter '{name}' {reason}", given.Argument?.TrimStart('@') ?? ParameterOf(name));

    /// <summary>What a method calls the parameter: <c>contactId</c> for <c>contact_id</c>.</summary>
    private static string ParameterOf(ReadOnlySpan<char> name)
    {
        var parameter = new StringBuilder(name.Length);
        var startsWord = false;
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
                parameter.Append(startsWord && parameter.Length > 0 ? char.ToUpperInvariant(c) : c);
            startsWord = !char.IsLetterOrDigit(c);
        }

        return parameter.ToString();
    }
}
