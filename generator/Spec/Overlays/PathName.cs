using System.Text;

namespace Intercom.Generator.Spec.Overlays;

/// <summary>Path templates: versions of a document rename the parameters in them, and mean the same path.</summary>
internal static class PathName
{
    // A name is short; a path of nothing but braces would be searched to its end for each of them.
    private const int LongestName = 200;

    public static bool Same(string left, string right)
    {
        var (i, j) = (0, 0);
        while (i < left.Length && j < right.Length)
        {
            if (left[i] != right[j])
                return false;
            (i, j) = (Next(left, i), Next(right, j));
        }

        return i == left.Length && j == right.Length;
    }

    /// <summary>The same text for all paths that are the same.</summary>
    public static string WithoutNames(string path)
    {
        var text = new StringBuilder();
        for (var at = 0; at < path.Length; at = Next(path, at))
            text.Append(path[at]);
        return text.ToString();
    }

    /// <summary>The parameters of a template, in their order.</summary>
    public static IEnumerable<string> Parameters(string path)
    {
        for (var at = 0; at < path.Length; at = Next(path, at))
            if (Next(path, at) is var end && end > at + 1)
                yield return path.Substring(at + 1, end - at - 2);
    }

    /// <summary>Behind a character, or behind the parameter that it opens.</summary>
    private static int Next(string path, int at) =>
        path[at] == '{' && path.IndexOf('}', at, Math.Min(LongestName, path.Length - at)) is >= 0 and var end ? end + 1 : at + 1;
}
