using System.Globalization;
using System.Text;

namespace Intercom.Json;

/// <summary>Strings as they are escaped in JSON.</summary>
internal static class JsonEscapes
{
    /// <summary>The text of an escaped string. Half of a surrogate pair is kept as it is: a bad emoji is no reason to fail.</summary>
    public static string Unescape(ReadOnlySpan<byte> utf8)
    {
        var text = new StringBuilder(utf8.Length);
        while (!utf8.IsEmpty)
        {
            var escape = utf8.IndexOf((byte)'\\');
            if (escape < 0 || escape + 1 >= utf8.Length)
                return text.Append(Encoding.UTF8.GetString(utf8)).ToString();
            text.Append(Encoding.UTF8.GetString(utf8[..escape]));
            var kind = utf8[escape + 1];
            utf8 = utf8[(escape + 2)..];
            if (kind == 'u' && utf8.Length >= 4
                && ushort.TryParse(utf8[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                utf8 = utf8[4..];
            }
            else
            {
                text.Append(kind switch
                {
                    (byte)'n' => '\n',
                    (byte)'r' => '\r',
                    (byte)'t' => '\t',
                    (byte)'b' => '\b',
                    (byte)'f' => '\f',
                    _ => (char)kind,
                });
            }
        }

        return text.ToString();
    }
}
