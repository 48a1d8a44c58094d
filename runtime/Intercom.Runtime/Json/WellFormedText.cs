using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Intercom.Json;

/// <summary>Repairs text that was cut in the middle of a character, as a reply is that is sent while it is written, and a message that is too long.</summary>
internal static class WellFormedText
{
    private const int EscapeLength = 6;

    /// <summary>The JSON text, with U+FFFD for bytes that are not UTF-8 and for escaped halves of surrogate pairs, which no reader takes.</summary>
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
        && ushort.TryParse(Encoding.ASCII.GetString(text, at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : '\0';
}
