using System.Text;
using Intercom.Generator.Model;

namespace Intercom.Generator.Spec.Overlays;

/// <summary>
/// The part of JSONPath that overlays need: <c>$</c>, <c>.name</c>, <c>['name']</c>, <c>.*</c>, <c>[*]</c>
/// and <c>[?@.name == 'text']</c>.
/// </summary>
internal static class JsonPath
{
    /// <summary>Takes a path apart.</summary>
    /// <exception cref="FormatException">The path holds another selector; the message says which, and what is understood.</exception>
    public static IReadOnlyList<PathStep> Parse(string path)
    {
        if (path.Length == 0 || path[0] != '$')
            throw Unknown(path, path);
        var steps = new List<PathStep>();
        for (var at = 1; at < path.Length;)
            steps.Add(IsAt(path, at, "[?") ? Filtered(path, ref at) : Child(path, ref at));
        return steps;
    }

    private static PathStep Child(string path, ref int at) => path[at] switch
    {
        '.' => Dotted(path, ref at),
        '[' => Bracketed(path, ref at),
        _ => throw Unknown(path, path.Substring(at)),
    };

    private static PathStep Dotted(string path, ref int at)
    {
        var start = ++at;
        while (at < path.Length && path[at] is not ('.' or '[' or ']' or ' ' or '='))
            at++;
        var name = path.Substring(start, at - start);
        if (name == "*")
            return PathStep.Wildcard;
        return name.Length > 0 && name.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-')
            ? new PathStep(name)
            : throw Unknown(path, "." + name);
    }

    private static PathStep Bracketed(string path, ref int at)
    {
        if (IsAt(path, at, "[*]"))
        {
            at += 3;
            return PathStep.Wildcard;
        }

        var start = at++;
        return Quoted(path, ref at) is { } name && Skip(path, ref at, "]")
            ? new PathStep(name)
            : throw Unknown(path, path.Substring(start));
    }

    private static PathStep Filtered(string path, ref int at)
    {
        var start = at;
        var names = new List<string>();
        if (Skip(path, ref at, "[?") && Skip(path, ref at, "@"))
            while (at < path.Length && path[at] is '.' or '[')
                names.Add(Child(path, ref at).Name ?? throw Unknown(path, path.Substring(start)));
        return Skip(path, ref at, "==") && Quoted(path, ref at) is { } text && Skip(path, ref at, "]")
            ? new PathStep(Name: null, new PathFilter(names.ToEquatable(), text))
            : throw Unknown(path, path.Substring(start));
    }

    private static string? Quoted(string path, ref int at)
    {
        Skip(path, ref at, "");
        if (at >= path.Length || path[at] is not ('\'' or '"'))
            return null;
        var quote = path[at++];
        var text = new StringBuilder();
        for (; at < path.Length && path[at] != quote; at++)
            text.Append(path[at] == '\\' && at + 1 < path.Length ? path[++at] : path[at]);
        return at++ < path.Length ? text.ToString() : null;
    }

    /// <summary>Goes behind a token and the blanks before it; false where another one stands there.</summary>
    private static bool Skip(string path, ref int at, string token)
    {
        while (at < path.Length && path[at] == ' ')
            at++;
        if (!IsAt(path, at, token))
            return false;
        at += token.Length;
        return true;
    }

    private static bool IsAt(string path, int at, string token) => string.CompareOrdinal(path, at, token, 0, token.Length) == 0;

    private static FormatException Unknown(string path, string selector) =>
        new($"the target {path} holds the selector '{selector}'; understood are $, .name, ['name'], .*, [*] and [?@.name == 'text']");
}
