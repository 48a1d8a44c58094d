using Intercom.Generator.Naming;
using Intercom.Generator.Spec;

namespace Intercom.Generator.Parsing;

/// <summary>The names of types that overlays give, anywhere in a document.</summary>
internal sealed class GivenTypes
{
    private static readonly List<SpecNode> NoItems = [];

    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private readonly HashSet<string> _enums = new(StringComparer.Ordinal);

    public GivenTypes(SpecNode root)
    {
        var open = new Stack<SpecNode>([root]);
        while (open.Count > 0)
        {
            var node = open.Pop();
            foreach (var item in (node as SpecList)?.Items ?? NoItems)
                open.Push(item);
            if (node is not SpecMap map)
                continue;
            Note(map);
            foreach (var entry in map.Entries)
                open.Push(entry.Value);
        }
    }

    public IEnumerable<string> All => _all;

    /// <summary>Whether a name is that of an enum: some place lists its values.</summary>
    public bool IsEnum(string name) => _enums.Contains(name);

    private void Note(SpecMap map)
    {
        if (map.Text(Extensions.Type) is not { Length: > 0 } text)
            return;
        var name = Identifier.Given(text);
        _all.Add(name);
        if (map["enum"] is SpecList)
            _enums.Add(name);
    }
}
