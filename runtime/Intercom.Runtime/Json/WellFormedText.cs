using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Intercom.Json;

/// <summary>
/// Repairs text that was cut in the middle of a character, as a reply is that is sent while it is written, and a message that is too
/// long.
/// </summary>
internal static class WellFormedText
{
    private const int EscapeLength = 6;

    /// <summary>Whether halves of surrogate pairs are escaped in a JSON text, be it in pairs or alone.</summary>
    public static bool HoldsSurrogates(ReadOnlySpan<byte> json) => json.IndexOf("\\uD"u8) >= 0 || json.IndexOf("\\ud"u8) >= 0;

    /// <summary>Whether a text has half of a surrogate pair in it.</summary>
    public static bool IsCut(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        }

        return false;
    }

    /// <summary>
    /// The JSON text, with U+FFFD for bytes that are not UTF-8 and for escaped halves of surrogate pairs, which no reader takes.
    /// </summary>
    public static byte[] Of(byte[] json)
    {
        var text = Utf8.IsValid(json) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        var repaired = false;
        for (var at = text.AsSpan().IndexOf("\\"u8); at >= 0 && at + 1 < text.Length;)
        {
            var length = text[at + 1] == 'u' ? EscapeLength : 2;
            var unit = Unit(text, at);
            if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(Unit(text, at + EscapeLength)))
            {
                length = 2 * EscapeLength;
            }
            else if (char.IsSurrogate(unit))
            {
                text = repaired ? text : [.. text];
                repaired = true;
                "\\ufffd"u8.CopyTo(text.AsSpan(at));
            }

            var next = at + length < text.Length ? text.AsSpan(at + length).IndexOf((byte)'\\') : -1;
            at = next < 0 ? -1 : at + length + next;
        }

        return text;
    }

    /// <summary>The UTF-16 unit that is escaped at a place; NUL where there is none.</summary>
    private static char Unit(byte[] text, int at) =>
        at + EscapeLength <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
        && ushort.TryParse(
            Encoding.ASCII.GetString(text, at + 2, 4),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var unit)
            ? (char)unit
            : '\0';
}
