namespace Intercom.Generator.Spec;

/// <summary>JSON pointers into a document.</summary>
internal static class SpecPointer
{
    public static string Child(string pointer, string name) => pointer + "/" + name.Replace("~", "~0").Replace("/", "~1");

    /// <summary>What a pointer names; null where that does not exist.</summary>
    public static SpecNode? Find(SpecNode root, string pointer)
    {
        var found = root;
        foreach (var part in Parts(pointer))
            found = found is null ? null : Step(found, part)?.Node;
        return found;
    }

    /// <summary>The place of what a pointer names, or of the nearest thing around it that exists.</summary>
    public static SpecPosition Locate(SpecNode root, string pointer)
    {
        var (position, node) = (root.Position, root);
        foreach (var part in Parts(pointer))
        {
            if (Step(node, part) is not { } next)
                break;
            (position, node) = next;
        }

        return position;
    }

    private static IEnumerable<string> Parts(string pointer) =>
        pointer.Split(['/'], StringSplitOptions.RemoveEmptyEntries).Where(static part => part != "#").Select(static part => part.Replace("~1", "/").Replace("~0", "~"));

    private static (SpecPosition Position, SpecNode Node)? Step(SpecNode node, string part)
    {
        if (node is SpecMap map && map[part] is { } value)
            return (map.Entries.First(entry => entry.Key == part).Position, value);
        return node is SpecList list && int.TryParse(part, out var index) && index >= 0 && index < list.Items.Count ? (list.Items[index].Position, list.Items[index]) : null;
    }
}
