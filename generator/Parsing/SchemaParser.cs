using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Spec;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>From schemas to types: records, enums, unions, lists, maps and primitives.</summary>
internal sealed partial class SchemaParser
{
    private readonly SpecDocument _document;
    private readonly IDictionary<string, IOpenApiSchema> _components;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeRef> _parsed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeRef> _inline = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parsing = new(StringComparer.Ordinal);
    private readonly GivenNames _given;

    public SchemaParser(SpecDocument document)
    {
        _document = document;
        _components = document.OpenApi.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();
        _given = new GivenNames(document.Root);
        // What is given goes before what is made of a place, whatever else is in the document.
        foreach (var name in _given.All)
            Types.Give(name);
        foreach (var component in _components)
            _names.Add(component.Key, component.Value.Extensions.Identifier(Extensions.Type) is { } given ? Types.Give(given) : Types.Reserve(Identifier.Pascal(component.Key)));
    }

    public TypeTable Types { get; } = new();

    /// <summary>The pointer of what is being worked on, for whoever must say where it went wrong.</summary>
    public string Pointer { get; private set; } = "#";

    /// <summary>The type of the document's event stream, and the name of the properties that hold the address of one.</summary>
    public (string Event, string Property)? Stream { get; private set; }

    /// <summary>The type of a component; null where there is no such component.</summary>
    public TypeRef? Named(string component) => _parsed.TryGetValue(component, out var type) ? type : null;

    public void ParseComponents()
    {
        foreach (var component in _components)
        {
            var type = Component(component.Key);
            if (component.Value.Extensions.Text(Extensions.Stream) is { } property && type.Kind == TypeKind.Union)
                Stream = (type.Name!, property);
        }
    }

    /// <summary>The type of a schema, wherever it stands.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="name">The name for a type of its own, where it needs one.</param>
    /// <param name="property">The name of the property, parameter or component that it describes.</param>
    public TypeRef Parse(SchemaRef schema, string name, string property)
    {
        Pointer = schema.Pointer;
        if (schema.Schema is OpenApiSchemaReference)
            return schema.Component is { } component && _components.ContainsKey(component) ? Component(component) : Dangling(schema);
        return Own(schema, name, property, isComponent: false);
    }

    private TypeRef Component(string id)
    {
        if (_parsed.TryGetValue(id, out var known))
            return known;
        var schema = new SchemaRef(_components[id], SpecPointer.Child("#/components/schemas", id));
        Pointer = schema.Pointer;
        // A reference back to a component that is still being read can only be to a record or union of its own name.
        if (!_parsing.Add(id))
            return new TypeRef(IsUnion(schema.Schema) ? TypeKind.Union : TypeKind.Record, _names[id]);
        var type = schema.Schema is OpenApiSchemaReference ? Parse(schema, _names[id], id) : Own(schema, _names[id], id, isComponent: true);
        _parsing.Remove(id);
        _parsed[id] = type;
        return type;
    }

    private TypeRef Own(SchemaRef schema, string name, string property, bool isComponent)
    {
        var all = (schema.Schema.AllOf ?? []).Where(static part => !part.IsOnlyWords()).ToList();
        if (all.Count == 1 && !schema.Schema.Variants().Any() && all[0] is OpenApiSchemaReference && !isComponent)
            return Wrapped(schema, all[0], name, property);
        if (schema.Schema.Variants().Any(static variant => !variant.IsConstraint()))
            return Variants(schema, name, property, isComponent);
        var values = schema.Schema.EnumValues();
        return schema.Schema.KindOf() switch
        {
            JsonSchemaType.Boolean => TypeRef.Boolean,
            JsonSchemaType.Integer => IsUnixTime(schema.Schema, property) ? TypeRef.UnixTime : TypeRef.Integer,
            JsonSchemaType.Number => TypeRef.Number,
            JsonSchemaType.String => Text(schema, values, name, property, isComponent),
            JsonSchemaType.Array => schema.Schema.Items is { } items ? TypeRef.List(Item(schema.At(items, "items"), name, property)) : TypeRef.List(TypeRef.Json),
            null when values.Count > 0 && !schema.Schema.HasProperties() => Text(schema, values, name, property, isComponent),
            null when schema.Schema.Items is { } items => TypeRef.List(Item(schema.At(items, "items"), name, property)),
            null or JsonSchemaType.Object => Object(schema, name, property, isComponent),
            _ => TypeRef.Json,
        };
    }

    /// <summary>One reference with something beside it: the referenced type, to which the properties beside it belong as well.</summary>
    private TypeRef Wrapped(SchemaRef schema, IOpenApiSchema inner, string name, string property)
    {
        var type = Parse(schema.At(inner, "allOf/0"), name, property);
        if (schema.Schema.HasProperties() && Types.Find(type) is RecordDraft record)
            foreach (var (own, ownSchema) in new ObjectView().Add(schema with { Schema = WithoutAllOf(schema.Schema) }, withVariants: false).Properties)
                if (record.Properties.All(known => known.WireName != own))
                    record.Add(Property(own, ownSchema, record.Name, isRequired: false));
        return type;
    }

    private static OpenApiSchema WithoutAllOf(IOpenApiSchema schema) => new() { Properties = schema.Properties };

    private TypeRef Item(SchemaRef items, string name, string property)
    {
        var singular = Words.Split(name) is { Count: > 0 } words ? name.Substring(0, name.Length - words[words.Count - 1].Length) + Words.Singular(words[words.Count - 1]) : name;
        return Parse(items, singular == name ? name + "Item" : singular, property);
    }

    private TypeRef Text(SchemaRef schema, IReadOnlyList<string> values, string name, string property, bool isComponent)
    {
        var given = schema.Schema.Extensions.Identifier(Extensions.Type);
        // Text that is given the name of an enum is one.
        if (values.Count > 1 || (given is not null && _given.IsEnum(given)))
        {
            if (isComponent && given is null)
            {
                var draft = new EnumDraft { Name = name, Pointer = schema.Pointer, Doc = DocText.Of(schema.Schema.Description), IsNamed = true };
                draft.Values.AddRange(values);
                return new TypeRef(TypeKind.Enum, Types.Add(draft, isReserved: true).Name);
            }

            var @enum = Types.Enum(property, values, name, given, schema.Pointer, DocText.Of(schema.Schema.Description));
            foreach (var value in schema.Schema.Extensions.Identifiers(Extensions.Values))
                @enum.Names[value.Key] = value.Value;
            return new TypeRef(TypeKind.Enum, @enum.Name);
        }

        return schema.Schema.Format switch
        {
            "date-time" => TypeRef.IsoTime,
            "binary" => TypeRef.File,
            _ => TypeRef.Text,
        };
    }

    private TypeRef Object(SchemaRef schema, string name, string property, bool isComponent)
    {
        var isComposed = schema.Schema.AllOf is { Count: > 0 };
        if (!schema.Schema.HasProperties() && !isComposed)
        {
            if (schema.Schema.AdditionalProperties is { } values)
                return MapOf(schema.At(values, "additionalProperties"), name, property);
            if (!isComponent && schema.Schema.Extensions.Identifier(Extensions.Type) is null)
                return schema.Schema.KindOf() is JsonSchemaType.Object && IsOpenMap(schema.Schema, property) ? TypeRef.JsonObject : TypeRef.Json;
        }

        return Record(new ObjectView().Add(schema, withVariants: HasInlineVariants(schema.Schema)), schema, name, isComponent);
    }

    private TypeRef MapOf(SchemaRef values, string name, string property)
    {
        // Attribute maps are declared with strings, or with unions; they hold whatever the workspace put there.
        if (property.EndsWith("attributes", StringComparison.OrdinalIgnoreCase) || values.Schema.Variants().Any() || values.Schema.IsConstraint())
            return TypeRef.JsonObject;
        return TypeRef.Map(Item(values, name, property));
    }

    /// <summary>An empty record, for a body that is declared as an object without properties: what it holds one day is not lost.</summary>
    public TypeRef Empty(SchemaRef schema, string name) => Record(new ObjectView().Add(schema, withVariants: false), schema, name, isComponent: false);

    /// <summary>A record made of several schemas, as where two successful responses differ.</summary>
    public TypeRef Merged(IEnumerable<SchemaRef> schemas, string name)
    {
        var view = new ObjectView();
        var list = schemas.ToList();
        foreach (var schema in list)
            view.Add(schema, withVariants: true);
        return Record(view, list[0], name, isComponent: false);
    }

    private TypeRef Record(ObjectView view, SchemaRef schema, string name, bool isComponent)
    {
        var given = schema.Schema.Extensions.Identifier(Extensions.Type);
        var draft = new RecordDraft
        {
            Name = given is null ? name : Types.Give(given),
            Pointer = schema.Pointer,
            Doc = DocText.Of(view.Description, schema.Schema.Title),
        };
        var same = given is null ? null : Types.Find(new TypeRef(TypeKind.Record, draft.Name)) as RecordDraft;
        var record = same ?? Types.Add(draft, isReserved: isComponent || given is not null);
        foreach (var property in record.Properties)
            property.IsRequired &= view.Required.Contains(property.WireName);
        foreach (var (property, propertySchema) in view.Properties)
            record.Add(Property(property, propertySchema, record.Name, view.Required.Contains(property) && (same is null || same.Requires(property))));
        return new TypeRef(TypeKind.Record, record.Name);
    }

    private PropertyDraft Property(string name, SchemaRef schema, string owner, bool isRequired)
    {
        var declared = schema.Schema;
        var extensions = declared.Extensions;
        var preferred = extensions.Identifier(Extensions.Property);
        var own = preferred ?? Identifier.Pascal(name);
        // Enums are shared by their values, and called after the shortest of the places where they stand.
        var type = IsEnum(declared) ? Parse(schema, owner + own, name) : Inline(schema, (OwnerOf(schema.Pointer) ?? owner) + own, name);
        var values = declared is OpenApiSchemaReference ? [] : declared.EnumValues();
        if (extensions.Text(Extensions.Discriminator) is { } sibling && Types.Find(type) is UnionDraft union)
            (union.Discriminator, union.IsSibling) = (sibling, true);
        return new PropertyDraft
        {
            WireName = name,
            PreferredName = preferred,
            Type = type,
            Doc = DocText.Of(declared.Description),
            IsRequired = isRequired,
            Constant = values.Count == 1 && !HasNull(declared) && type.Kind is TypeKind.Text or TypeKind.Boolean ? values.FirstOrDefault() : null,
            IsSecret = declared.Format == "password",
            IsDeprecated = declared.Deprecated,
            FillsNow = extensions.Text(Extensions.Fill) == "now",
            Discriminator = extensions.Text(Extensions.Discriminator),
            Aliases = extensions.Texts(Extensions.Aliases),
        };
    }

    // What an object takes over from a component by allOf is of the component's types, not of types of its own that look the same.
    private TypeRef Inline(SchemaRef schema, string name, string property)
    {
        if (!_inline.TryGetValue(schema.Pointer, out var type))
            _inline[schema.Pointer] = type = Parse(schema, name, property);
        return type;
    }

    private static bool IsEnum(IOpenApiSchema schema) => schema is not OpenApiSchemaReference && (schema.EnumValues().Count > 1 || schema.Items?.EnumValues().Count > 1);

    /// <summary>The name of the component that a property stands in; null where it stands in none.</summary>
    private string? OwnerOf(string pointer)
    {
        const string prefix = "#/components/schemas/";
        if (!pointer.StartsWith(prefix, StringComparison.Ordinal) || pointer.LastIndexOf("/properties/", StringComparison.Ordinal) is not (> 0 and var end))
            return null;
        var owner = pointer.Substring(prefix.Length, end - prefix.Length).Split('/');
        return owner.Skip(1).All(static part => part.All(char.IsDigit) || part is "allOf") && _names.TryGetValue(owner[0].Replace("~1", "/").Replace("~0", "~"), out var name) ? name : null;
    }

    private static bool HasNull(IOpenApiSchema schema) => schema.Enum?.Any(static value => value.IsNull()) == true;

    private static bool IsOpenMap(IOpenApiSchema schema, string property) =>
        schema.AdditionalPropertiesAllowed && property.EndsWith("attributes", StringComparison.OrdinalIgnoreCase);

    // Unix time is declared in three ways, one of which is only the name. Durations are called *_time, and are none.
    private static bool IsUnixTime(IOpenApiSchema schema, string property) =>
        schema.Format is "date-time" or "timestamp" || property.EndsWith("_at", StringComparison.Ordinal) || property.EndsWith("_until", StringComparison.Ordinal)
        || property.EndsWith("_since", StringComparison.Ordinal) || property.EndsWith("_at_after", StringComparison.Ordinal) || property.EndsWith("_at_before", StringComparison.Ordinal);

    private TypeRef Dangling(SchemaRef schema)
    {
        var target = (schema.Schema as OpenApiSchemaReference)?.Reference.ReferenceV3 ?? schema.Component ?? "";
        _document.Problems.Add(new SpecProblem(ProblemKind.DanglingReference, _document.Locate(schema.Pointer), target, Described(schema.Pointer)));
        return TypeRef.Json;
    }

    private static string Described(string pointer) => pointer.Replace("#/components/schemas/", "").Replace("/properties/", ".").Replace("~1", "/").Replace("~0", "~");
}
