using System.Text.Json.Nodes;

namespace Intercom.Generator.Spec.Reading;

/// <summary>References to what is no schema: what they name is read in their place.</summary>
internal sealed partial class ShapeReader
{
    private readonly Dictionary<SpecNode, SpecMap?> _targets = [];

    private JsonNode? Referable(SpecMap map, Shape shape, ReadingPlace place)
    {
        if (map["$ref"] is not SpecScalar || shape.Fields.ContainsKey("$ref"))
            return Object(map, shape, place);
        if (Followed(map, place, shape) is not { } target)
            return null;
        _growth.Add(SpecSize.Of(target), place.Depth, place.Position, "its references");
        return Object(With(target, map), shape, place);
    }

    /// <summary>The first mapping behind a chain of references that is none; each chain is followed once.</summary>
    private SpecMap? Followed(SpecMap map, ReadingPlace place, Shape shape)
    {
        var chain = new HashSet<SpecNode>();
        var node = (SpecNode?)map;
        while (node is SpecMap at && !_targets.ContainsKey(at) && at.Text("$ref") is { } reference)
        {
            var target = chain.Add(at) ? _references.Resolve(reference) : new ReferenceTarget(null, "", "", IsCircle: true);
            node = target.Node as SpecMap;
            if (target.IsCircle)
                _problems.Slip(place.Position, $"the reference '{ReadingPlace.Shortened(reference)}' leads back to itself");
            else if (node is null)
                Nothing(place, reference, target, shape);
        }

        var end = node is SpecMap known && _targets.TryGetValue(known, out var further) ? further : node as SpecMap;
        foreach (var passed in chain)
            _targets[passed] = end;
        return end;
    }

    private void Nothing(ReadingPlace place, string reference, ReferenceTarget target, Shape shape) =>
        _problems.Dangling(place.Position, reference, target.Why.Length > 0 ? target.Why : $"names no mapping, as {shape.Name} is",
            $"{shape.Name} is left out");

    /// <summary>What stands beside a reference goes before what it names.</summary>
    private static SpecMap With(SpecMap target, SpecMap reference)
    {
        if (reference.Entries.Count == 1)
            return target;
        var map = new SpecMap(target.Position);
        foreach (var entry in target.Entries)
            map.Set(entry.Key, entry.Value, entry.Position);
        foreach (var entry in reference.Entries)
            if (entry.Key != "$ref")
                map.Set(entry.Key, entry.Value, entry.Position);
        return map;
    }
}
