namespace Intercom.Generator.Naming;

/// <summary>The name of the record for what a method need not be given: <c>ListContactsQuery</c>, <c>GetArticleVersionQuery</c>.</summary>
internal static class QueryName
{
    private static readonly HashSet<string> OfMany = new(StringComparer.Ordinal) { "List", "Find", "Search", "Scroll", "Count" };

    /// <summary>The verb of the method, what it is about, and what else the method says.</summary>
    public static string Make(string group, string method)
    {
        var words = Words.Split(method);
        if (words.Count == 0)
            return group + method + "Query";
        var rest = Words.Pascal(words.Skip(1));
        var one = Words.Pascal(SingularOf(group));
        var about = rest.Length > 0 || !OfMany.Contains(words[0]) ? one : group;
        return words[0] + (rest.StartsWith(one, StringComparison.Ordinal) ? "" : about) + rest + "Query";
    }

    private static IEnumerable<string> SingularOf(string group)
    {
        var words = Words.Split(group);
        return words.Select((word, i) => i == words.Count - 1 ? Words.Singular(word) : word);
    }
}
