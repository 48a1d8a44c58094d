namespace Intercom.Generator.Spec;

/// <summary>JSON pointers into a document.</summary>
internal static class SpecPointer
{
    public static string Child(string pointer, string name) => pointer + "/" + name.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The place of what a pointer names, or of the nearest thing around it that exists.</summary>
    public static SpecPosition Locate(SpecNode root, string pointer)
    {
        var position = root.Position;
        var node = root;
        foreach (var part in pointer.Split(['/'], StringSplitOptions.RemoveEmptyEntries).Select(static p => p.Replace("~1", "/").Replace("~0", "~")))
        {
            if (part == "#")
                continue;
            if (node is SpecMap map && map[part] is { } value)
            {
                position = map.Entries.First(entry => entry.Key == part).Position;
                node = value;
            }
            else if (node is SpecList list && int.TryParse(part, out var index) && index < list.Items.Count)
            {
                node = list.Items[index];
                position = node.Position;
            }
            else
            {
                break;
            }
        }

        return position;
    }
}
