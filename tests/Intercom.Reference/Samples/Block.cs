namespace Intercom.Reference.Samples;

/// <summary>Lays code out as one would write it: on one line while that is short, else an item a line.</summary>
internal static class Block
{
    private const int Width = 70;

    /// <summary>Items in braces, behind what is made of them.</summary>
    public static string Braces(string made, IReadOnlyList<string> items) =>
        OneLine(made + " { ", items, " }") ?? $"{made}\n{{\n{Lines(items)}\n}}";

    public static string List(IReadOnlyList<string> items) => OneLine("[", items, "]") ?? $"[\n{Lines(items)}\n]";

    /// <summary>Shifts lines to the right.</summary>
    public static string Indent(string text) =>
        string.Join('\n', text.Split('\n').Select(static line => line.Length == 0 ? line : "    " + line));

    private static string? OneLine(string open, IReadOnlyList<string> items, string close)
    {
        var line = open + string.Join(", ", items) + close;
        return line.Length <= Width && !line.Contains('\n', StringComparison.Ordinal) ? line : null;
    }

    private static string Lines(IReadOnlyList<string> items) => string.Join('\n', items.Select(static item => Indent(item) + ","));
}
