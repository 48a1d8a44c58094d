using System.Text;
using Intercom.Generator.Spec;

namespace Intercom.Generator.Parsing;

/// <summary>The names that were given once, by the places that they were given to: a later document takes what is free.</summary>
internal sealed class PinnedNames
{
    /// <summary>Where an overlay puts them at the root of a document.</summary>
    public const string Key = Spec.Reading.SpecExtensions.Names;

    private readonly Dictionary<string, PinnedType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PinnedOperation> _operations = new(StringComparer.Ordinal);

    public PinnedNames(SpecMap root)
    {
        foreach (var type in Entries(root, "types"))
            if (type.Value is SpecScalar { Text: { } text } && PinnedType.Parse(text) is { } pinned)
                _types[type.Key] = pinned;
        foreach (var operation in Entries(root, "operations"))
            if (operation.Value is SpecMap map && PinnedOperation.Of(map) is { } pinned)
                _operations[operation.Key] = pinned;
    }

    /// <summary>The names that are taken, whether or not a document still has what they were given to.</summary>
    public IEnumerable<string> TypeNames =>
        _types.Values.Where(static type => type.HasName).Select(static type => type.Name).Distinct(StringComparer.Ordinal);

    /// <summary>The place of an operation: parameters of a path are renamed from version to version, and mean the same.</summary>
    public static string PlaceOf(string verb, string path)
    {
        var place = new StringBuilder(verb).Append(' ');
        var isInside = false;
        foreach (var c in path)
        {
            if (!isInside || c == '}')
                place.Append(c);
            isInside = c != '}' && (isInside || c == '{');
        }

        return place.ToString();
    }

    public PinnedType? Type(string place) => _types.TryGetValue(place, out var type) ? type : null;

    public PinnedOperation? Operation(string place) => _operations.TryGetValue(place, out var operation) ? operation : null;

    private static IEnumerable<SpecEntry> Entries(SpecMap root, string name) => ((root[Key] as SpecMap)?[name] as SpecMap)?.Entries ?? [];
}
