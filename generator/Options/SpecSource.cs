using System.Collections.Immutable;
using Intercom.Generator.Listing;
using Intercom.Generator.Model;
using Intercom.Generator.Naming;

namespace Intercom.Generator.Options;

/// <summary>A document and what it is read from.</summary>
/// <param name="Layers">The file that is read, and those that are applied to it as overlays, in order.</param>
/// <param name="Missing">The overlays that the project names and that are not there.</param>
internal sealed record SpecSource(SpecFile Document, EquatableArray<SpecFile> Layers, EquatableArray<OptionProblem> Missing)
{
    /// <summary>The documents that a client is made of: the first in each namespace.</summary>
    public static IEnumerable<SpecFile> Distinct(IEnumerable<SpecFile> documents) =>
        ByNamespace(documents).Select(static same => same.First());

    /// <summary>The documents that ask for a namespace that another one has.</summary>
    public static IEnumerable<SpecFile> Repeated(IEnumerable<SpecFile> documents) =>
        ByNamespace(documents).SelectMany(static same => same.Skip(1));

    // Names of files and types take the namespace for their own; two clients in one would be one with two halves.
    private static IEnumerable<IGrouping<string, SpecFile>> ByNamespace(IEnumerable<SpecFile> documents) =>
        documents.GroupBy(static document => document.Settings.Namespace, StringComparer.OrdinalIgnoreCase);

    public static SpecSource Of(SpecFile document, ImmutableArray<SpecFile> files)
    {
        var bundled = files.Where(file => file.Kind == SpecFileKind.BundledOverlay && document.Settings.UsesBundledOverlay);
        var named = new ListedNames(document.Settings.Overlays, name => Overlay(files, name) is not null);
        // What the client was called before goes over what comes with the package, which a new version of it may call otherwise.
        var names = files.Where(file => file.Kind == SpecFileKind.Names && file.Name == document.Settings.Namespace + NamesFile.End);
        var overlays = bundled.Concat(names).Concat(named.Found.Select(name => Overlay(files, name)!))
            .GroupBy(static file => file.Path).Select(static same => same.First());
        var missing = named.Missing
            .Select(static name => new OptionProblem(SpecSettings.Overlay, name, "there is no such file, and nothing of it was applied"));
        return new SpecSource(document, Versions(document, files).Concat(overlays).ToEquatable(), missing.ToEquatable());
    }

    // The build says under which name it hands an overlay over; the same file under another name is found by its path.
    private static SpecFile? Overlay(ImmutableArray<SpecFile> files, string name)
    {
        var overlays = files.Where(static file => file.Kind == SpecFileKind.Overlay).ToList();
        return overlays.Find(file => ListedNames.Join(file.Settings.Overlays) == name) ?? overlays.Find(file => file.IsAt(name));
    }

    /// <summary>A version, after those that it is written as the difference from.</summary>
    private static List<SpecFile> Versions(SpecFile document, ImmutableArray<SpecFile> files)
    {
        var versions = new List<SpecFile> { document };
        while (versions[0].Extends is { Length: > 0 } name
            && files.FirstOrDefault(file => file.Version == name) is { } before
            && !versions.Contains(before))
            versions.Insert(0, before);
        return versions;
    }
}
