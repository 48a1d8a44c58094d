namespace Intercom.Generator.Spec.Overlays;

/// <summary>Finds what the targets of overlays name.</summary>
internal sealed class OverlayTarget(SpecMap document)
{
    private int _seen;

    /// <summary>What a path names.</summary>
    /// <exception cref="SpecException">The targets look at more than is allowed.</exception>
    public List<OverlayMatch> Select(IReadOnlyList<PathStep> steps, SpecPosition position)
    {
        var matches = new List<OverlayMatch> { new(document, 0, null, null, 0) };
        for (var i = 0; i < steps.Count && matches.Count > 0; i++)
        {
            var next = new List<OverlayMatch>();
            foreach (var match in matches)
                AddChildren(next, match, steps[i], isPath: i == 1 && steps[0].Name == "paths", position);
            matches = next;
        }

        return matches;
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
