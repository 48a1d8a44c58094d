namespace Intercom.Generator.Spec.Overlays;

/// <summary>What a target of an overlay names.</summary>
/// <param name="Key">Its key, where it stands in a mapping.</param>
/// <param name="Index">Its index, where it stands in a list.</param>
internal sealed record OverlayMatch(SpecNode Node, int Depth, SpecNode? Parent, string? Key, int Index)
{
    /// <summary>Removes everything that a target names, from each mapping and list at once.</summary>
    public static void Remove(IEnumerable<OverlayMatch> matches)
    {
        foreach (var siblings in matches.GroupBy(static match => match.Parent))
            if (siblings.Key is SpecMap map)
                map.Remove(new HashSet<string>(siblings.Select(static match => match.Key!), StringComparer.Ordinal));
            else if (siblings.Key is SpecList list && new HashSet<int>(siblings.Select(static match => match.Index)) is var gone)
                Keep(list, [.. list.Items.Where((_, index) => !gone.Contains(index))]);
    }

    public void Replace(SpecNode node)
    {
        if (Parent is SpecMap map)
            map.Set(Key!, node);
        else if (Parent is SpecList list)
            list.Items[Index] = node;
    }

    private static void Keep(SpecList list, List<SpecNode> items)
    {
        list.Items.Clear();
        list.Items.AddRange(items);
    }
}
