using Intercom.Generator.Model;
using Intercom.Generator.Spec;

namespace Intercom.Generator.Parsing;

/// <summary>Since which of the bundled versions operations and properties are there, by their places, as an overlay says it.</summary>
internal sealed class VersionPlaces
{
    private readonly Dictionary<string, Since> _places = new(StringComparer.Ordinal);

    public VersionPlaces(SpecMap root, string apiVersion)
    {
        foreach (var version in (root[Spec.Reading.SpecExtensions.Since] as SpecList)?.Items.OfType<SpecMap>() ?? [])
            // What a document of an older version has all the same is said wrongly of it.
            if (version.Text("version") is { Length: > 0 } name
                && version.Text("after") is { Length: > 0 } after
                && !IsUpTo(apiVersion, after))
                Add(version, new Since(name, after));
    }

    /// <summary>Since when the operation or the property of a place is there; null where every bundled version has it, or none is known
    /// to.</summary>
    public Since? Of(string place) => _places.TryGetValue(place, out var since) ? since : null;

    /// <summary>The place of a property.</summary>
    /// <param name="owner">The place of what has it.</param>
    public static string PlaceOf(string owner, string property) => $"{owner}.{property}";

    private void Add(SpecMap version, Since since)
    {
        foreach (var operation in Texts(version["operations"]))
            _places[operation] = since;
        foreach (var owner in (version["properties"] as SpecMap)?.Entries ?? [])
            foreach (var property in Texts(owner.Value))
                _places[PlaceOf(owner.Key, property)] = since;
    }

    private static IEnumerable<string> Texts(SpecNode? list) =>
        (list as SpecList)?.Items.OfType<SpecScalar>().Select(static item => item.Text) ?? [];

    private static bool IsUpTo(string version, string limit) =>
        Version.TryParse(version, out var own) && Version.TryParse(limit, out var last) && own <= last;
}
