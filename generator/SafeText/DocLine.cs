using System.Globalization;
using System.Text;

namespace Intercom.Generator.SafeText;

/// <summary>
/// Words for a comment: on one line, markup escaped, nothing in them that ends a line, turns the direction of text or cannot stand in
/// XML.
/// </summary>
internal readonly struct DocLine
{
    private readonly string? _text;

    private DocLine(string text) => _text = text;

    public static DocLine Nothing => default;

    public bool IsEmpty => string.IsNullOrEmpty(_text);

    public static DocLine Of(string text) => new(IsPlain(text) ? text : Escaped(text));

    /// <summary>Something of the document as it is written there; what is not ASCII becomes a question mark.</summary>
    public static DocLine Verbatim(string text) =>
        new($"<c>{Escaped(string.Concat(text.Select(static c => c is >= ' ' and <= '~' ? c : '?')))}</c>");

    /// <summary>A link to a page; nothing where the address is none that an attribute can hold.</summary>
    public static DocLine Link(string address, string words) =>
        address.StartsWith("https://", StringComparison.Ordinal)
        && address.All(static c => (char.IsLetterOrDigit(c) && c < 128) || "-._~:/?#%=".IndexOf(c) >= 0)
            ? new($"<see href=\"{address}\">{Escaped(words)}</see>")
            : Nothing;

    /// <summary>A name as comments write it.</summary>
    public static DocLine Named(Name name) => new(name.ToString().TrimStart('@'));

    /// <summary>References to types, as a list in a sentence.</summary>
    public static DocLine References(IEnumerable<Code> types) =>
        new(string.Join(" ", types.Select(static type => $"<see cref=\"{type}\"/>,")));

    /// <summary>Sentences, one after the other.</summary>
    public static DocLine Join(params DocLine[] sentences) => new(string.Join(" ", sentences.Where(static sentence => !sentence.IsEmpty)));

    public override string ToString() => _text ?? "";

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (c is < ' ' or > '~' or '&' or '<' or '>')
                return false;
        return true;
    }

    private static string Escaped(string text)
    {
        var line = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogatePair(text, i))
            {
                Append(line, text[i]);
                continue;
            }

            line.Append(IsUnseen(CharUnicodeInfo.GetUnicodeCategory(text, i)) ? " " : text.Substring(i, 2));
            i++;
        }

        return line.ToString();
    }

    private static void Append(StringBuilder line, char c) => _ = c switch
    {
        '&' => line.Append("&amp;"),
        '<' => line.Append("&lt;"),
        '>' => line.Append("&gt;"),
        '\uFFFE' or '\uFFFF' => line.Append(' '),
        _ when IsUnseen(CharUnicodeInfo.GetUnicodeCategory(c)) => line.Append(' '),
        _ => line.Append(c),
    };

    private static bool IsUnseen(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
