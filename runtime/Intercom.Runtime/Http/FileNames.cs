using System.Net.Http.Headers;
using System.Text;

namespace Intercom;

/// <summary>Names of files and form parts, as browsers write them in headers and as servers do.</summary>
internal static class FileNames
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Whether a name could not stand in a header.</summary>
    public static bool IsFaulty(string name) => name.Any(char.IsControl);

    /// <summary>A name in quotes. A quote within it is escaped as browsers do it; a backslash means itself to them.</summary>
    public static string Quoted(string name) => IsFaulty(name)
        ? throw new ArgumentException("The name has a line break or another control character, which no header can hold.", nameof(name))
        : $"\"{name.Replace("\"", "%22", StringComparison.Ordinal)}\"";

    /// <summary>The name that a server gives to a file, without a folder; null where it gives none.</summary>
    public static string? Of(ContentDispositionHeaderValue? disposition)
    {
        var name = disposition?.FileNameStar ?? Unquoted(disposition?.FileName);
        if (name is null)
            return null;
        // Whoever puts it behind a folder of their own must not end up in another.
        var clean = new string([.. name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(static c => !char.IsControl(c))]).Trim();
        return clean is "" or "." or ".." ? null : clean;
    }

    private static string? Unquoted(string? name)
    {
        name = name is ['"', .. var inner, '"'] ? inner : name;
        name = name?.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("%22", "\"", StringComparison.Ordinal);
        if (name is null || !name.Any(static c => c > '~') || name.Any(static c => c > '\u00ff'))
            return name;
        try
        {
            // Headers are read as Latin-1; what servers mean by other letters is UTF-8.
            return Strict.GetString(Encoding.Latin1.GetBytes(name));
        }
        catch (DecoderFallbackException)
        {
            return name;
        }
    }
}
