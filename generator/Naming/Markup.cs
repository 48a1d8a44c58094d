using System.Text;

namespace Intercom.Generator.Naming;

/// <summary>Takes markup out of texts. Each text is walked once, whatever is opened in it and never closed.</summary>
internal static class Markup
{
    /// <summary>A text without what stands between two marks, and without them.</summary>
    public static string Without(string text, string open, string close)
    {
        var at = text.IndexOf(open, StringComparison.Ordinal);
        if (at < 0)
            return text;
        var (clean, end) = (new StringBuilder(text.Length), 0);
        for (; at >= 0; at = text.IndexOf(open, end, StringComparison.Ordinal))
        {
            var closed = text.IndexOf(close, at + open.Length, StringComparison.Ordinal);
            if (closed < 0)
                break;
            clean.Append(text, end, at - end).Append(' ');
            end = closed + close.Length;
        }

        return clean.Append(text, end, text.Length - end).ToString();
    }

    /// <summary>A text without the lines that begin with a bar.</summary>
    public static string WithoutTables(string text) => text.IndexOf('|') < 0
        ? text
        : string.Join("\n", text.Split('\n')
            .Select(static line => line.TrimStart().StartsWith("|", StringComparison.Ordinal) ? " " : line));

    /// <summary>A text in which links and images are what they are called.</summary>
    public static string WithoutLinks(string text)
    {
        if (text.IndexOf('[') < 0)
            return text;
        var (clean, end, bracket) = (new StringBuilder(text.Length), 0, -1);
        for (var at = text.IndexOf('['); at >= 0; at = text.IndexOf('[', at))
        {
            if (bracket < at)
                bracket = text.IndexOf(']', at);
            if (bracket < 0)
                break;
            var isLink = bracket + 1 < text.Length && text[bracket + 1] == '(';
            var closed = isLink ? text.IndexOf(')', bracket) : -1;
            if (isLink && closed < 0)
                break;
            if (!isLink)
            {
                at++;
                continue;
            }

            var start = at > end && text[at - 1] == '!' ? at - 1 : at;
            clean.Append(text, end, start - end).Append(text, at + 1, bracket - at - 1);
            at = end = closed + 1;
        }

        return clean.Append(text, end, text.Length - end).ToString();
    }

    /// <summary>A text without the tags of HTML.</summary>
    public static string WithoutTags(string text)
    {
        if (text.IndexOf('<') < 0)
            return text;
        var (clean, end) = (new StringBuilder(text.Length), 0);
        for (var at = text.IndexOf('<'); at >= 0; at = text.IndexOf('<', Math.Max(at + 1, end)))
        {
            if (!IsTag(text, at))
                continue;
            var closed = text.IndexOf('>', at);
            if (closed < 0)
                break;
            clean.Append(text, end, at - end).Append(' ');
            end = closed + 1;
        }

        return end == 0 ? text : clean.Append(text, end, text.Length - end).ToString();
    }

    private static bool IsTag(string text, int at)
    {
        var name = at + 1 < text.Length && text[at + 1] == '/' ? at + 2 : at + 1;
        return name < text.Length && text[name] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
    }
}
