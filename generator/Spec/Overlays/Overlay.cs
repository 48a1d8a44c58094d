namespace Intercom.Generator.Spec.Overlays;

/// <summary>An OpenAPI Overlay 1.0: corrections to a document, as data.</summary>
internal sealed class Overlay
{
    private readonly SpecMap _document;
    private readonly List<SpecProblem> _problems;
    private readonly SpecGrowth _growth = new();
    private readonly OverlayTarget _target;

    private Overlay(SpecMap document, List<SpecProblem> problems)
    {
        _document = document;
        _problems = problems;
        _target = new OverlayTarget(document);
    }

    /// <summary>Applies overlays to a document, in their order and that of their actions.</summary>
    /// <exception cref="SpecException">They make more of the document than can be read.</exception>
    public static void Apply(SpecMap document, IEnumerable<SpecNode> overlays, List<SpecProblem> problems)
    {
        var overlay = new Overlay(document, problems);
        foreach (var root in overlays)
            overlay.Apply(root);
    }

    private void Apply(SpecNode overlay)
    {
        if (overlay is not SpecMap root || root.Text("overlay")?.StartsWith("1.", StringComparison.Ordinal) != true)
            Refuse(overlay.Position, "it does not start with 'overlay: 1.0.0'");
        else if (root["actions"] is not SpecList actions)
            Refuse(root.Position, "it has no list of 'actions'");
        else
            foreach (var action in actions.Items)
                ApplyAction(action);
    }

    private void ApplyAction(SpecNode node)
    {
        if (node is not SpecMap action || action.Text("target") is not { } target)
        {
            Say(node.Position, "an action has no 'target'");
            return;
        }

        var position = action["target"]!.Position;
        var removes = action.Text("remove") == "true";
        var name = action.Text(Renaming.Extension);
        if (!removes && action["update"] is null && name is null)
            Say(position, $"the action on {target} has neither 'update' nor 'remove: true'");
        else
            ApplyTo(target, position, new Change(removes, action["update"], name));
    }

    private void ApplyTo(string target, SpecPosition position, Change change)
    {
        try
        {
            var matches = _target.Select(JsonPath.Parse(target), position);
            if (matches.Count == 0)
                _problems.Add(new SpecProblem(ProblemKind.OverlayUnmatched, position, target));
            if (change.Removes && matches.Exists(static match => match.Parent is null))
                Say(position, "the document itself cannot be removed");
            else if (change.Removes)
                OverlayMatch.Remove(matches);
            else
                foreach (var match in matches)
                    Make(change, match, position);
        }
        catch (FormatException e)
        {
            Say(position, e.Message);
        }
    }

    private void Make(Change change, OverlayMatch match, SpecPosition position)
    {
        if (change.Update is { } update)
            Update(match, update, position);
        if (change.Name is { } name && Renaming.Apply(match.Parent, match.Key, name) is { } problem)
            Say(position, problem);
    }

    private void Update(OverlayMatch match, SpecNode update, SpecPosition position)
    {
        _growth.Add(SpecSize.Of(update), match.Depth, position, "its overlays");
        if (Merge(match.Node, update))
            return;
        if (match.Parent is null)
            Say(position, "the document itself can only be merged with a mapping");
        else
            match.Replace(update.Clone());
    }

    /// <summary>
    /// Merges an update into a node, as the Overlay specification says: maps merge, a list grows, anything else is replaced.
    /// </summary>
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

    private void Refuse(SpecPosition position, string why) => _problems.Add(new SpecProblem(ProblemKind.NoOverlay, position, why));

    private void Say(SpecPosition position, string what) => _problems.Add(new SpecProblem(ProblemKind.OverlayInvalid, position, what));

    /// <summary>What an action does.</summary>
    private sealed record Change(bool Removes, SpecNode? Update, string? Name);
}
