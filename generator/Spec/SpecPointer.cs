namespace Intercom.Generator.Spec;

/// <summary>JSON pointers into a document; a pointer may lead through references.</summary>
internal static class SpecPointer
{
    /// <summary>Where the components are that are schemas.</summary>
    public const string Schemas = "#/components/schemas";

    public static string Child(string pointer, string name) => pointer + "/" + Escape(name);

    public static string Escape(string name) => name.IndexOfAny(['~', '/']) < 0 ? name : name.Replace("~", "~0").Replace("/", "~1");

    public static string Unescape(string part) => part.IndexOf('~') < 0 ? part : part.Replace("~1", "/").Replace("~0", "~");

    /// <summary>
    /// The component that a pointer names, or leads into, and the steps from there; no component where it leads elsewhere.
    /// </summary>
    public static (string? Component, string[] Steps) InSchemas(string pointer) =>
        pointer.StartsWith(Schemas + "/", StringComparison.Ordinal) && pointer.Substring(Schemas.Length + 1).Split('/') is var steps
            ? (Unescape(steps[0]), [.. steps.Skip(1)])
            : (null, []);

    /// <summary>What a pointer names; null where that does not exist.</summary>
    public static SpecNode? Find(SpecMap root, string pointer) => new SpecReferences(root).Resolve(pointer).Node;

    /// <summary>The place of what a pointer names, or of the nearest thing around it that exists.</summary>
    public static SpecPosition Locate(SpecMap root, string pointer)
    {
        var references = new SpecReferences(root);
        var (position, node) = (root.Position, (SpecNode)root);
        foreach (var part in pointer.Split(['/'], StringSplitOptions.RemoveEmptyEntries).Where(static part => part != "#").Select(Unescape))
        {
            if (Step(references.Behind(node, part), part) is not { } next)
                break;
            (position, node) = next;
        }

        return position;
    }

    public static (SpecPosition Position, SpecNode Node)? Step(SpecNode node, string part)
    {
        if (node is SpecMap map && map.Find(part) is { } entry)
            return (entry.Position, entry.Value);
        return node is SpecList list && int.TryParse(part, out var index) && index >= 0 && index < list.Items.Count
            ? (list.Items[index].Position, list.Items[index])
            : null;
    }
}
