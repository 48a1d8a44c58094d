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

    public void AppendFormatted(Code code) => Append(code.ToString());

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

    private void Append(string value)
    {
        if (value.Length == 0)
        {
            _text.Append(Nothing);
            _hasEmptyHoles = true;
            return;
        }

        var indentation = value.IndexOf('\n') < 0 ? 0 : Indentation();
        if (indentation == 0)
            _text.Append(value);
        else
            AppendLines(value, indentation);
    }

    // An empty line stays empty.
    private readonly void AppendLines(string value, int indentation)
    {
        var start = 0;
        for (var end = value.IndexOf('\n'); end >= 0; end = value.IndexOf('\n', start))
        {
            _text.Append(value, start, end + 1 - start);
            start = end + 1;
            if (start < value.Length && value[start] != '\n')
                _text.Append(' ', indentation);
        }

        _text.Append(value, start, value.Length - start);
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
