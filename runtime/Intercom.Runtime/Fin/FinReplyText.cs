namespace Intercom;

/// <summary>The text of a reply while it is written.</summary>
internal sealed class FinReplyText(string stream)
{
    public string Stream { get; } = stream;

    public int? Index { get; private set; }

    public string SoFar { get; private set; } = "";

    public string Delta { get; private set; } = "";

    public bool IsRewritten { get; private set; }

    public void Set(int? index, string text)
    {
        IsRewritten = !text.StartsWith(SoFar, StringComparison.Ordinal);
        Delta = IsRewritten ? text : text[SoFar.Length..];
        SoFar = text;
        Index = index ?? Index;
    }
}
