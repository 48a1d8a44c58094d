using System.Text;

namespace Intercom;

/// <summary>A place in a body, for all the bodies of its kind: names of properties, and items of lists without their numbers.</summary>
internal sealed class DriftPath
{
    private const int LongestName = 64;

    private DriftPath(IReadOnlyList<string?> steps) => Steps = steps;

    /// <summary>
    /// The names; <see cref="Item"/> for an item of a list, null for a name that could be anything, such as the key of a map.
    /// </summary>
    public IReadOnlyList<string?> Steps { get; }

    public static string Item { get; } = "[*]";

    /// <summary>Reads a JSON path.</summary>
    public static DriftPath Of(string path)
    {
        var steps = new List<string?>();
        for (var at = path.StartsWith('$') ? 1 : 0; at < path.Length;)
            steps.Add(path[at] == '[' ? Bracketed(path, ref at) : Dotted(path, ref at));
        return new(steps);
    }

    public override string ToString() =>
        Steps.Aggregate(
            new StringBuilder("$"),
            static (text, step) => step == Item ? text.Append(Item) : text.Append('.').Append(step ?? "*"))
            .ToString();

    private static string? Dotted(string path, ref int at)
    {
        var start = path[at] == '.' ? ++at : at;
        while (at < path.Length && path[at] is not ('.' or '['))
            at++;
        return Name(path[start..at]);
    }

    private static string? Bracketed(string path, ref int at)
    {
        var quote = at + 1 < path.Length ? path[at + 1] : ']';
        if (quote is not ('\'' or '"'))
        {
            var closing = path.IndexOf(']', at);
            at = closing < 0 ? path.Length : closing + 1;
            return Item;
        }

        // A name in quotes is none of a property: whatever it holds, it is not repeated.
        var end = path.IndexOf(quote + "]", at + 2, StringComparison.Ordinal);
        at = end < 0 ? path.Length : end + 2;
        return null;
    }

    // Properties are called by plain words. Anything else may be an address, a person, or a text of somebody's.
    private static string? Name(string name) =>
        name.Length is > 0 and <= LongestName && char.IsAsciiLetter(name[0]) && name.All(IsPlain) ? name : null;

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
