using System.Text;

namespace Intercom;

/// <summary>
/// Masks what a text names as a secret itself: the token in the address of an event stream, the one that an authorization is answered with.
/// </summary>
internal static class NamedSecrets
{
    private const string Mask = "***";
    private const int Shortest = 8;

    private static readonly string[] Names = ["accessToken", "access_token", "refresh_token", "client_secret", "\"token\""];

    public static string Redact(string text)
    {
        foreach (var name in Names)
            if (text.Contains(name, StringComparison.OrdinalIgnoreCase))
                text = Redact(text, name);
        return text;
    }

    private static string Redact(string text, string name)
    {
        var shown = new StringBuilder(text.Length);
        var taken = 0;
        for (int at; (at = text.IndexOf(name, taken, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var start = Value(text, at + name.Length) ?? at + name.Length;
            var end = start;
            while (end < text.Length && start > at + name.Length && IsOfValue(text[end]))
                end++;
            shown.Append(text, taken, start - taken);
            if (end - start >= Shortest)
                shown.Append(Mask);
            else
                shown.Append(text, start, end - start);
            taken = end;
        }

        return shown.Append(text, taken, text.Length - taken).ToString();
    }

    /// <summary>Where the value begins behind a name and its sign; null where there is no sign.</summary>
    private static int? Value(string text, int at)
    {
        at = After(text, at);
        if (at < text.Length && text[at] is (':' or '='))
            return After(text, at + 1);
        var sign = text.AsSpan(at, Math.Min(3, text.Length - at));
        return sign.Equals("%3D", StringComparison.OrdinalIgnoreCase)
            || sign.Equals("%3A", StringComparison.OrdinalIgnoreCase)
                ? After(text, at + 3)
                : null;
    }

    private static int After(string text, int at)
    {
        while (at < text.Length && text[at] is (' ' or '"' or '\'' or '\\'))
            at++;
        return at;
    }

    private static bool IsOfValue(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' or '+' or '/' or '=' or '%';
}
