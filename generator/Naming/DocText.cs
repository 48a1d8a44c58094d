using System.Text;
using System.Text.RegularExpressions;
using Intercom.Generator.Model;

namespace Intercom.Generator.Naming;

/// <summary>Documentation: from Markdown, Markdoc and HTML to a sentence and a remark.</summary>
internal static class DocText
{
    // Descriptions run up to 15 000 characters; a tooltip is not where they are read.
    private const int MaxRemarks = 600;

    // What comes after is not shown, and markup that is never closed would be searched for again and again.
    private const int MaxLength = 20_000;

    private static readonly Regex LineStart = new(@"^[^\S\n]*(?:#{1,6}|>|[-*+]|\d{1,9}\.)(?:[^\S\n]+|$)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant);
    private static readonly Regex Emphasis = new(@"(\*\*|__|`)(.+?)\1", RegexOptions.CultureInvariant);
    private static readonly Regex SentenceEnd = new(@"(?<!\be\.g|\bi\.e|\betc|\bvs)[.!?](?=\s+[A-Z0-9])", RegexOptions.CultureInvariant);

    /// <summary>Makes documentation of the first of some texts that says anything; the others follow as remarks.</summary>
    public static Doc Of(params string?[] texts)
    {
        var (first, others) = ("", new List<string>());
        foreach (var text in texts)
            if (Clean(text) is not { Length: > 0 } clean)
                continue;
            else if (first.Length == 0)
                first = clean;
            else if (clean != first && !others.Contains(clean))
                others.Add(clean);
        if (first.Length == 0)
            return Doc.None;
        var (summary, rest) = Cut(first);
        if (rest.Length > 0)
            others.Insert(0, rest);
        return new Doc(summary, Shorten(string.Join(" ", others)));
    }

    /// <summary>What a name says, where the document says nothing.</summary>
    public static Doc Or(this Doc doc, string name)
    {
        if (doc.Summary.Length > 0)
            return doc;
        var words = string.Join(" ", Words.Split(name)
            .Select(static word => word.Length > 1 && word.All(char.IsUpper) ? word : word.ToLowerInvariant()));
        return doc with { Summary = words.Length == 0 ? "A value." : words == "type" ? "The kind of the object." : $"The {words}." };
    }

    /// <summary>One line of plain text.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        text = text!.Length > MaxLength ? text.Substring(0, MaxLength) : text;
        text = Markup.Without(text, "{%", "%}");
        text = Markup.Without(text, "```", "```");
        text = Markup.WithoutTables(text);
        text = text.Replace("&nbsp;", " ").Replace("&amp;", "&").Replace("&lt;", "<").Replace("&gt;", ">");
        text = Markup.WithoutLinks(text);
        text = Markup.WithoutTags(text);
        if (text.Length > 0 && (!char.IsLetter(text[0]) || text.IndexOf('\n') >= 0))
            text = LineStart.Replace(text, "");
        if (text.IndexOf('_') >= 0 || text.IndexOf('*') >= 0 || text.IndexOf('`') >= 0)
            text = Emphasis.Replace(text, "$2").Replace("`", "").Replace("**", "");
        return OneLine(text);
    }

    private static (string Sentence, string Remainder) Cut(string text)
    {
        var end = SentenceEnd.Match(text);
        return end.Success ? (text.Substring(0, end.Index + 1), text.Substring(end.Index + 1).Trim()) : (Ended(text), "");
    }

    private static string Ended(string text) =>
        text.Length > 0 && text[text.Length - 1] is '.' or '!' or '?' ? text : text.TrimEnd(':', ',', ';') + ".";

    private static string Shorten(string text)
    {
        if (text.Length <= MaxRemarks)
            return text;
        var cut = text.LastIndexOf(". ", MaxRemarks, StringComparison.Ordinal);
        if (cut > 0)
            return text.Substring(0, cut + 1);
        return text.Substring(0, text.LastIndexOf(' ', MaxRemarks) is var at and > 0 ? at : MaxRemarks) + " …";
    }

    private static string OneLine(string text)
    {
        if (IsOneLine(text))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else if (!IsBlank(c))
                clean.Append(c);
            else if (clean.Length > 0 && clean[clean.Length - 1] != ' ')
                clean.Append(' ');
        }

        return clean.ToString().TrimEnd();
    }

    // Words with one blank between them, as most texts are.
    private static bool IsOneLine(string text)
    {
        var isBlank = true;
        foreach (var c in text)
        {
            if (c == ' ' ? isBlank : IsBlank(c))
                return false;
            isBlank = c == ' ';
        }

        return !isBlank;
    }

    // Besides white space: characters that end a line for the compiler, turn the direction of text, or cannot stand in XML.
    private static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF'
        || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format;
}
