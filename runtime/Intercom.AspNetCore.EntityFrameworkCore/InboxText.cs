using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Intercom.AspNetCore;

/// <summary>Texts of others as they can be stored in any database, and shown.</summary>
internal static class InboxText
{
    public const int Longest = 200;
    public const int LongestError = 4000;

    /// <summary>A text on one line, in visible characters.</summary>
    public static string Line(string text) => Cut(Visible(text, static c => !IsVisible(c)), Longest);

    /// <summary>A text of several lines.</summary>
    public static string Lines(string text) => Cut(Visible(text, static c => c is not ('\n' or '\t') && !IsVisible(c)), LongestError);

    public static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Visible(string text, Func<char, bool> isHidden) =>
        string.Create(text.Length, (text, isHidden), static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
                to[i] = from.isHidden(from.text[i]) || IsHalf(from.text, i) ? '\uFFFD' : from.text[i];
        });

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = length - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    private static bool IsHalf(string text, int i) =>
        char.IsHighSurrogate(text[i]) ? !(i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        : char.IsLowSurrogate(text[i]) && !(i > 0 && char.IsHighSurrogate(text[i - 1]));

    private static bool IsVisible(char c) => char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
