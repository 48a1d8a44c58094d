using System.Globalization;
using System.Text;

namespace Intercom.Generator.SafeText;

/// <summary>A C# literal: the one way in which a string of the document reaches code. What is not printable ASCII is escaped.</summary>
internal readonly struct Literal
{
    private readonly string? _text;

    private Literal(string text) => _text = text;

    public static Literal Of(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        Append(text, value);
        return new(text.Append('"').ToString());
    }

    /// <summary>A set of bits.</summary>
    public static Literal Bits(ulong bits) => new("0x" + bits.ToString("X", CultureInfo.InvariantCulture));

    /// <summary>Several strings as one UTF-8 literal, separated by NUL, which therefore cannot stand in one of them.</summary>
    public static Literal Utf8(IEnumerable<string> values)
    {
        var text = new StringBuilder().Append('"');
        var isFirst = true;
        foreach (var value in values)
        {
            if (!isFirst)
                text.Append("\\0");
            isFirst = false;
            Append(text, value.Replace('\0', '\uFFFD'));
        }

        return new(text.Append("\"u8").ToString());
    }

    public override string ToString() => _text ?? "\"\"";

    private static void Append(StringBuilder text, string value)
    {
        for (var i = 0; i < value.Length; i++)
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                Escape(Escape(text, value[i]), value[++i]);
            else
                Append(text, value[i]);
    }

    private static void Append(StringBuilder text, char c) => _ = c switch
    {
        '"' => text.Append("\\\""),
        '\\' => text.Append("\\\\"),
        >= ' ' and <= '~' => text.Append(c),
        // A lone surrogate has no UTF-8.
        _ when char.IsSurrogate(c) => Escape(text, '\uFFFD'),
        _ => Escape(text, c),
    };

    private static StringBuilder Escape(StringBuilder text, char c) =>
        text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
}
