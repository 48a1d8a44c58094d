namespace Intercom.Generator.Naming;

/// <summary>Words: how names are taken apart and put together.</summary>
internal static class Words
{
    private static readonly HashSet<string> KeepS = new(StringComparer.OrdinalIgnoreCase)
    {
        "news", "hours", "status", "this", "analytics",
    };

    // No name is called by more; what is made of words takes time by their number.
    private const int MaxWords = 40;

    private const int MaxLength = 400;

    /// <summary>
    /// Takes a name apart at humps, underscores, dashes, dots and blanks: <c>listWhatsAppItems</c> → list, WhatsApp, Items.
    /// </summary>
    public static List<string> Split(string name)
    {
        var words = new List<string>();
        var (start, end) = (0, 0);
        for (; end < name.Length && end < MaxLength && words.Count < MaxWords; end++)
        {
            var c = name[end];
            var isSeparator = !char.IsLetterOrDigit(c);
            var startsWord = end > start && char.IsUpper(c)
                && (!char.IsUpper(name[end - 1]) || (end + 1 < name.Length && char.IsLower(name[end + 1])));
            if (!isSeparator && !startsWord)
                continue;
            if (end > start)
                words.Add(name.Substring(start, end - start));
            start = isSeparator ? end + 1 : end;
        }

        if (end > start)
            words.Add(name.Substring(start, end - start));
        for (var i = 0; i + 1 < words.Count; i++)
            if (words[i].Equals("whats", StringComparison.OrdinalIgnoreCase)
                && words[i + 1].Equals("app", StringComparison.OrdinalIgnoreCase))
            {
                words[i] = "WhatsApp";
                words.RemoveAt(i + 1);
            }

        return words;
    }

    public static string Pascal(string name) => Pascal(Split(name));

    public static string Pascal(IEnumerable<string> words) => string.Concat(words.Select(Capitalise));

    public static string Camel(string name) => Uncapitalise(Pascal(name));

    public static string Uncapitalise(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);

    public static string Singular(string word)
    {
        if (KeepS.Contains(word) || word.Length < 3)
            return word;
        if (Ends(word, "ies"))
            return word.Substring(0, word.Length - 3) + "y";
        if (Ends(word, "ses") || Ends(word, "xes") || Ends(word, "ches") || Ends(word, "shes"))
            return word.Substring(0, word.Length - 2);
        return Ends(word, "s") && !Ends(word, "ss") && !Ends(word, "us") && !Ends(word, "is") ? word.Substring(0, word.Length - 1) : word;
    }

    public static string WithoutEnd(string name, string end) =>
        name.EndsWith(end, StringComparison.Ordinal) ? name.Substring(0, name.Length - end.Length) : name;

    public static bool Same(string left, string right) =>
        string.Equals(Singular(left), Singular(right), StringComparison.OrdinalIgnoreCase);

    // An acronym of the document becomes a word, as .NET spells it: AI → Ai; WhatsApp keeps its hump.
    private static string Capitalise(string word) => word == "WhatsApp"
        ? word
        : char.ToUpperInvariant(word[0])
            + (HasLower(word, from: 1) ? word.Substring(1) : word.Substring(1).ToLowerInvariant());

    private static bool HasLower(string word, int from)
    {
        for (var i = from; i < word.Length; i++)
            if (char.IsLower(word[i]))
                return true;
        return false;
    }

    private static bool Ends(string word, string end) => word.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
