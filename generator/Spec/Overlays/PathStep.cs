namespace Intercom.Generator.Spec.Overlays;

/// <summary>A step of a JSONPath: to one name, or to everything that a filter lets pass.</summary>
/// <param name="Name">The name; null for a wildcard and a filter.</param>
/// <param name="Filter">What a filter asks; null for a name and a wildcard.</param>
internal sealed record PathStep(string? Name, PathFilter? Filter = null)
{
    public static PathStep Wildcard { get; } = new(Name: null);

    public bool Passes(SpecNode child) => Filter is null || Filter.Passes(child);
}

/// <summary>A filter by equality, <c>[?@.name == 'text']</c>; without names, an item itself is compared.</summary>
internal sealed record PathFilter(Model.EquatableArray<string> Names, string Text)
{
    public bool Passes(SpecNode child)
    {
        SpecNode? at = child;
        foreach (var name in Names)
            at = (at as SpecMap)?[name];
        return at is SpecScalar scalar && scalar.Text == Text;
    }
}
