using System.Text;

namespace Intercom.Generator.SafeText;

/// <summary>The memory in which templates are filled: one inside the other, and one after the other in the same.</summary>
internal static class TemplateText
{
    private const int MostKept = 16;
    private const int LargestKept = 64 * 1024;

    [ThreadStatic]
    private static Stack<StringBuilder>? s_builders;

    [ThreadStatic]
    private static char[]? s_lines;

    public static StringBuilder Rent() => s_builders is { Count: > 0 } builders ? builders.Pop() : new StringBuilder(1024);

    public static void Return(StringBuilder text)
    {
        var builders = s_builders ??= [];
        if (builders.Count >= MostKept || text.Capacity > LargestKept)
            return;
        text.Clear();
        builders.Push(text);
    }

    /// <summary>The text without the characters that stand for empty holes, and without the lines that hold nothing else.</summary>
    public static string WithoutHoles(StringBuilder text, char hole)
    {
        // A whole file is rare, and would be kept for as long as the compiler runs.
        var lines = text.Length <= LargestKept ? s_lines ??= new char[LargestKept] : new char[text.Length];
        text.CopyTo(0, lines, 0, text.Length);
        return new string(lines, 0, Compact(lines, text.Length, hole));
    }

    private static int Compact(char[] text, int length, char hole)
    {
        var kept = 0;
        var isFirst = true;
        for (var start = 0; start <= length; start++)
        {
            var end = Array.IndexOf(text, '\n', start, length - start);
            end = end < 0 ? length : end;
            var after = Keep(text, start, end, isFirst ? 0 : kept + 1, hole);
            if (after >= 0)
            {
                if (!isFirst)
                    text[kept] = '\n';
                kept = after;
                isFirst = false;
            }

            start = end;
        }

        return kept;
    }

    /// <summary>Moves a line to where it is kept.</summary>
    /// <returns>Where it ends there; -1 where it had holes and nothing else.</returns>
    private static int Keep(char[] text, int start, int end, int to, char hole)
    {
        var hasHoles = false;
        var isBlank = true;
        for (var i = start; i < end; i++)
        {
            if (text[i] == hole)
            {
                hasHoles = true;
                continue;
            }

            isBlank &= char.IsWhiteSpace(text[i]);
            text[to++] = text[i];
        }

        return hasHoles && isBlank ? -1 : to;
    }
}
