using Intercom.Generator.Model;
using Intercom.Generator.Naming;

namespace Intercom.Generator.Parsing;

/// <summary>All types of a client, by name, while they are being found.</summary>
internal sealed class TypeTable
{
    private readonly UniqueNames _names = new(ReservedNames.Types);
    private readonly Dictionary<string, Draft> _drafts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EnumDraft> _enums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnionDraft> _unions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);
    private readonly List<Draft> _order = [];

    public IReadOnlyList<Draft> Drafts => _order;

    public Draft this[string name] => _drafts[name];

    public Draft? Find(TypeRef type) => type.Name is not null && _drafts.TryGetValue(type.Name, out var draft) ? draft : null;

    /// <summary>Takes a name for a component, before any inline type can take it.</summary>
    // What ends in Client would be taken for the client of a resource.
    public string Reserve(string name) => name.EndsWith("Client", StringComparison.Ordinal) ? _names.Take(name + "Model") : _names.Take(name, name + "Model");

    /// <summary>Takes a name that an overlay gives, once: whatever else is given it becomes the same type.</summary>
    public string Give(string name) => _given.TryGetValue(name, out var taken) ? taken : _given[name] = Reserve(name);

    public T Add<T>(T draft, bool isReserved)
        where T : Draft
    {
        // A given name is one type's; what is of another kind, and is given it too, is a type beside it.
        if (!isReserved || _drafts.ContainsKey(draft.Name))
            draft.Name = _names.Take(draft.Name, draft.Name + "Value");
        _drafts.Add(draft.Name, draft);
        _order.Add(draft);
        return draft;
    }

    /// <summary>An enum of a property; properties of the same name with the same values share it.</summary>
    public EnumDraft Enum(string property, IReadOnlyList<string> values, string candidate, string? name, string pointer, Doc doc)
    {
        var key = name ?? property + "|" + string.Join("|", values.OrderBy(static v => v, StringComparer.Ordinal));
        if (!_enums.TryGetValue(key, out var draft))
        {
            // The final name is chosen when all candidates are known; until then the key stands for it.
            draft = new EnumDraft { Name = name ?? "enum:" + key, Pointer = pointer, Doc = doc, IsNamed = name is not null };
            if (name is not null)
                draft.Name = Give(name) is var given && _drafts.ContainsKey(given) ? _names.Take(given + "Value") : given;
            _enums.Add(key, draft);
            _drafts.Add(draft.Name, draft);
            _order.Add(draft);
        }

        draft.Candidates.Add(candidate);
        draft.Values.AddRange(values.Where(value => !draft.Values.Contains(value)));
        return draft;
    }

    /// <summary>A union; unions of the same given name, or of none and the same cases, are the same type.</summary>
    public UnionDraft Union(UnionDraft draft, string? name, bool isComponent)
    {
        var isGiven = name is not null && !isComponent;
        var key = isGiven ? name! : string.Join("|", draft.Cases.Select(static c => c.Type.ToString()).OrderBy(static c => c, StringComparer.Ordinal)) + "|" + draft.Discriminator;
        if (!isComponent && _unions.TryGetValue(key, out var known))
            return known.With(draft.Cases);
        draft.Name = isGiven ? Give(name!) : name ?? draft.Name;
        Add(draft, isComponent || isGiven);
        _unions[key] = draft;
        return draft;
    }

    /// <summary>Chooses the names of enums: the shortest of their candidates, one of a response before one of a request.</summary>
    /// <returns>The final name of every key.</returns>
    public IReadOnlyDictionary<string, string> NameEnums()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var draft in _enums.Values.Where(static draft => !draft.IsNamed))
        {
            var best = draft.Candidates
                .OrderBy(static name => name.Contains("Request"))
                .ThenBy(static name => name.Length)
                .ThenBy(static name => name, StringComparer.Ordinal)
                .ToArray();
            var name = _names.Take([.. best, best[0] + "Value"]);
            names.Add(draft.Name, name);
            draft.Name = name;
        }

        return names;
    }
}
