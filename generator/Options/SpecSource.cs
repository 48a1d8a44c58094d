using System.Collections.Immutable;
using Intercom.Generator.Model;

namespace Intercom.Generator.Options;

/// <summary>A document with the overlays that apply to it, in order.</summary>
internal sealed record SpecSource(SpecFile Document, EquatableArray<SpecFile> Overlays)
{
    /// <summary>The documents that a client is made of: the first in each namespace.</summary>
    public static IEnumerable<SpecFile> Distinct(IEnumerable<SpecFile> documents) => ByNamespace(documents).Select(static same => same.First());

    /// <summary>The documents that ask for a namespace that another one has.</summary>
    public static IEnumerable<SpecFile> Repeated(IEnumerable<SpecFile> documents) => ByNamespace(documents).SelectMany(static same => same.Skip(1));

    // Names of files and types take the namespace for their own; two clients in one would be one with two halves.
    private static IEnumerable<IGrouping<string, SpecFile>> ByNamespace(IEnumerable<SpecFile> documents) => documents.GroupBy(static document => document.Settings.Namespace, StringComparer.OrdinalIgnoreCase);

    public static SpecSource Of(SpecFile document, ImmutableArray<SpecFile> overlays)
    {
        var bundled = overlays.Where(file => file.Kind == SpecFileKind.BundledOverlay && document.Settings.UsesBundledOverlay);
        var own = overlays.Where(file => file.Kind == SpecFileKind.Overlay && document.Settings.Overlay.Length > 0 && IsAt(file.Path, document.Settings.Overlay));
        return new SpecSource(document, bundled.Concat(own).GroupBy(static file => file.Path).Select(static same => same.First()).ToEquatable());
    }

    // The compiler knows full paths; the project file names the overlay as seen from itself.
    private static bool IsAt(string path, string relative)
    {
        var parts = relative.Replace('\\', '/').Split('/').SkipWhile(static part => part is "." or "..");
        return ("/" + path.Replace('\\', '/')).EndsWith("/" + string.Join("/", parts), StringComparison.Ordinal);
    }
}
