namespace Intercom.Generator.Spec;

/// <summary>A place in an input file; lines and columns count from 0.</summary>
/// <param name="File">0 is the document; from 1 on its overlays, in the order in which they are applied.</param>
internal readonly record struct SpecPosition(int File, int Line, int Column);

/// <summary>A node of a YAML or JSON text, with its place.</summary>
internal abstract class SpecNode(SpecPosition position)
{
    public SpecPosition Position { get; } = position;

    // No tree is deeper than SpecLimits.Depth, so that whoever walks one may do so by recursion.
    public abstract SpecNode Clone();
}

internal sealed class SpecScalar(SpecPosition position, string text, bool isPlain) : SpecNode(position)
{
    public string Text { get; } = text;

    /// <summary>Whether it stands without quotes, so that it can be null, a boolean or a number.</summary>
    public bool IsPlain { get; } = isPlain;

    public bool IsNull => IsPlain && Text is "" or "null" or "Null" or "NULL" or "~";

    public override SpecNode Clone() => this;
}

internal sealed class SpecList(SpecPosition position) : SpecNode(position)
{
    public List<SpecNode> Items { get; } = [];

    public override SpecNode Clone()
    {
        var copy = new SpecList(Position);
        copy.Items.AddRange(Items.Select(static item => item.Clone()));
        return copy;
    }
}

internal sealed class SpecMap(SpecPosition position) : SpecNode(position)
{
    // Most mappings have few keys, and a document has many mappings: those are looked through.
    private const int FewKeys = 8;

    private Dictionary<string, int>? _index;

    public List<SpecEntry> Entries { get; } = [];

    public SpecNode? this[string key] => IndexOf(key) is var at and >= 0 ? Entries[at].Value : null;

    public string? Text(string key) => (this[key] as SpecScalar)?.Text;

    public SpecEntry? Find(string key) => IndexOf(key) is var at and >= 0 ? Entries[at] : null;

    public void Set(string key, SpecNode value, SpecPosition? position = null)
    {
        if (IndexOf(key) is var at and >= 0)
        {
            Entries[at] = Entries[at] with { Value = value };
            return;
        }

        _index?.Add(key, Entries.Count);
        Entries.Add(new SpecEntry(key, value, position ?? value.Position));
    }

    /// <summary>Gives an entry another key, at its place; no other entry has it.</summary>
    public void Rename(string key, string name)
    {
        if (IndexOf(key) is not (var at and >= 0))
            return;
        _index?.Remove(key);
        _index?.Add(name, at);
        Entries[at] = Entries[at] with { Key = name };
    }

    /// <summary>Removes all of some keys at once: one by one, each would move all that come after it.</summary>
    public void Remove(ICollection<string> keys)
    {
        if (keys.Count > 0 && Entries.RemoveAll(entry => keys.Contains(entry.Key)) > 0)
            _index = null;
    }

    public override SpecNode Clone()
    {
        var copy = new SpecMap(Position);
        foreach (var entry in Entries)
            copy.Set(entry.Key, entry.Value.Clone(), entry.Position);
        return copy;
    }

    private int IndexOf(string key)
    {
        if (Entries.Count > FewKeys)
            return (_index ??= Indexed()).TryGetValue(key, out var known) ? known : -1;
        for (var at = 0; at < Entries.Count; at++)
            if (Entries[at].Key == key)
                return at;
        return -1;
    }

    private Dictionary<string, int> Indexed()
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < Entries.Count; at++)
            index.Add(Entries[at].Key, at);
        return index;
    }
}

internal readonly record struct SpecEntry(string Key, SpecNode Value, SpecPosition Position);
