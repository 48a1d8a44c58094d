using Intercom.Generator.Spec;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>The components that are composed of another one which has a discriminator, and so are told apart where that one is
/// declared.</summary>
internal sealed class DerivedSchemas
{
    private readonly Dictionary<string, List<string>> _derived = new(StringComparer.Ordinal);
    private int _ancestors;

    /// <exception cref="SpecException">There are too many of them.</exception>
    public DerivedSchemas(SpecDocument document)
    {
        var components = document.OpenApi.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();
        var bases = new HashSet<string>(
            components.Where(static component => IsBase(component.Value)).Select(static component => component.Key),
            StringComparer.Ordinal);
        if (bases.Count == 0)
            return;
        foreach (var component in components.Where(static component => component.Value is not OpenApiSchemaReference))
            foreach (var ancestor in Ancestors(component.Key, components, document))
                if (bases.Contains(ancestor) && ancestor != component.Key)
                    (_derived.TryGetValue(ancestor, out var known) ? known : _derived[ancestor] = []).Add(component.Key);
    }

    /// <summary>The components that are derived from one, in their order.</summary>
    public IReadOnlyList<string> Of(string component) => _derived.TryGetValue(component, out var derived) ? derived : [];

    private static bool IsBase(IOpenApiSchema schema) => schema is not OpenApiSchemaReference
        && schema.Discriminator?.PropertyName is { Length: > 0 } && schema.IsObject() && !schema.Variants().Any();

    private HashSet<string> Ancestors(string component, IDictionary<string, IOpenApiSchema> components, SpecDocument document)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([component]);
        while (open.Count > 0)
            if (components.TryGetValue(open.Pop(), out var schema) && schema is not OpenApiSchemaReference)
                foreach (var part in (schema.AllOf ?? []).OfType<OpenApiSchemaReference>())
                {
                    if (++_ancestors > SpecLimits.Ancestors)
                        throw SpecException.TooLarge(document.Locate(SpecPointer.Child(SpecPointer.Schemas, component)),
                            $"its schemas have more than {SpecLimits.Ancestors:N0} others that they are composed of");
                    if (part.Reference.Id is { } id && found.Add(id))
                        open.Push(id);
                }

        return found;
    }
}
