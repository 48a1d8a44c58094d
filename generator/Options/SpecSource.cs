using System.Collections.Immutable;
using Intercom.Generator.Listing;
using Intercom.Generator.Model;

namespace Intercom.Generator.Options;

/// <summary>A document and what it is read from.</summary>
/// <param name="Layers">The file that is read, and those that are applied to it as overlays, in order.</param>
internal sealed record SpecSource(SpecFile Document, EquatableArray<SpecFile> Layers)
{
    /// <summary>The documents that a client is made of: the first in each namespace.</summary>
    public static IEnumerable<SpecFile> Distinct(IEnumerable<SpecFile> documents) => ByNamespace(documents).Select(static same => same.First());

    /// <summary>The documents that ask for a namespace that another one has.</summary>
    public static IEnumerable<SpecFile> Repeated(IEnumerable<SpecFile> documents) => ByNamespace(documents).SelectMany(static same => same.Skip(1));

    // Names of files and types take the namespace for their own; two clients in one would be one with two halves.
    private static IEnumerable<IGrouping<string, SpecFile>> ByNamespace(IEnumerable<SpecFile> documents) => documents.GroupBy(static document => document.Settings.Namespace, StringComparer.OrdinalIgnoreCase);

    public static SpecSource Of(SpecFile document, ImmutableArray<SpecFile> files)
    {
        var bundled = files.Where(file => file.Kind == SpecFileKind.BundledOverlay && document.Settings.UsesBundledOverlay);
        var own = files.Where(file => file.Kind == SpecFileKind.Overlay && document.Settings.Overlay.Length > 0 && IsAt(file.Path, document.Settings.Overlay));
        // What the client was called before goes over what comes with the package, which a new version of it may call otherwise.
        var names = files.Where(file => file.Kind == SpecFileKind.Names && file.Name == document.Settings.Namespace + NamesFile.End);
        var overlays = bundled.Concat(names).Concat(own).GroupBy(static file => file.Path).Select(static same => same.First());
        return new SpecSource(document, Versions(document, files).Concat(overlays).ToEquatable());
    }

    /// <summary>A version, after those that it is written as the difference from.</summary>
    private static List<SpecFile> Versions(SpecFile document, ImmutableArray<SpecFile> files)
    {
        var versions = new List<SpecFile> { document };
        while (versions[0].Extends is { Length: > 0 } name && files.FirstOrDefault(file => file.Version == name) is { } before && !versions.Contains(before))
            versions.Insert(0, before);
        return versions;
    }

    // The compiler knows full paths; the project file names the overlay as seen from itself.
    private static bool IsAt(string path, string relative)
    {
        var parts = relative.Replace('\\', '/').Split('/').SkipWhile(static part => part is "." or "..");
        return ("/" + path.Replace('\\', '/')).EndsWith("/" + string.Join("/", parts), StringComparison.Ordinal);
    }
}
