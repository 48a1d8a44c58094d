using System.Runtime.CompilerServices;
using System.Text;

namespace Intercom.Generator.Emit;

/// <summary>Templates that look like their output.</summary>
internal static class Code
{
    /// <summary>Fills a template: a hole of several lines keeps its column, and a line that holds nothing but an empty hole goes.</summary>
    public static string Text(CodeTemplate template) => template.ToString();

    public static string Lines(IEnumerable<string> lines) => string.Join("\n", lines.Where(static line => line.Length > 0));

    /// <summary>Declarations with a blank line between them.</summary>
    public static string Blocks(IEnumerable<string> blocks) => string.Join("\n\n", blocks.Where(static block => block.Length > 0));
}

[InterpolatedStringHandler]
internal readonly ref struct CodeTemplate
{
    private readonly StringBuilder _text;

    public CodeTemplate(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 32));

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(int value) => _text.Append(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public void AppendFormatted(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            _text.Append(Nothing);
            return;
        }

        var indentation = Indentation();
        _text.Append(indentation.Length == 0 ? value : value!.Replace("\n", "\n" + indentation).Replace("\n" + indentation + "\n", "\n\n"));
    }

    public override string ToString()
    {
        var lines = _text.ToString().Split('\n');
        return string.Join("\n", lines
            .Where(static line => line.IndexOf(Nothing) < 0 || line.Trim().Trim(Nothing).Length > 0)
            .Select(static line => line.IndexOf(Nothing) < 0 ? line : line.Replace(Nothing.ToString(), "")));
    }

    // Stands for an empty hole until the line around it is known. It cannot occur in emitted text: literals escape it, docs drop it.
    private const char Nothing = '\u0001';

    /// <summary>The white space before the hole, where nothing else stands before it on its line.</summary>
    private string Indentation()
    {
        var start = _text.Length;
        while (start > 0 && _text[start - 1] == ' ')
            start--;
        return start == 0 || _text[start - 1] == '\n' ? new string(' ', _text.Length - start) : "";
    }
}
