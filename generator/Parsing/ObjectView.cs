using Intercom.Generator.Spec;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>An object as it is once everything that it is composed of has been laid over each other; what comes later wins.</summary>
internal sealed class ObjectView(ViewLimits limits)
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, SchemaRef> _properties = new(StringComparer.Ordinal);
    private readonly HashSet<string> _following = new(StringComparer.Ordinal);

    public IEnumerable<(string Name, SchemaRef Schema)> Properties => _order.Select(name => (name, _properties[name]));

    public int Count => _order.Count;

    /// <summary>A property; null where there is none of that name.</summary>
    public SchemaRef? Find(string name) => _properties.TryGetValue(name, out var schema) ? schema : null;

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    public string? Description { get; private set; }

    /// <summary>Lays a schema over what is there.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="withVariants">Whether the variants of its unions are laid over it as well, none of their properties being required
    /// then.</param>
    public ObjectView Add(SchemaRef schema, bool withVariants)
    {
        // What was laid down once is not laid over what came after it, and a diamond of compositions is walked once.
        if (schema.Reference is { } component && !_following.Add(component))
            return this;
        limits.Enter(schema.Pointer);
        var declared = schema.Schema.Behind();
        var all = declared.AllOf ?? [];
        for (var i = 0; i < all.Count; i++)
            Add(schema.Part(all[i], i), withVariants);
        var owner = schema.Reference is { } name ? limits.Component(name, declared) : schema;
        foreach (var property in declared.Properties ?? new Dictionary<string, IOpenApiSchema>())
            Set(property.Key, owner.Property(property.Key, property.Value));
        Required.UnionWith(declared.Required ?? new HashSet<string>());
        Description = declared.Description ?? Description;
        if (withVariants)
            AddVariants(schema with { Schema = declared });
        limits.Leave();
        return this;
    }

    private void AddVariants(SchemaRef schema)
    {
        var required = new HashSet<string>(Required);
        var variants = schema.Schema.Variants().ToList();
        for (var i = 0; i < variants.Count; i++)
            if (!variants[i].IsConstraint())
                Add(schema.Variant(variants[i], schema.Schema.OneOf is { Count: > 0 } ? "oneOf" : "anyOf", i), withVariants: true);
        Required.Clear();
        Required.UnionWith(required);
    }

    private void Set(string name, SchemaRef schema)
    {
        limits.Lay(schema.Pointer);
        if (!_properties.ContainsKey(name))
            _order.Add(name);
        _properties[name] = schema;
    }
}
