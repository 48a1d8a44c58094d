namespace Intercom.Generator.Spec.Overlays;

/// <summary>An OpenAPI Overlay 1.0: corrections to a document, as data.</summary>
internal static class Overlay
{
    /// <summary>Applies an overlay to a document, in the order of its actions.</summary>
    public static void Apply(SpecMap document, SpecNode overlay, List<SpecProblem> problems)
    {
        if (overlay is not SpecMap root || root.Text("overlay")?.StartsWith("1.", StringComparison.Ordinal) != true)
        {
            problems.Add(new SpecProblem(ProblemKind.OverlayInvalid, overlay.Position, "it does not start with 'overlay: 1.0.0'"));
            return;
        }

        if (root["actions"] is not SpecList actions)
        {
            problems.Add(new SpecProblem(ProblemKind.OverlayInvalid, root.Position, "it has no list of 'actions'"));
            return;
        }

        foreach (var action in actions.Items)
            ApplyAction(document, action, problems);
    }

    private static void ApplyAction(SpecMap document, SpecNode node, List<SpecProblem> problems)
    {
        if (node is not SpecMap action || action.Text("target") is not { } target)
        {
            problems.Add(new SpecProblem(ProblemKind.OverlayInvalid, node.Position, "an action has no 'target'"));
            return;
        }

        var position = action["target"]!.Position;
        var removes = action.Text("remove") == "true";
        if (!removes && action["update"] is null)
        {
            problems.Add(new SpecProblem(ProblemKind.OverlayInvalid, position, $"the action on {target} has neither 'update' nor 'remove: true'"));
            return;
        }

        try
        {
            var matches = Select(document, JsonPath.Parse(target));
            if (matches.Count == 0)
                problems.Add(new SpecProblem(ProblemKind.OverlayUnmatched, position, target));
            foreach (var match in matches)
            {
                if (removes)
                    match.Remove();
                else if (!Merge(match.Node, action["update"]!))
                    match.Replace(action["update"]!.Clone());
            }
        }
        catch (FormatException e)
        {
            problems.Add(new SpecProblem(ProblemKind.OverlayInvalid, position, e.Message));
        }
    }

    private static List<Match> Select(SpecMap document, IReadOnlyList<PathStep> steps)
    {
        var matches = new List<Match> { new(document, null, null) };
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var isPath = i == 1 && steps[0].Name == "paths";
            matches = matches.SelectMany(match => Children(match.Node, step, isPath)).ToList();
        }

        return matches;
    }

    private static IEnumerable<Match> Children(SpecNode node, PathStep step, bool isPath)
    {
        if (node is SpecMap map)
            return map.Entries
                .Where(entry => step.Name is not { } name ? step.Passes(entry.Value) : entry.Key == name || (isPath && PathName.Same(entry.Key, name)))
                .Select(entry => new Match(entry.Value, map, entry.Key)).ToList();
        if (node is SpecList list && step.Name is null)
            return list.Items.Where(step.Passes).Select(item => new Match(item, list, null)).ToList();
        return [];
    }

    /// <summary>Merges an update into a node, as the Overlay specification says: maps merge, a list grows, anything else is replaced.</summary>
    private static bool Merge(SpecNode target, SpecNode update)
    {
        if (target is SpecList list)
        {
            if (update is SpecList items)
                list.Items.AddRange(items.Items.Select(static item => item.Clone()));
            else
                list.Items.Add(update.Clone());
            return true;
        }

        if (target is not SpecMap map || update is not SpecMap changes)
            return false;
        foreach (var change in changes.Entries)
            if (map[change.Key] is not { } old || !Merge(old, change.Value))
                map.Set(change.Key, change.Value.Clone(), change.Position);
        return true;
    }

    private sealed record Match(SpecNode Node, SpecNode? Parent, string? Key)
    {
        public void Remove()
        {
            if (Parent is SpecMap map)
                map.Remove(Key!);
            else if (Parent is SpecList list)
                list.Items.Remove(Node);
        }

        public void Replace(SpecNode node)
        {
            if (Parent is SpecMap map)
                map.Set(Key!, node);
            else if (Parent is SpecList list)
                list.Items[list.Items.IndexOf(Node)] = node;
        }
    }
}
