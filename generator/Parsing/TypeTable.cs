using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;

namespace Intercom.Generator.Parsing;

/// <summary>
/// All types of a client, by name, while they are being found. A type is called after its place; what two places share is said, never
/// concluded.
/// </summary>
internal sealed class TypeTable(PinnedNames pins, GivenTypes given)
{
    private readonly UniqueNames _names = new(ReservedNames.Types.Concat(Said(pins, given)));
    private readonly HashSet<string> _said = new(Said(pins, given), StringComparer.Ordinal);
    private readonly Dictionary<string, Draft> _drafts = new(StringComparer.Ordinal);
    private readonly List<Draft> _order = [];
    private readonly Dictionary<string, PinnedType> _unnamed = new(StringComparer.Ordinal);

    public IReadOnlyList<Draft> Drafts => _order;

    public Draft? Find(TypeRef type) => type.Name is not null && _drafts.TryGetValue(type.Name, out var draft) ? draft : null;

    /// <summary>What stands at places without a type of its own, and would be one if more were said there.</summary>
    public IReadOnlyDictionary<string, PinnedType> Unnamed => _unnamed;

    /// <summary>What the type of a place was when it got its name; null where it has none yet.</summary>
    public PinnedType? Pinned(string place) => pins.Type(place);

    /// <summary>Keeps what stands at a place without a type of its own.</summary>
    public void Keep(string place, TypeFace face, string value = "") => _unnamed[place] = pins.Type(place) ?? new PinnedType(face, value);

    /// <summary>Takes a name for a component, before any inline type can take it.</summary>
    /// <param name="given">The name that an overlay gives it.</param>
    public string Reserve(string component, string? given)
    {
        if (Fixed(component, given) is { } name)
            return name;
        var own = given ?? Identifier.Pascal(component);
        // What ends in Client would be taken for the client of a resource.
        return own.EndsWith("Client", StringComparison.Ordinal) ? _names.Take(own + "Model") : _names.Take(own, own + "Model");
    }

    // What is said goes before what is made of a place, whatever else is in the document.
    private static IEnumerable<string> Said(PinnedNames pins, GivenTypes given) =>
        pins.TypeNames.Concat(given.All)
            .Where(static name => !ReservedNames.Types.Contains(name) && !name.EndsWith("Client", StringComparison.Ordinal))
            .Distinct();

    /// <summary>The type of a component, under the name that was reserved for it; or the one that is said to be the same.</summary>
    public T AddComponent<T>(T draft, string place)
        where T : Draft
    {
        if (!_drafts.TryGetValue(draft.Name, out var known))
            return Add(draft, place);
        if (known is T same)
        {
            same.Places.Add(place);
            return same;
        }

        draft.Name = _names.Take(draft.Name + "Value");
        return Add(draft, place);
    }

    /// <summary>The type of a place that is no component: a new one, or the one that is said to be the same.</summary>
    /// <param name="given">The name that an overlay gives it.</param>
    public T Own<T>(T draft, string place, string? given)
        where T : Draft
    {
        var name = Fixed(place, given) ?? given;
        if (name is not null && _drafts.TryGetValue(name, out var known) && known is T same)
        {
            same.Places.Add(place);
            return same;
        }

        draft.Name = name is not null && _said.Contains(name) && !_drafts.ContainsKey(name)
            ? name
            : _names.Take(name ?? draft.Name, (name ?? draft.Name) + "Value");
        return Add(draft, place);
    }

    // A name that was given once is taken for good: whoever says it by an overlay means the type that has it.
    private string? Fixed(string place, string? given) => given is null
        ? (pins.Type(place) is { HasName: true } pinned ? pinned.Name : null)
        : _said.Contains(given) ? given : null;

    private T Add<T>(T draft, string place)
        where T : Draft
    {
        draft.Face = Pinned(place)?.Face;
        draft.Places.Add(place);
        _drafts.Add(draft.Name, draft);
        _order.Add(draft);
        return draft;
    }
}
