namespace Intercom.Generator.Spec.Overlays;

/// <summary>Finds what the targets of overlays name.</summary>
internal sealed class OverlayTarget(SpecMap document)
{
    private const int DeepestReference = 8;

    private static readonly string[] Compositions = ["allOf", "oneOf", "anyOf"];

    private int _seen;

    /// <summary>What a path names.</summary>
    /// <exception cref="SpecException">The targets look at more than is allowed.</exception>
    public List<OverlayMatch> Select(IReadOnlyList<PathStep> steps, SpecPosition position)
    {
        var matches = new List<OverlayMatch> { new(document, 0, null, null, 0) };
        for (var i = 0; i < steps.Count && matches.Count > 0; i++)
        {
            var next = new List<OverlayMatch>();
            // Whoever names a place by its operation means what stands there, though the document has it elsewhere.
            var follows = i > 1 && steps[0].Name is "paths" or "webhooks";
            foreach (var match in matches)
                if (follows)
                    AddFollowed(next, match, steps[i], position, 0);
                else
                    AddChildren(next, match, steps[i], isPath: i == 1 && steps[0].Name == "paths", position);
            matches = next;
        }

        return Distinct(matches);
    }

    private static List<OverlayMatch> Distinct(List<OverlayMatch> matches)
    {
        var seen = new HashSet<SpecNode>();
        return matches.FindAll(match => seen.Add(match.Node));
    }

    /// <summary>Adds the children of a node, or of what it references, or of the parts that it is made of.</summary>
    private void AddFollowed(List<OverlayMatch> found, OverlayMatch match, PathStep step, SpecPosition position, int depth)
    {
        var before = found.Count;
        AddChildren(found, match, step, isPath: false, position);
        if (found.Count > before || step.Name is null or "$ref" || depth == DeepestReference || match.Node is not SpecMap map)
            return;
        foreach (var part in Compositions.SelectMany(name => (map[name] as SpecList)?.Items ?? Enumerable.Empty<SpecNode>()))
            AddFollowed(found, match with { Node = part }, step, position, depth + 1);
        if (map.Text("$ref") is { } reference && SpecPointer.Find(document, reference) is { } target)
            AddFollowed(found, match with { Node = target }, step, position, depth + 1);
    }

    private void AddChildren(List<OverlayMatch> found, OverlayMatch match, PathStep step, bool isPath, SpecPosition position)
    {
        if (match.Node is SpecMap map && step.Name is { } name && !isPath)
        {
            Count(1, position);
            if (map[name] is { } value)
                found.Add(new OverlayMatch(value, match.Depth + 1, map, name, 0));
        }
        else if (match.Node is SpecMap all)
        {
            Count(all.Entries.Count, position);
            foreach (var entry in all.Entries)
                if (step.Name is { } named ? entry.Key == named || PathName.Same(entry.Key, named) : step.Passes(entry.Value))
                    found.Add(new OverlayMatch(entry.Value, match.Depth + 1, all, entry.Key, 0));
        }
        else if (match.Node is SpecList list && step.Name is null)
        {
            Count(list.Items.Count, position);
            for (var i = 0; i < list.Items.Count; i++)
                if (step.Passes(list.Items[i]))
                    found.Add(new OverlayMatch(list.Items[i], match.Depth + 1, list, null, i));
        }
    }

    private void Count(int places, SpecPosition position)
    {
        _seen += places;
        if (_seen > SpecLimits.Selection)
            throw SpecException.TooLarge(position, $"the targets of its overlays look at more than {SpecLimits.Selection:N0} places");
    }
}
