using System.Text.RegularExpressions;

namespace Intercom.Generator.Spec;

/// <summary>Block scalars that begin with lines of blanks: our parser wants to indent the text behind them, where there may be
/// none.</summary>
internal static class BlankScalars
{
    private static readonly Regex Header = new(@"(?:^|[:\-]) ?[|>][+-]?[ \t]*$", RegexOptions.CultureInvariant);

    /// <summary>The same text, in which the blanks at the beginning of block scalars are gone; null where there are none.</summary>
    /// <remarks>Everything else keeps its line and column, and such a scalar is blank with and without them.</remarks>
    public static string? Emptied(string text)
    {
        var lines = text.Split('\n');
        var (isHeader, isChanged) = (false, false);
        for (var i = 0; i < lines.Length; i++)
        {
            var isBlank = string.IsNullOrWhiteSpace(lines[i]);
            if (isHeader && isBlank && lines[i].Length > 0)
                (lines[i], isChanged) = ("", true);
            else if (!isBlank)
                isHeader = IsHeader(lines[i].TrimEnd('\r'));
        }

        return isChanged ? string.Join("\n", lines) : null;
    }

    private static bool IsHeader(string line) =>
        line.Length > 0 && line.TrimEnd() is { Length: > 0 } end && end[end.Length - 1] is '|' or '>' or '+' or '-' && Header.IsMatch(end);
}
