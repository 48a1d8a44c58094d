using System.Text;

namespace Intercom.Generator.Spec.Overlays;

/// <summary>The part of JSONPath that overlays need: <c>$</c>, then <c>.name</c>, <c>['name']</c>, <c>.*</c> and <c>[*]</c>.</summary>
internal static class JsonPath
{
    /// <summary>Takes a path apart; a null step is a wildcard.</summary>
    /// <exception cref="FormatException">The path holds another selector; the message says which, and what is understood.</exception>
    public static IReadOnlyList<string?> Parse(string path)
    {
        if (path.Length == 0 || path[0] != '$')
            throw Unknown(path, path);
        var steps = new List<string?>();
        for (var at = 1; at < path.Length;)
            steps.Add(path[at] switch
            {
                '.' => Dotted(path, ref at),
                '[' => Bracketed(path, ref at),
                _ => throw Unknown(path, path.Substring(at)),
            });
        return steps;
    }

    private static string? Dotted(string path, ref int at)
    {
        var start = ++at;
        while (at < path.Length && path[at] is not ('.' or '['))
            at++;
        var name = path.Substring(start, at - start);
        if (name == "*")
            return null;
        return name.Length > 0 && name.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-') ? name : throw Unknown(path, "." + name);
    }

    private static string? Bracketed(string path, ref int at)
    {
        if (string.CompareOrdinal(path, at, "[*]", 0, 3) == 0)
        {
            at += 3;
            return null;
        }

        var start = at;
        if (at + 1 >= path.Length || path[at + 1] is not ('\'' or '"'))
            throw Unknown(path, path.Substring(start));
        var quote = path[at + 1];
        var name = new StringBuilder();
        for (at += 2; at < path.Length && path[at] != quote; at++)
            name.Append(path[at] == '\\' && at + 1 < path.Length ? path[++at] : path[at]);
        if (at + 1 >= path.Length || path[at + 1] != ']')
            throw Unknown(path, path.Substring(start));
        at += 2;
        return name.ToString();
    }

    private static FormatException Unknown(string path, string selector) =>
        new($"the target {path} holds the selector '{selector}'; understood are $, .name, ['name'], .* and [*]");
}
