using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Intercom.Generator.SafeText;

/// <summary>A piece of C#. It is made of templates and of other safe texts: a string of the document becomes none.</summary>
internal readonly struct Code : IEquatable<Code>
{
    // Pieces stay apart until they are written somewhere: each line of a file would be copied once for all that stands around it.
    private readonly object? _pieces;

    private Code(object pieces) => _pieces = pieces;

    public static Code Nothing => default;

    public bool IsEmpty => _pieces is null or "";

    /// <summary>Fills a template: a hole of several lines keeps its column, and a line that holds nothing but an empty hole goes.</summary>
    public static Code Text(CodeTemplate template) => new(template.Take());

    /// <summary>Code that stands as a constant in the generator itself.</summary>
    public static Code Of([ConstantExpected] string constant) => new(constant);

    /// <summary>A text that is no code: each of its lines is a comment, whatever it holds.</summary>
    public static Code Comments(string text) =>
        new(string.Join("\n", text.Split('\n').Select(static line => "//" + OneLine(line))));

    public static Code Lines(IEnumerable<Code> lines) => Join("\n", lines);

    /// <summary>Declarations with a blank line between them.</summary>
    public static Code Blocks(IEnumerable<Code> blocks) => Join("\n\n", blocks);

    /// <summary>Arguments, parameters, values of a list.</summary>
    public static Code List(IEnumerable<Code> items) => Join(", ", items);

    public static Code Concat(IEnumerable<Code> parts) => Join("", parts);

    public static implicit operator Code(Name name) => new(name.ToString());

    public static implicit operator Code(Literal literal) => new(literal.ToString());

    public static bool operator ==(Code left, Code right) => left.Equals(right);

    public static bool operator !=(Code left, Code right) => !left.Equals(right);

    public bool Equals(Code other) => ToString() == other.ToString();

    public override bool Equals(object? obj) => obj is Code other && Equals(other);

    public override int GetHashCode() => ToString().GetHashCode();

    public override string ToString()
    {
        if (_pieces is not JoinedCode)
            return _pieces as string ?? "";
        var text = new StringBuilder();
        WriteTo(new IndentedText(text, 0));
        return text.ToString();
    }

    /// <summary>Whether it is one line that stands as a whole.</summary>
    public bool IsLine([NotNullWhen(true)] out string? line)
    {
        line = _pieces as string;
        return line?.IndexOf('\n') < 0;
    }

    public void WriteTo(IndentedText text)
    {
        if (_pieces is JoinedCode joined)
            joined.WriteTo(text);
        else if (_pieces is string piece)
            text.Append(piece);
    }

    private static string OneLine(string text) => string.Concat(text.Select(static c => EndsLine(c) ? ' ' : c));

    private static bool EndsLine(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';

    private static Code Join(string separator, IEnumerable<Code> parts)
    {
        Code[] pieces = [.. parts.Where(static part => !part.IsEmpty)];
        return pieces.Length switch
        {
            0 => Nothing,
            1 => pieces[0],
            _ => new(new JoinedCode(separator, pieces)),
        };
    }
}
