using System.Text.RegularExpressions;

namespace Intercom.Generator.Spec.Overlays;

/// <summary>Path templates: versions of a document rename the parameters in them, and mean the same path.</summary>
internal static class PathName
{
    private static readonly Regex Parameter = new(@"\{[^{}]*\}", RegexOptions.CultureInvariant);

    public static bool Same(string left, string right) => Normalise(left) == Normalise(right);

    public static string Normalise(string path) => Parameter.Replace(path, "{}");
}
