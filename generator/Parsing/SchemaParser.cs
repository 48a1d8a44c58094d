using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;
using Intercom.Generator.Spec;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>From schemas to types: records, enums, unions, lists, maps and primitives.</summary>
internal sealed partial class SchemaParser
{
    private static readonly string[] TimeEnds = ["_at", "_until", "_since", "_at_after", "_at_before"];

    private readonly SpecDocument _document;
    private readonly IDictionary<string, IOpenApiSchema> _components;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeRef> _parsed = new(StringComparer.Ordinal);
    private readonly GivenTypes _given;
    private readonly ViewLimits _view;
    private readonly Dictionary<string, TypeRef> _inline = new(StringComparer.Ordinal);
    private readonly DerivedSchemas _derived;

    public SchemaParser(SpecDocument document, Omissions omissions)
    {
        _document = document;
        Omissions = omissions;
        _view = new ViewLimits(document);
        Pins = new PinnedNames(document.Root);
        Versions = new VersionPlaces(document.Root, document.ApiVersion);
        _given = new GivenTypes(document.Root);
        Types = new TypeTable(Pins, _given);
        _components = document.OpenApi.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();
        foreach (var component in _components.Where(component => !document.Borrowed.ContainsKey(component.Key)))
            _names.Add(component.Key, Types.Reserve(component.Key, component.Value.Extensions.Identifier(Extensions.Type)));
        _derived = new DerivedSchemas(document);
    }

    public PinnedNames Pins { get; }

    public VersionPlaces Versions { get; }

    public TypeTable Types { get; }

    public Omissions Omissions { get; }

    /// <summary>The pointer of what is being worked on, for whoever must say where it went wrong.</summary>
    public string Pointer { get; private set; } = "#";

    /// <summary>The type of the document's event stream, and the name of the properties that hold the address of one.</summary>
    public (string Event, string Property)? Stream { get; private set; }

    /// <summary>The type of a component; null where there is no such component.</summary>
    public TypeRef? Named(string component) => _parsed.TryGetValue(component, out var type) ? type : null;

    /// <summary>The type of a schema, wherever it stands.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="name">The name for a type of its own, where it needs one.</param>
    /// <param name="property">The name of the property, parameter or component that it describes.</param>
    public TypeRef Parse(SchemaRef schema, string name, string property)
    {
        Pointer = schema.Pointer;
        if (schema.Schema is OpenApiSchemaReference)
            return schema.Reference is { } component && _components.ContainsKey(component) ? Referenced(component) : TypeRef.Json;
        return Own(schema, name, property, isComponent: false);
    }

    /// <summary>The same, with everything that it is made of read.</summary>
    private TypeRef Now(SchemaRef schema, string name, string property) =>
        schema.Reference is { } component && _components.ContainsKey(component) ? Component(component) : Parse(schema, name, property);

    private TypeRef Own(SchemaRef schema, string name, string property, bool isComponent)
    {
        if (!isComponent && schema.Schema.OnlyReference() is { } only)
            return Wrapped(schema, only, name, property);
        if (OnlyUnion(schema) is { } union)
            return union.Reference is null ? Own(union, name, property, isComponent) : Now(union, name, property);
        SayWhatIsBeside(schema);
        if (Plain(schema, name, property, isComponent) is { } plain)
            return plain;
        if (schema.Schema.Variants().Any(static variant => !variant.IsConstraint()))
            return Variants(schema, name, property, isComponent);
        var values = schema.Schema.EnumValues();
        return KindOf(schema) switch
        {
            JsonSchemaType.Boolean => TypeRef.Boolean,
            JsonSchemaType.Integer or JsonSchemaType.Number when values.Count == 0 && IsIdentifier(schema.Schema, property) =>
                TypeRef.Identifier,
            JsonSchemaType.Integer => IsUnixTime(schema.Schema, property) ? TypeRef.UnixTime : TypeRef.Integer,
            JsonSchemaType.Number => schema.Schema.Format == "decimal" ? TypeRef.Decimal : TypeRef.Number,
            JsonSchemaType.String => Text(schema, values, name, property, isComponent),
            JsonSchemaType.Array => ListOf(schema, name, property),
            null or JsonSchemaType.Object when IsOfAnyValues(schema.Schema) => AnyValues(schema, values),
            null when schema.Schema.IsFile() || schema.Schema.IsBase64() => Text(schema, values, name, property, isComponent),
            null or JsonSchemaType.Object => Object(schema, name, property, isComponent),
            _ => OneOfTypes(schema, name, property, isComponent),
        };
    }

    // Only the document tells whether a constant is a text.
    private JsonSchemaType? KindOf(SchemaRef schema) =>
        schema.Schema.Const is not null && schema.Schema.KindOf() is null && !schema.Schema.HasProperties()
            ? KindOfConstant(schema)
            : schema.Schema.ImpliedKind();

    private JsonSchemaType KindOfConstant(SchemaRef schema) => SpecPointer.Find(_document.Root, schema.Pointer + "/const") switch
    {
        SpecScalar { IsPlain: true, Text: "true" or "false" } => JsonSchemaType.Boolean,
        SpecScalar { IsPlain: true } number when long.TryParse(number.Text, out _) => JsonSchemaType.Integer,
        _ => JsonSchemaType.String,
    };

    // Values that are objects or lists, or of several kinds, or null alone.
    private static bool IsOfAnyValues(IOpenApiSchema schema) => schema.KindOf() is null or JsonSchemaType.Object
        && schema.Enum is { Count: > 0 }
        && !schema.HasProperties() && schema.AllOf is not { Count: > 0 };

    private TypeRef AnyValues(SchemaRef schema, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
            Omissions.Untyped(schema.Pointer, "an enum whose values are objects, lists or of several kinds", "any JSON value");
        return TypeRef.Json;
    }

    /// <summary>A schema of several types, as 3.1 has them: one of these.</summary>
    private TypeRef OneOfTypes(SchemaRef schema, string name, string property, bool isComponent)
    {
        var declared = schema.Schema;
        JsonSchemaType[] types =
        [
            JsonSchemaType.Boolean, JsonSchemaType.Integer, JsonSchemaType.Number, JsonSchemaType.String, JsonSchemaType.Array,
            JsonSchemaType.Object,
        ];
        var variants = types.Where(type => declared.Is(type)).Select(type => schema with
        {
            Schema = new OpenApiSchema
            {
                Type = type,
                Format = declared.Format,
                Items = declared.Items,
                Properties = type == JsonSchemaType.Object ? declared.Properties : null,
                AdditionalProperties = type == JsonSchemaType.Object ? declared.AdditionalProperties : null,
                Required = declared.Required,
            },
        });
        return Union(schema, variants.ToList(), name, property, isComponent);
    }

    /// <summary>One reference with something beside it: the referenced type, to which the properties beside it belong as well.</summary>
    private TypeRef Wrapped(SchemaRef schema, IOpenApiSchema inner, string name, string property)
    {
        var type = Now(schema.Part(inner, 0), name, property);
        if (!schema.Schema.HasProperties() || Types.Find(type) is not RecordDraft record)
            return type;
        foreach (var (own, ownSchema) in new ObjectView(_view)
            .Add(schema with { Schema = WithoutAllOf(schema.Schema) }, withVariants: false).Properties)
            if (!record.Has(own))
                record.Add(Property(own, ownSchema, record.Name, isRequired: false));
            else
                IsAnother(record, own, ownSchema);
        return type;
    }

    // What is declared twice at one place stays what it is the first time.
    private bool IsAnother(RecordDraft record, string property, SchemaRef schema)
    {
        var isAnother = record.Has(property) && OneOfSeveral.AreApart(record.Declared(property), schema.Schema);
        if (isAnother)
            Omissions.Untyped(schema.Pointer, "a property that is declared before as another one", "that one");
        return isAnother;
    }

    private static OpenApiSchema WithoutAllOf(IOpenApiSchema schema) => new() { Properties = schema.Properties };

    // What has no place in a value of the type.
    private void SayWhatIsBeside(SchemaRef schema)
    {
        if (schema.Schema.KindOf() is not { } kind)
            return;
        if (schema.Schema.HasProperties() && !kind.HasFlag(JsonSchemaType.Object))
            Omissions.LeftOut(schema.Pointer + "/properties", "properties of what is no object", "its type says what it is");
        if (schema.Schema.Items is not null && !kind.HasFlag(JsonSchemaType.Array))
            Omissions.LeftOut(schema.Pointer + "/items", "items of what is no list", "its type says what it is");
    }

    private TypeRef Text(SchemaRef schema, IReadOnlyList<string> values, string name, string property, bool isComponent)
    {
        if (values.Count == 1)
            Types.Keep(schema.Place, TypeFace.Text, values[0]);
        var given = schema.Schema.Extensions.Identifier(Extensions.Type);
        // Text that is given the name of an enum is one.
        if ((values.Count > 1 && Types.Pinned(schema.Place)?.Face != TypeFace.Text) || (given is not null && _given.IsEnum(given)))
        {
            var draft = new EnumDraft { Name = name, Pointer = schema.Pointer, Doc = DocText.Of(schema.Schema.Description) };
            draft = isComponent
                ? Types.AddComponent(draft, schema.Place)
                : Types.Own(draft, schema.Place, given);
            draft.Add(values);
            foreach (var value in schema.Schema.Extensions.Identifiers(Extensions.Values))
                draft.Names[value.Key] = value.Value;
            return new TypeRef(TypeKind.Enum, draft.Name);
        }

        return schema.Schema.Format switch
        {
            "date-time" => TypeRef.IsoTime,
            "date" => TypeRef.Date,
            _ when schema.Schema.IsBase64() => TypeRef.Bytes,
            _ when schema.Schema.IsFile() => TypeRef.File,
            _ => TypeRef.Text,
        };
    }

    private TypeRef Object(SchemaRef schema, string name, string property, bool isComponent)
    {
        var isComposed = schema.Schema.AllOf is { Count: > 0 };
        if (!schema.Schema.HasProperties() && !isComposed)
        {
            if (schema.Schema.AdditionalProperties is { } values)
                return MapOf(schema.Values(values), name, property);
            if ((!isComponent || schema.Schema.IsOnlyWords()) && schema.Schema.Extensions.Identifier(Extensions.Type) is null)
                return schema.Schema.KindOf() is JsonSchemaType.Object && IsOpenMap(schema.Schema, property)
                    ? TypeRef.JsonObject
                    : TypeRef.Json;
        }

        SayNoObjects(schema);
        // An object that is composed of a union has what its cases have, one or the other of it.
        var hasVariants = isComposed || HasInlineVariants(schema.Schema);
        return Record(new ObjectView(_view).Add(schema, withVariants: hasVariants), schema, name, isComponent);
    }

    private void SayNoObjects(SchemaRef schema)
    {
        for (var i = 0; i < schema.Schema.AllOf?.Count; i++)
            if (schema.Part(schema.Schema.AllOf[i], i) is var part
                && part.Schema.Behind().Variants().Any(static variant => variant.MayBeNoObject()))
                Omissions.LeftOut(part.Pointer, "an alternative that is no object", "it is composed with one that is");
    }

    /// <summary>What an object is, its variants laid over each other.</summary>
    public ObjectView View(SchemaRef schema) => new ObjectView(_view).Add(schema, withVariants: true);

    /// <summary>An empty record, for a body that is declared as an object without properties: what it holds one day is not lost.</summary>
    public TypeRef Empty(SchemaRef schema, string name) =>
        Record(new ObjectView(_view).Add(schema, withVariants: false), schema, name, isComponent: false);

    /// <summary>A record made of several schemas, as where two successful responses differ.</summary>
    public TypeRef Merged(IEnumerable<SchemaRef> schemas, string name)
    {
        var view = new ObjectView(_view);
        var list = schemas.ToList();
        foreach (var schema in list)
            view.AddAlternative(schema);
        return Record(view, list[0], name, isComponent: false);
    }

    private TypeRef Record(ObjectView view, SchemaRef schema, string name, bool isComponent)
    {
        Count(view, schema);
        var draft = new RecordDraft { Name = name, Pointer = schema.Pointer, Doc = DocText.Of(view.Description, schema.Schema.Title) };
        var record = isComponent
            ? Types.AddComponent(draft, schema.Place)
            : Types.Own(draft, schema.Place, schema.Schema.Extensions.Identifier(Extensions.Type));
        record.List ??= schema.Schema.Extensions.Text(Extensions.List);
        LeaveOpen(record, view.Open);
        foreach (var (contrary, becomes) in view.Contrary)
            Omissions.Untyped(contrary.Pointer, "a property that is two things at once", becomes);
        foreach (var lesser in view.Lesser)
            Omissions.Untyped(lesser.Pointer, "a property that is two objects at once", "what is declared last");
        _inline[schema.Pointer] = new TypeRef(TypeKind.Record, record.Name);
        foreach (var property in record.Properties)
            property.IsRequired &= view.Required.Contains(property.WireName);
        foreach (var (property, declared) in view.Properties)
        {
            var propertySchema = AsBefore(declared, schema.Place);
            if (record.HasAt(property, propertySchema.Place) && IsAnother(record, property, propertySchema))
                continue;
            var isRequired = view.Required.Contains(property) && (record == draft || record.Requires(property));
            record.Add(Property(property, propertySchema, record.Name, isRequired));
        }

        return new TypeRef(TypeKind.Record, record.Name);
    }

    // What was one thing when the object got its name stays it, whatever a later document has an alternative say.
    private SchemaRef AsBefore(SchemaRef property, string owner)
    {
        if (OneOfSeveral.First(property) is not { } first || Types.Pinned(owner) is not { HasName: true }
            || Types.Pinned(property.Place) is not null)
            return property;
        Omissions.LeftOut(first.Pointer, "another kind of value that an alternative has", "such values are kept in AdditionalProperties");
        return first;
    }

    private void LeaveOpen(RecordDraft record, List<SchemaRef> names)
    {
        record.IsOpen |= names.Count > 0;
        foreach (var values in names.Where(static values => !values.Schema.IsConstraint()))
            Omissions.Untyped(values.Pointer, "the values of other names beside properties", "raw JSON in AdditionalProperties");
    }

    private PropertyDraft Property(string name, SchemaRef schema, string owner, bool isRequired)
    {
        var declared = schema.Schema.Behind();
        var extensions = declared.Extensions;
        var preferred = extensions.Identifier(Extensions.Property);
        var own = preferred ?? Identifier.Pascal(name);
        var type = Inline(schema, (OwnerOf(schema.Pointer) ?? owner) + own, name);
        var values = schema.Schema is OpenApiSchemaReference ? [] : declared.EnumValues();
        // What was the one value when the property got its type is written by itself, whatever is added to it.
        if (values.Count > 1 && Types.Pinned(schema.Place) is { Face: TypeFace.Text } kept)
            values = [kept.Name];
        var discriminator = Sibling(extensions.Text(Extensions.Discriminator), type, schema.Pointer);
        var fillsNow = extensions.Text(Extensions.Fill) == "now" && type.IsTime;
        if (extensions.Text(Extensions.Fill) is not null && !fillsNow)
            Omissions.Misplaced(schema.Pointer, Extensions.Fill, "what it describes is no time");
        return new PropertyDraft
        {
            WireName = name,
            Pointer = schema.Pointer,
            Declared = schema.Schema,
            PreferredName = preferred,
            Type = type,
            Doc = DocText.Of(declared.Description),
            IsRequired = isRequired,
            ContentType = declared.ContentMediaType(),
            IsReadOnly = declared.ReadOnly,
            IsWriteOnly = declared.WriteOnly,
            Constant = values.Count == 1 && !HasNull(declared) && type.Kind is TypeKind.Text or TypeKind.Boolean or TypeKind.Integer
                ? values.FirstOrDefault()
                : null,
            IsSecret = declared.Format == "password",
            IsDeprecated = declared.Deprecated,
            FillsNow = fillsNow,
            Discriminator = discriminator,
            Aliases = extensions.Texts(Extensions.Aliases),
            Places = { schema.Place },
            Since = Versions.Of(schema.Place),
        };
    }

    /// <summary>The property beside a union that tells which case it is; null where there is none, or no union.</summary>
    private string? Sibling(string? said, TypeRef type, string pointer)
    {
        if (said is null)
            return null;
        if (Types.Find(type) is UnionDraft union)
        {
            (union.Discriminator, union.IsSibling) = (said, true);
            return said;
        }

        Omissions.Misplaced(pointer, Extensions.Discriminator, "what it describes is no union");
        return null;
    }

    // What an object takes over from a component by allOf is of the component's types, not of types of its own that look the same.
    private TypeRef Inline(SchemaRef schema, string name, string property)
    {
        if (!_inline.TryGetValue(schema.Pointer, out var type))
            _inline[schema.Pointer] = type = Parse(schema, name, property);
        return type;
    }

    /// <summary>The name of the component that a property stands in; null where it stands in none.</summary>
    private string? OwnerOf(string pointer)
    {
        var (owner, steps) = SpecPointer.InSchemas(pointer);
        var end = steps.Length < 2 ? -1 : Array.LastIndexOf(steps, "properties", steps.Length - 2);
        return end >= 0 && steps.Take(end).All(static part => part.All(char.IsDigit) || part is "allOf")
            && _names.TryGetValue(owner!, out var name) ? name : null;
    }

    private static bool HasNull(IOpenApiSchema schema) => schema.Enum?.Any(static value => value.IsNull()) == true;

    private static bool IsOpenMap(IOpenApiSchema schema, string property) =>
        schema.AdditionalPropertiesAllowed && IsAttributes(property);

    private static bool IsAttributes(string property) => property.EndsWith("attributes", StringComparison.OrdinalIgnoreCase);

    // Numbers are how some identifiers are stored, and nothing that is counted with. What has another name is said to be one.
    private static bool IsIdentifier(IOpenApiSchema schema, string property) => schema.Format == "identifier"
        || (Words.Split(property) is { Count: > 0 } words && words[words.Count - 1] is var last
        && (last.Equals("id", StringComparison.OrdinalIgnoreCase) || last.Equals("ids", StringComparison.OrdinalIgnoreCase)));

    // Unix time is declared in three ways, one of which is only the name. Durations are called *_time, and are none.
    private static bool IsUnixTime(IOpenApiSchema schema, string property) =>
        schema.Format is "date-time" or "timestamp"
        || Array.Exists(TimeEnds, end => property.EndsWith(end, StringComparison.Ordinal));
}
