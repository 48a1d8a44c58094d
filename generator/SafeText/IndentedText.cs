using System.Text;

namespace Intercom.Generator.SafeText;

/// <summary>Adds to a text, and begins each line after the first in the same column.</summary>
internal sealed class IndentedText(StringBuilder text, int column)
{
    private bool _isLineBegun = true;

    public void Append(string piece)
    {
        var start = 0;
        for (var end = piece.IndexOf('\n'); end >= 0; end = piece.IndexOf('\n', start))
        {
            Append(piece, start, end);
            text.Append('\n');
            _isLineBegun = false;
            start = end + 1;
        }

        Append(piece, start, piece.Length);
    }

    // An empty line stays empty.
    private void Append(string piece, int start, int end)
    {
        if (start == end)
            return;
        if (!_isLineBegun)
            text.Append(' ', column);
        _isLineBegun = true;
        text.Append(piece, start, end - start);
    }
}
