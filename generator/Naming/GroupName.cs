namespace Intercom.Generator.Naming;

/// <summary>The group of an operation: the property of the client that it stands under.</summary>
internal static class GroupName
{
    /// <summary>Chooses the tag that the path names; where it names none, the first; without tags the first segment of the path.</summary>
    public static string Choose(IReadOnlyList<string> tags, string path)
    {
        var segment = path.Split('/').FirstOrDefault(static part => part.Length > 0 && part[0] != '{') ?? "Api";
        return tags.Count switch
        {
            0 => segment,
            1 => tags[0],
            _ => tags.FirstOrDefault(tag => SameWords(tag, segment)) ?? tags[0],
        };
    }

    /// <summary>A tag as a name: all words but the last in the singular.</summary>
    public static string Pascal(string tag)
    {
        var words = Words.Split(tag);
        for (var i = 0; i + 1 < words.Count; i++)
            words[i] = Words.Singular(words[i]);
        return Identifier.Pascal(string.Join(" ", words));
    }

    private static bool SameWords(string left, string right)
    {
        var leftWords = Words.Split(left);
        var rightWords = Words.Split(right);
        return leftWords.Count == rightWords.Count && leftWords.Zip(rightWords, Words.Same).All(static same => same);
    }
}
