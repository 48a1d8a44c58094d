using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;
using Intercom.Generator.Spec;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>Components, which may reference each other in circles and in chains of any length.</summary>
internal sealed partial class SchemaParser
{
    private readonly HashSet<string> _parsing = new(StringComparer.Ordinal);
    private int _inherited;

    /// <summary>Parses all components; one that goes wrong costs no other.</summary>
    public void ParseComponents()
    {
        foreach (var component in _components.Where(component => !_document.Borrowed.ContainsKey(component.Key)))
            try
            {
                var type = Component(component.Key);
                if (component.Value.Extensions.Text(Extensions.Stream) is { } property)
                    Streams(component.Key, type, property);
            }
            catch (Exception e) when (e is not OperationCanceledException and not SpecException)
            {
                Fail(component.Key, e);
            }
    }

    /// <summary>Holds a record to what one may have.</summary>
    /// <exception cref="SpecException">It has too many properties.</exception>
    private void Count(ObjectView view, SchemaRef schema)
    {
        _inherited += Math.Max(0, view.Count - (schema.Schema.Properties?.Count ?? 0));
        if (view.Count > SpecLimits.Properties)
            throw SpecException.TooLarge(_document.Locate(schema.Pointer),
                $"an object has more than {SpecLimits.Properties:N0} properties");
        if (_inherited > SpecLimits.Inherited)
            throw SpecException.TooLarge(_document.Locate(schema.Pointer),
                $"its objects take over more than {SpecLimits.Inherited:N0} properties from those that they are composed of");
    }

    private void Streams(string component, TypeRef type, string property)
    {
        if (type.Kind == TypeKind.Union)
            Stream = (type.Name!, property);
        else
            Omissions.Misplaced(
                SpecPointer.Child(SpecPointer.Schemas, component),
                Extensions.Stream,
                "the schema is no union of events");
    }

    private void Fail(string id, Exception e)
    {
        _document.Problems.Add(new SpecProblem(ProblemKind.Failure, _document.Locate(Pointer), Pointer, e.Message));
        _parsing.Remove(id);
        var type = new TypeRef(TypeKind.Record, _names[id]);
        if (Types.Find(type) is null)
            Types.AddComponent(new RecordDraft { Name = _names[id], Pointer = SpecPointer.Child(SpecPointer.Schemas, id) }, id);
        _parsed[id] = type;
    }

    /// <summary>The type of a component that is referenced: it need not be read for that where it can only become a record, so that no
    /// chain of references is too long.</summary>
    private TypeRef Referenced(string id)
    {
        if (_document.Borrowed.TryGetValue(id, out var pointer))
            return Borrowed(id, pointer);
        return !_parsed.ContainsKey(id) && Foreseen(id, Ref(id)) == TypeKind.Record ? new TypeRef(TypeKind.Record, _names[id])
            : Component(id);
    }

    private SchemaRef Ref(string id) => SchemaRef.Component(id, _components[id]);

    private TypeRef Component(string id)
    {
        if (_document.Borrowed.TryGetValue(id, out var pointer))
            return Borrowed(id, pointer);
        if (_parsed.TryGetValue(id, out var known))
            return known;
        var schema = Ref(id);
        Pointer = schema.Pointer;
        return Guarded(id, schema, () => schema.Schema is OpenApiSchemaReference ? Now(schema, _names[id], id)
            : _derived.Of(id).Count > 0 ? Base(schema, id)
            : Own(schema, _names[id], id, isComponent: true));
    }

    private TypeRef Guarded(string id, SchemaRef schema, Func<TypeRef> parse)
    {
        if (!_parsing.Add(id))
            return Back(id, schema);
        if (_parsing.Count > SpecLimits.Composition)
            throw SpecException.TooLarge(_document.Locate(schema.Pointer),
                $"more than {SpecLimits.Composition} schemas are composed of each other in a chain");
        var type = parse();
        _parsing.Remove(id);
        return _parsed[id] = type;
    }

    /// <summary>A reference back to a component that is still being read.</summary>
    private TypeRef Back(string id, SchemaRef schema)
    {
        if (Foreseen(id, schema) is { } kind)
            return new TypeRef(kind, _names[id]);
        _document.Problems.Add(new SpecProblem(ProblemKind.Unmodelled, _document.Locate(schema.Pointer),
            $"'{id}', which holds itself and is no object", "read and written as raw JSON"));
        return TypeRef.Json;
    }

    /// <summary>A schema that stands in another or in an operation: the type that it has there, where that is known.</summary>
    private TypeRef Borrowed(string id, string pointer)
    {
        if (_view.NameOf(id) is { } name && _components.ContainsKey(name))
            return Component(name);
        if (SpecPointer.InSchemas(pointer).Component is { } holder && _components.ContainsKey(holder) && !_parsing.Contains(holder))
            Component(holder);
        if (_inline.TryGetValue(pointer, out var there))
            return there;
        if (_parsed.TryGetValue(id, out var known))
            return known;
        if (!_names.TryGetValue(id, out var own))
            _names[id] = own = Types.Reserve(id, given: null);
        var schema = new SchemaRef(_components[id], pointer, id);
        return Guarded(id, schema, () => Own(schema, own, id, isComponent: true));
    }

    /// <summary>What a component surely becomes; null where that is known only when it was read.</summary>
    private TypeKind? Foreseen(string id, SchemaRef component)
    {
        var schema = component.Schema;
        if (schema is OpenApiSchemaReference)
            return null;
        if (_derived.Of(id).Count > 0)
            return TypeKind.Union;
        var variants = schema.Variants().Select((variant, i) => component.Variant(variant, "variants", i))
            .Where(static variant => !variant.Schema.IsConstraint()).ToList();
        if (schema.IsPlain() || IsOfAnyValues(schema))
            return null;
        var isBare = !schema.HasProperties() && schema.AllOf is not { Count: > 0 };
        if (variants.Count > 0)
            return (variants.Count == 1 && isBare) || AreTimes(variants) || variants.TrueForAll(IsList) ? null
                : IsMerged(component, variants) ? TypeKind.Record
                : TypeKind.Union;
        var isObject = schema.KindOf() is JsonSchemaType.Object || (schema.KindOf() is null && schema.Items is null && !isBare);
        return isObject && (!isBare || schema.AdditionalProperties is null) ? TypeKind.Record : null;
    }
}
