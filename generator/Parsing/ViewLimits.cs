using Intercom.Generator.Spec;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>Bounds how deep objects are composed, and how much is laid over each other to see what they are.</summary>
internal sealed class ViewLimits(SpecDocument document)
{
    // Properties of schemas that are laid into some object, each time that this is looked at.
    private const int MostProperties = 1_000_000;

    private int _depth;
    private int _properties;

    /// <summary>A component where it stands in the document.</summary>
    public SchemaRef Component(string id, IOpenApiSchema schema) =>
        NameOf(id) is { } name ? SchemaRef.Component(name, schema) : new SchemaRef(schema, document.Borrowed[id], id);

    /// <summary>What a component is called in the document; null where it only stands for a schema somewhere else.</summary>
    public string? NameOf(string id)
    {
        if (!document.Borrowed.TryGetValue(id, out var pointer))
            return id;
        return SpecPointer.InSchemas(pointer) is { Steps.Length: 0, Component: var name } ? name : null;
    }

    /// <exception cref="SpecException">The composition is too deep.</exception>
    public void Enter(string pointer)
    {
        if (++_depth > SpecLimits.Composition)
            throw SpecException.TooLarge(document.Locate(pointer),
                $"more than {SpecLimits.Composition} schemas are composed of each other in a chain");
    }

    public void Leave() => _depth--;

    /// <exception cref="SpecException">There are too many properties.</exception>
    public void Lay(string pointer)
    {
        if (++_properties > MostProperties)
            throw SpecException.TooLarge(document.Locate(pointer),
                $"its schemas are composed of each other so often that {MostProperties:N0} properties are inherited");
    }
}
