namespace Intercom.Generator.SafeText;

/// <summary>Pieces of code with the same between them.</summary>
internal sealed class JoinedCode(string separator, Code[] pieces)
{
    public void WriteTo(IndentedText text)
    {
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i > 0)
                text.Append(separator);
            pieces[i].WriteTo(text);
        }
    }
}
