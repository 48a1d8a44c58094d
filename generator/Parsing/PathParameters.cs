using System.Text.RegularExpressions;
using Intercom.Generator.Naming;

namespace Intercom.Generator.Parsing;

/// <summary>The parameters of a path template.</summary>
internal static class PathParameters
{
    private static readonly Regex Template = new(@"(?:/([^/{}]+))?/?\{([^{}]+)\}", RegexOptions.CultureInvariant);

    /// <summary>The parameters, each with the static segment before it.</summary>
    public static IEnumerable<(string Name, string Segment)> Of(string path) =>
        Template.Matches(path).Cast<Match>().Select(static match => (match.Groups[2].Value, match.Groups[1].Value));

    /// <summary>
    /// The argument's name: versions rename <c>{contact_id}</c> to <c>{id}</c> and back, so a bare id is called after what it is the id
    /// of.
    /// </summary>
    public static string Name(string parameter, string segment)
    {
        var words = Words.Split(segment);
        if (parameter != "id" || words.Count == 0)
            return Identifier.Camel(parameter);
        words[words.Count - 1] = Words.Singular(words[words.Count - 1]);
        return Identifier.Camel(string.Join(" ", words) + " id");
    }
}
