namespace Intercom.Generator.Spec;

/// <summary>How large a tree is.</summary>
internal readonly record struct SpecSize(int Nodes, int Height)
{
    public static SpecSize Of(SpecNode node)
    {
        var size = new SpecSize(1, 0);
        if (node is SpecMap map)
            foreach (var entry in map.Entries)
                size = size.With(Of(entry.Value));
        else if (node is SpecList list)
            foreach (var item in list.Items)
                size = size.With(Of(item));
        return size;
    }

    private SpecSize With(SpecSize child) => new(Nodes + child.Nodes, Math.Max(Height, child.Height + 1));
}
