using System.Reflection;

namespace Intercom.Generator;

/// <summary>Where a diagnostic is explained: its section of the page in the repository that this package was packed from.</summary>
/// <remarks>The compiler's own SDK tells an assembly the address of its repository. One that was built without such an address, or
/// from one that nobody else can open, links to nothing.</remarks>
internal static class HelpLink
{
    private static readonly string? Page = PageOf(typeof(HelpLink).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(static data => data.Key == "RepositoryUrl")?.Value);

    /// <summary>The address of a diagnostic's section, or nothing where the repository has no address.</summary>
    public static string? Of(string id, string title) => Page is null ? null : $"{Page}#{Anchor($"{id} {title}")}";

    /// <summary>The page of diagnostics in a repository.</summary>
    internal static string? PageOf(string? repository)
    {
        if (!Uri.TryCreate(repository, UriKind.Absolute, out var address)
            || address.Scheme != Uri.UriSchemeHttps || address.UserInfo.Length > 0)
            return null;
        var root = address.AbsoluteUri.TrimEnd('/');
        return (root.EndsWith(".git", StringComparison.Ordinal) ? root.Substring(0, root.Length - 4) : root)
            + "/blob/HEAD/generator/docs/diagnostics.md";
    }

    // As renderers of Markdown name the anchor of a heading.
    private static string Anchor(string heading) =>
        new([.. heading.ToLowerInvariant().Where(static letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')
            .Select(static letter => letter == ' ' ? '-' : letter)]);
}
