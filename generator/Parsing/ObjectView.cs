using Intercom.Generator.Spec;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>
/// An object as it is once everything that it is composed of has been laid over each other. Of parts that all count, the later one says
/// what a property is; of alternatives, each.
/// </summary>
internal sealed class ObjectView(ViewLimits limits)
{
    private static readonly Dictionary<string, IOpenApiSchema> NoProperties = [];

    private readonly List<string> _order = [];
    private readonly Dictionary<string, (SchemaRef Schema, int Alternative)> _properties = new(StringComparer.Ordinal);
    private readonly HashSet<string> _following = new(StringComparer.Ordinal);
    private readonly List<(SchemaRef Known, SchemaRef Last)> _again = [];
    private string? _place;
    private int _alternatives;
    private int _alternative;

    public IEnumerable<(string Name, SchemaRef Schema)> Properties => _order.Select(name => (name, _properties[name].Schema));

    public int Count => _order.Count;

    /// <summary>A property; null where there is none of that name.</summary>
    public SchemaRef? Find(string name) => _properties.TryGetValue(name, out var property) ? property.Schema : null;

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    public string? Description { get; private set; }

    /// <summary>What the values are of names that it leaves open, of each part that says so.</summary>
    public List<SchemaRef> Open { get; } = [];

    /// <summary>Properties that a part declares as another kind of value than the part before it, and what they are then.</summary>
    public List<(SchemaRef Property, string Becomes)> Contrary { get; } = [];

    /// <summary>Properties that a part declares as an object that has less than in the part before it.</summary>
    public IEnumerable<SchemaRef> Lesser => _again.Where(pair => HasMore(pair.Known, pair.Last)).Select(static pair => pair.Last);

    /// <summary>Lays a schema over what is there.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="withVariants">Whether the variants of its unions are laid over it as well, none of their properties being required
    /// then.</param>
    public ObjectView Add(SchemaRef schema, bool withVariants)
    {
        // What was laid down once is not laid over what came after it, and a diamond of compositions is walked once.
        if (schema.Reference is { } component && !_following.Add(component))
            return this;
        _place ??= schema.Place;
        limits.Enter(schema.Pointer);
        var declared = schema.Schema.Behind();
        for (var i = 0; i < declared.AllOf?.Count; i++)
            Add(schema.Part(declared.AllOf[i], i), withVariants);
        var owner = schema.Reference is { } name ? limits.Component(name, declared) : schema;
        foreach (var property in declared.Properties ?? NoProperties)
            Set(property.Key, owner.Property(property.Key, property.Value));
        if (declared.AdditionalProperties is { } values)
            Open.Add(owner.Values(values));
        Required.UnionWith(declared.Required ?? (IEnumerable<string>)[]);
        Description = declared.Description ?? Description;
        if (withVariants)
            AddVariants(schema with { Schema = declared }, isComponent: schema.Reference is not null);
        limits.Leave();
        return this;
    }

    /// <summary>Lays down a schema that an object may be of in place of those before it.</summary>
    public ObjectView AddAlternative(SchemaRef schema)
    {
        var around = _alternative;
        _alternative = ++_alternatives;
        Add(schema, withVariants: true);
        _alternative = around;
        return this;
    }

    /// <param name="isComponent">Whether it is a component: what is derived from that, and listed there, is a kind of it, no part.</param>
    private void AddVariants(SchemaRef schema, bool isComponent)
    {
        var required = new HashSet<string>(Required);
        var variants = schema.Schema.Variants().ToList();
        for (var i = 0; i < variants.Count; i++)
            if (!variants[i].IsConstraint() && !(isComponent && variants[i].IsComposedOf(schema.Schema)))
                AddAlternative(schema.Variant(variants[i], schema.Schema.OneOf is { Count: > 0 } ? "oneOf" : "anyOf", i));
        Required.Clear();
        Required.UnionWith(required);
    }

    private void Set(string name, SchemaRef schema)
    {
        limits.Lay(schema.Pointer);
        if (!_properties.TryGetValue(name, out var known))
            _order.Add(name);
        else if (known.Alternative > 0 && _alternative > 0 && known.Alternative != _alternative)
            schema = OneOfSeveral.With(known.Schema, schema, $"{_place}.{name}");
        else if (!OneOfSeveral.AreOfTwoKinds(known.Schema.Schema, schema.Schema))
            _again.Add((known.Schema, schema));
        else
            schema = Contradicted(known, schema);
        _properties[name] = (schema, _alternative);
    }

    // An alternative contradicts nothing that all of them have.
    private SchemaRef Contradicted((SchemaRef Schema, int Alternative) known, SchemaRef schema)
    {
        var isAlternative = known.Alternative != _alternative;
        Contrary.Add((schema, isAlternative ? "what is declared for all" : "what is declared last"));
        return isAlternative ? known.Schema : schema;
    }

    private static bool IsSame(SchemaRef one, SchemaRef other) => one.Reference is not null && one.Reference == other.Reference;

    // Which of several objects a property is says the last one, and most of them repeat what the ones before declare.
    private bool HasMore(SchemaRef known, SchemaRef last)
    {
        if (!known.Schema.Behind().IsObject() || !last.Schema.Behind().IsObject() || IsSame(known, last))
            return false;
        var view = new ObjectView(limits).Add(last, withVariants: true);
        return view.Open.Count == 0
            && new ObjectView(limits).Add(known, withVariants: false).Properties.Any(property => view.Find(property.Name) is null);
    }
}
