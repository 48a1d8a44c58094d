using Intercom.Generator.Naming;
using Intercom.Generator.Spec;

namespace Intercom.Generator.Parsing;

/// <summary>The names of types that overlays give, anywhere in a document.</summary>
internal sealed class GivenTypes
{
    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private readonly HashSet<string> _enums = new(StringComparer.Ordinal);

    public GivenTypes(SpecNode root)
    {
        var open = new Stack<SpecNode>([root]);
        while (open.Count > 0)
            foreach (var child in Children(open.Pop()))
                open.Push(child);
    }

    public IEnumerable<string> All => _all;

    /// <summary>Whether a name is that of an enum: some place lists its values.</summary>
    public bool IsEnum(string name) => _enums.Contains(name);

    private IEnumerable<SpecNode> Children(SpecNode node)
    {
        if (node is not SpecMap map)
            return (node as SpecList)?.Items ?? [];
        if (map.Text(Extensions.Type) is { Length: > 0 } text && Identifier.Given(text) is var name)
        {
            _all.Add(name);
            if (map["enum"] is SpecList)
                _enums.Add(name);
        }

        return map.Entries.Select(static entry => entry.Value);
    }
}
