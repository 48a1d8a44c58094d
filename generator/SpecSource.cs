using System.Collections.Immutable;
using Intercom.Generator.Model;

namespace Intercom.Generator;

/// <summary>A document with the overlays that apply to it, in order.</summary>
internal sealed record SpecSource(SpecFile Document, EquatableArray<SpecFile> Overlays)
{
    public static SpecSource Of(SpecFile document, ImmutableArray<SpecFile> overlays)
    {
        var bundled = overlays.Where(file => file.IsBundled && document.Settings.UsesBundledOverlay);
        var own = overlays.Where(file => !file.IsBundled && document.Settings.Overlay.Length > 0 && IsAt(file.Path, document.Settings.Overlay));
        return new SpecSource(document, bundled.Concat(own).GroupBy(static file => file.Path).Select(static same => same.First()).ToEquatable());
    }

    // The compiler knows full paths; the project file names the overlay as seen from itself.
    private static bool IsAt(string path, string relative)
    {
        var parts = relative.Replace('\\', '/').Split('/').SkipWhile(static part => part is "." or "..");
        return ("/" + path.Replace('\\', '/')).EndsWith("/" + string.Join("/", parts), StringComparison.Ordinal);
    }
}
