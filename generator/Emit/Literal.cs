using System.Text;

namespace Intercom.Generator.Emit;

/// <summary>Strings of the document as C# literals: the one way in which they reach code.</summary>
internal static class Literal
{
    public static string Of(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
            Append(text, c);
        return text.Append('"').ToString();
    }

    /// <summary>Several strings as one UTF-8 literal, separated by NUL.</summary>
    public static string Utf8(IEnumerable<string> values)
    {
        var text = new StringBuilder().Append('"');
        var isFirst = true;
        foreach (var value in values)
        {
            if (!isFirst)
                text.Append("\\0");
            isFirst = false;
            foreach (var c in value)
                Append(text, c);
        }

        return text.Append("\"u8").ToString();
    }

    private static void Append(StringBuilder text, char c) => _ = c switch
    {
        '"' => text.Append("\\\""),
        '\\' => text.Append("\\\\"),
        >= ' ' and <= '~' => text.Append(c),
        // A lone surrogate has no UTF-8.
        _ when char.IsSurrogate(c) => text.Append("\\uFFFD"),
        _ => text.Append("\\u").Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)),
    };
}
