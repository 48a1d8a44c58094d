using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace Intercom.Generator.SafeText;

/// <summary>
/// A template that looks like its output. Its holes take safe texts and no <c>string</c>, so that what is not safe does not compile.
/// </summary>
[InterpolatedStringHandler]
internal ref struct CodeTemplate
{
    // Stands for an empty hole until the line around it is known. It cannot occur in emitted text: literals escape it, docs drop it.
    private const char Nothing = '\u0001';

    private readonly StringBuilder _text;
    private bool _hasEmptyHoles;

    /// <summary>Begins a template; how much the compiler counts in it makes no difference to memory that is used again.</summary>
    public CodeTemplate(int literalLength, int formattedCount) => _text = TemplateText.Rent();

    public readonly void AppendLiteral([ConstantExpected] string literal) => _text.Append(literal);

    public void AppendFormatted(Code code)
    {
        if (code.IsEmpty)
            AppendHole();
        else if (code.IsLine(out var line))
            _text.Append(line);
        else
            code.WriteTo(new IndentedText(_text, Indentation()));
    }

    public void AppendFormatted(Name name) => Append(name.ToString());

    public void AppendFormatted(Literal literal) => Append(literal.ToString());

    /// <summary>Adds words to a comment.</summary>
    /// <exception cref="InvalidOperationException">No comment was begun on the line: the words would be code there.</exception>
    public void AppendFormatted(DocLine words)
    {
        if (!IsInComment())
            throw new InvalidOperationException("Words of a document stand in a comment, and nowhere else.");
        Append(words.ToString());
    }

    public readonly void AppendFormatted(long value) => _text.Append(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Adds the name of a member of one of the generator's own enums.</summary>
    public readonly void AppendFormatted<T>(T value)
        where T : struct, Enum => _text.Append(value.ToString());

    /// <summary>What the template has become; it is done with then.</summary>
    public readonly string Take()
    {
        var text = _hasEmptyHoles ? TemplateText.WithoutHoles(_text, Nothing) : _text.ToString();
        TemplateText.Return(_text);
        return text;
    }

    // What stands in one line.
    private void Append(string value)
    {
        if (value.Length == 0)
            AppendHole();
        else
            _text.Append(value);
    }

    private void AppendHole()
    {
        _text.Append(Nothing);
        _hasEmptyHoles = true;
    }

    /// <summary>How many blanks stand before the hole, where nothing else stands before it on its line.</summary>
    private readonly int Indentation()
    {
        var start = _text.Length;
        while (start > 0 && _text[start - 1] == ' ')
            start--;
        return start == 0 || _text[start - 1] == '\n' ? _text.Length - start : 0;
    }

    private readonly bool IsInComment()
    {
        var start = _text.Length;
        while (start > 0 && _text[start - 1] != '\n')
            start--;
        while (start < _text.Length && _text[start] == ' ')
            start++;
        return start + 1 < _text.Length && _text[start] == '/' && _text[start + 1] == '/';
    }
}
