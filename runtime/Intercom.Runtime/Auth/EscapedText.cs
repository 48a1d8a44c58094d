using System.Globalization;

namespace Intercom;

/// <summary>Reads text of which each character may be escaped as in an address, in JSON or in HTML, also one way within another.</summary>
internal static class EscapedText
{
    private const int MostLevels = 3;
    private const int LongestReference = 8;

    /// <summary>Whether one of some characters, in capitals or not, may stand at a place.</summary>
    public static bool MayStart(string text, int at, string capitals)
    {
        if (text[at] is not ('%' or '\\' or '&'))
            return capitals.Contains(char.ToUpperInvariant(text[at]), StringComparison.Ordinal);
        for (var level = 0; level <= MostLevels; level++)
            if (Decode(text, at, level) is var (found, _) && capitals.Contains(char.ToUpperInvariant(found), StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>Where a text ends that begins at a place, in capitals or not; null where it does not begin there.</summary>
    /// <param name="text">The text to look in.</param>
    /// <param name="at">The place.</param>
    /// <param name="expected">The text to look for.</param>
    /// <param name="cut">How many characters of it will do where the text ends.</param>
    /// <param name="enough">How many will do anywhere.</param>
    public static int? End(string text, int at, string expected, int cut, int enough)
    {
        for (var matched = 0; matched < expected.Length; matched++)
        {
            if (at >= text.Length)
                return matched >= cut ? at : null;
            if (Read(text, at, expected[matched]) is not { } next)
                return matched >= enough ? at : null;
            at = next;
        }

        return at;
    }

    private static int? Read(string text, int at, char expected)
    {
        for (var level = 0; level <= MostLevels; level++)
            if (Decode(text, at, level) is var (found, next) && Same(found, expected))
                return next;
        return null;
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);

    private static (char Found, int Next)? Decode(string text, int at, int level)
    {
        if (level == 0)
            return at < text.Length ? (text[at], at + 1) : null;
        if (Decode(text, at, level - 1) is not var (first, next))
            return null;
        return first switch
        {
            '%' => Hexadecimal(text, next, level, 2),
            '\\' => Backslash(text, next, level),
            '&' => Reference(text, next, level),
            _ => null,
        } ?? (first, next);
    }

    private static (char Found, int Next)? Backslash(string text, int at, int level)
    {
        if (Decode(text, at, level - 1) is not var (kind, next))
            return null;
        return kind switch
        {
            'u' => Hexadecimal(text, next, level, 4),
            'x' => Hexadecimal(text, next, level, 2),
            _ => (kind, next),
        };
    }

    private static (char Found, int Next)? Hexadecimal(string text, int at, int level, int digits)
    {
        var value = 0;
        for (var digit = 0; digit < digits; digit++)
        {
            if (Decode(text, at, level - 1) is not var (found, next) || !char.IsAsciiHexDigit(found))
                return null;
            value = (value << 4) | Convert.ToInt32(found.ToString(), 16);
            at = next;
        }

        return ((char)value, at);
    }

    private static (char Found, int Next)? Reference(string text, int at, int level)
    {
        var name = "";
        while (name.Length <= LongestReference && Decode(text, at, level - 1) is var (found, next))
        {
            at = next;
            if (found == ';')
                return Number(name) is { } value and > 0 and <= char.MaxValue ? ((char)value, at) : name is "amp" ? ('&', at) : null;
            name += found;
        }

        return null;
    }

    private static int? Number(string name)
    {
        var isHexadecimal = name.StartsWith("#x", StringComparison.OrdinalIgnoreCase);
        if (!name.StartsWith('#'))
            return null;
        var style = isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(name[(isHexadecimal ? 2 : 1)..], style, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
