namespace Intercom.Generator.Naming;

/// <summary>The name of an operation's method: the operationId without what the group already says.</summary>
internal static class MethodName
{
    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "get", "list", "create", "update", "delete", "search", "attach", "detach", "merge", "preview", "convert", "redact",
        "reply", "manage", "set", "archive", "unarchive", "block", "dismiss", "bulk", "cancel", "download", "export", "upload",
        "enqueue", "change", "link", "unlink", "identify", "collect", "register", "submit", "start", "ask", "run", "escalate",
        "stage", "publish", "scroll", "tag", "untag", "enable", "disable", "add", "remove", "send", "assign", "close", "open",
        "import", "auto",
    };

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["lis"] = "List",
        ["retrieve"] = "Get",
        ["show"] = "Get",
        ["find"] = "Get",
        ["fetch"] = "Get",
    };

    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase) { "a", "an", "all", "over", "the" };

    private static readonly HashSet<string> Prepositions = new(StringComparer.OrdinalIgnoreCase)
    {
        "to", "from", "for", "of", "in", "on", "by", "with", "and", "or",
    };

    // First words of groups that also begin the names of other things: "Data" of Data Events is not the noun of the group.
    private static readonly HashSet<string> Ambiguous = new(StringComparer.OrdinalIgnoreCase)
    {
        "data", "custom", "content", "ticket", "conversation", "help", "internal", "subscription", "office", "away",
        "identity", "reporting", "ai",
    };

    /// <summary>Makes the name, without <c>Async</c>.</summary>
    public static string Make(string? operationId, string verb, string path, string group)
    {
        if (string.IsNullOrWhiteSpace(operationId))
            return FromPath(verb, path);
        var words = Words.Split(operationId!);
        if (words.Count == 0)
            return FromPath(verb, path);
        if (Aliases.TryGetValue(words[0], out var alias))
            words[0] = alias;
        if (!Verbs.Contains(words[0]) && Prefix(verb) is { } prefix)
            words.Insert(0, prefix);
        words.RemoveAll(Fillers.Contains);
        RemoveGroup(words, Words.Split(group), path);
        while (words.Count > 0 && Prepositions.Contains(words[words.Count - 1]))
            words.RemoveAt(words.Count - 1);
        return words.Count == 0 ? Identifier.Pascal(operationId!) : Identifier.Pascal(string.Join(" ", words));
    }

    private static string FromPath(string verb, string path)
    {
        var segments = path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        var last = segments.LastOrDefault();
        if (last is not null && last[0] != '{')
            return Identifier.Pascal(last);
        return segments.FirstOrDefault() is "download" ? "Download" : verb switch
        {
            "GET" => "Get",
            "PUT" or "PATCH" => "Update",
            "DELETE" => "Delete",
            _ => "Send",
        };
    }

    private static string? Prefix(string verb) => verb switch
    {
        "GET" => "Get",
        "PUT" or "PATCH" => "Update",
        "DELETE" => "Delete",
        _ => null,
    };

    private static void RemoveGroup(List<string> words, List<string> group, string path)
    {
        for (var length = group.Count; length > 0; length--)
        {
            var onlyAfterPreposition = length < group.Count && Ambiguous.Contains(group[0]);
            for (var at = 0; at + length <= words.Count; at++)
            {
                if (!StandsAt(words, at, group, length))
                    continue;
                var isAfterPreposition = at > 0 && Prepositions.Contains(words[at - 1]);
                if (!isAfterPreposition && (onlyAfterPreposition || !IsNamedBefore(words.Take(at), path)))
                    continue;
                words.RemoveRange(at, length);
                return;
            }
        }
    }

    private static bool StandsAt(List<string> words, int at, List<string> group, int length)
    {
        for (var i = 0; i < length; i++)
            if (!Words.Same(words[at + i], group[i]))
                return false;
        return true;
    }

    /// <summary>Whether what stands before the group's noun is said by verbs, or by the last static part of the path.</summary>
    private static bool IsNamedBefore(IEnumerable<string> before, string path)
    {
        var nouns = before.Where(static word => !Verbs.Contains(word) && !Prepositions.Contains(word)).ToList();
        var segment = Words.Split(path.Split('/').LastOrDefault(static part => part.Length > 0 && part[0] != '{') ?? "");
        return nouns.Count == 0 || (nouns.Count == segment.Count && nouns.Zip(segment, Words.Same).All(static same => same));
    }
}
