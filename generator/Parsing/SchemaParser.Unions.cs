using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;
using Intercom.Generator.Spec;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>Schemas of which a value is one of several.</summary>
internal sealed partial class SchemaParser
{
    private TypeRef Variants(SchemaRef schema, string name, string property, bool isComponent)
    {
        var keyword = schema.Schema.OneOf is { Count: > 0 } ? "oneOf" : "anyOf";
        var variants = schema.Schema.Variants()
            .Select((variant, i) => schema.Variant(variant, keyword, i))
            .Where(static variant => !variant.Schema.IsConstraint())
            .ToList();
        var isBare = !schema.Schema.HasProperties() && schema.Schema.AllOf is not { Count: > 0 };
        if (variants.Count == 1 && isBare)
            return isComponent && variants[0].Reference is null
                ? Own(variants[0], name, property, isComponent)
                : Parse(variants[0], name, property);
        if (isBare && Enumerated(schema, variants) is { } values)
            return Own(values, name, property, isComponent);
        if (Unnamed(schema, variants, name, property) is { } type)
            return type;
        if (IsMerged(schema, variants))
            return Record(new ObjectView(_view).Add(schema, withVariants: true), schema, name, isComponent);
        var union = Union(schema, variants, name, property, isComponent);
        if (!isBare || schema.Schema.AdditionalProperties is not null)
            Fold(schema, union);
        return union;
    }

    /// <summary>The one union that a schema is composed of besides words and constraints; null where there is more, or none.</summary>
    private static SchemaRef? OnlyUnion(SchemaRef schema)
    {
        if (schema.Schema.AllOf is not { Count: > 0 } all)
            return null;
        var parts = all.Select((part, i) => schema.Part(part, i))
            .Where(static part => !part.Schema.IsConstraint()).ToList();
        return parts.Count == 1 && !schema.Schema.HasProperties() && schema.Schema.AdditionalProperties is null
            && !schema.Schema.Variants().Any() && parts[0].Schema.Behind() is { AllOf: not { Count: > 0 } } only && !only.HasProperties()
            && only.Variants().Any(static variant => !variant.IsConstraint()) ? parts[0] : null;
    }

    /// <summary>Variants that are no union: forms of a time, and lists of different items. What comes later is said, and leaves them
    /// that.</summary>
    private TypeRef? Unnamed(SchemaRef schema, List<SchemaRef> variants, string name, string property)
    {
        var pinned = Types.Pinned(schema.Place)?.Face;
        var kept = pinned == TypeFace.Time ? variants.FindAll(static variant => IsTime(variant.Schema))
            : pinned == TypeFace.List ? variants.FindAll(IsList)
            : variants;
        if (kept.Count > 0)
            LeftOutBeside(variants.Except(kept), pinned == TypeFace.Time ? "times" : "lists");
        if (AreTimes(kept))
        {
            Types.Keep(schema.Place, TypeFace.Time);
            return TypeRef.AnyTime;
        }

        if (kept.Count == 0 || !kept.TrueForAll(IsList))
            return null;
        Types.Keep(schema.Place, TypeFace.List);
        var items = kept.ConvertAll(static variant => variant.Items(variant.Schema.Items!));
        return TypeRef.List(Union(schema with { Place = schema.Place + "[]" }, items, name + "Item", property, isComponent: false));
    }

    private void LeftOutBeside(IEnumerable<SchemaRef> others, string kept)
    {
        foreach (var other in others)
            Omissions.LeftOut(other.Pointer, $"a variant beside {kept}", "it is read where the others are");
    }

    private static bool IsList(SchemaRef variant) =>
        variant.Schema is not OpenApiSchemaReference && variant.Schema.KindOf() == JsonSchemaType.Array && variant.Schema.Items is not null;

    // What was one record when it got its name stays one.
    private bool IsMerged(SchemaRef schema, List<SchemaRef> variants) => Types.Pinned(schema.Place) is { HasName: true } pinned
        ? pinned.Face != TypeFace.Union
        : HasInlineVariants(schema.Schema) && Constant(Views(variants)) is null;

    private TypeRef Union(SchemaRef schema, List<SchemaRef> variants, string name, string property, bool isComponent)
    {
        if (variants.Count > SpecLimits.Cases)
            throw SpecException.TooLarge(_document.Locate(schema.Pointer), $"a union has more than {SpecLimits.Cases:N0} cases");
        var views = Views(variants);
        var discriminator = schema.Schema.Discriminator?.PropertyName ?? Constant(views);
        var draft = new UnionDraft
        {
            Name = name,
            Pointer = schema.Pointer,
            Doc = DocText.Of(schema.Schema.Description, schema.Schema.Title),
            Discriminator = discriminator,
        };
        foreach (var (variant, view) in variants.Zip(views, static (variant, view) => (variant, view)))
            foreach (var @case in Cases(variant, CaseName(variant, name, discriminator), property, Pinned(view, discriminator)))
                if (IsNew(draft, @case.Type))
                    draft.Cases.Add(@case);
        Map(draft, schema.Schema.Discriminator?.Mapping);
        if (schema.Schema.Extensions.Text(Extensions.Discriminator) is { } sibling)
            (draft.Discriminator, draft.IsSibling) = (sibling, true);
        if (draft.Cases.Count == 0)
            return TypeRef.Json;
        var union = isComponent
            ? Types.AddComponent(draft, schema.Place)
            : Types.Own(draft, schema.Place, schema.Schema.Extensions.Identifier(Extensions.Type));
        return new TypeRef(TypeKind.Union, Joined(union, draft).Name);
    }

    /// <summary>A union that is said to be another one has the cases of both.</summary>
    private static UnionDraft Joined(UnionDraft known, UnionDraft draft)
    {
        if (known != draft)
            known.Cases.AddRange(draft.Cases.Where(@case => IsNew(known, @case.Type)).ToList());
        return known;
    }

    /// <summary>Gives the values that a discriminator maps to their cases, and takes them from all others.</summary>
    private void Map(UnionDraft union, IDictionary<string, OpenApiSchemaReference>? mapping)
    {
        var mapped = (mapping ?? new Dictionary<string, OpenApiSchemaReference>())
            .Where(pair => pair.Value.Reference.Id is { } id && _components.ContainsKey(id)).ToList();
        var values = new HashSet<string>(mapped.Select(static pair => pair.Key), StringComparer.Ordinal);
        foreach (var @case in union.Cases)
            @case.Values = @case.Values.Where(value => !values.Contains(value)).ToList();
        foreach (var same in mapped.GroupBy(pair => Component(pair.Value.Reference.Id!)))
        {
            var @case = union.Cases.FirstOrDefault(known => known.Type == same.Key);
            if (@case is null)
                union.Cases.Add(@case = new CaseDraft { Type = same.Key });
            @case.Values = [.. @case.Values, .. same.Select(static pair => pair.Key)];
        }
    }

    /// <summary>A schema that others are derived from, and whose discriminator tells them apart: one of these, or what it says
    /// itself.</summary>
    private TypeRef Base(SchemaRef schema, string id)
    {
        var draft = new UnionDraft
        {
            Name = _names[id],
            Pointer = schema.Pointer,
            Doc = DocText.Of(schema.Schema.Description, schema.Schema.Title),
            Discriminator = schema.Schema.Discriminator!.PropertyName,
        };
        foreach (var derived in _derived.Of(id))
            foreach (var @case in DerivedCases(derived))
                if (IsNew(draft, @case.Type))
                    draft.Cases.Add(@case);
        draft.Fallback = Record(
            new ObjectView(_view).Add(schema, withVariants: false),
            schema with { Schema = new OpenApiSchema { Title = schema.Schema.Title }, Place = id + "|" },
            _names[id] + "Base",
            isComponent: false);
        draft.Cases.Add(new CaseDraft { Type = draft.Fallback, Values = [id] });
        Map(draft, schema.Schema.Discriminator?.Mapping);
        draft.Cases.RemoveAll(@case => @case.Type.Kind == TypeKind.Union && @case.Type.Name == draft.Name);
        foreach (var @case in draft.Cases.Where(static @case => @case.Values.Count == 1))
            if (Types.Find(@case.Type) is RecordDraft record && record != Types.Find(draft.Fallback)
                && record.Properties.Find(property => property.WireName == draft.Discriminator) is { Type.Kind: TypeKind.Text } teller)
                teller.Constant ??= @case.Values[0];
        return new TypeRef(TypeKind.Union, Types.AddComponent(draft, id).Name);
    }

    private IEnumerable<CaseDraft> DerivedCases(string id)
    {
        var type = Component(id);
        return Types.Find(type) is UnionDraft inner
            ? inner.Cases.Select(static c => new CaseDraft { Type = c.Type, Values = c.Values })
            : [new CaseDraft { Type = type, Values = [id] }];
    }

    /// <summary>Whether a type is a case of its own: any JSON, the union itself and a second kind of time are not.</summary>
    private static bool IsNew(UnionDraft union, TypeRef type) => type.Kind != TypeKind.Json
        && (type.Kind != TypeKind.Union || type.Name != union.Name)
        && union.Cases.All(known => known.Type != type && !(known.Type.IsTime && type.IsTime));

    /// <summary>The cases of a variant: itself, or those of the union that it is.</summary>
    private IEnumerable<CaseDraft> Cases(SchemaRef variant, string name, string property, IReadOnlyList<string> pinned)
    {
        var type = Now(variant, name, property);
        if (Types.Find(type) is UnionDraft inner)
            return inner.Cases.Select(static c => new CaseDraft { Type = c.Type, Values = c.Values, Required = c.Required });
        string[] called = variant.Reference is { } id && _view.NameOf(id) is { } component ? [component] : [];
        return [new CaseDraft { Type = type, Values = [.. called, .. pinned] }];
    }

    /// <summary>The one value that an object pins a property to, wherever that is declared; none where it does not.</summary>
    private static IReadOnlyList<string> Pinned(ObjectView view, string? property) =>
        property is not null && view.Find(property)?.Schema.Behind().EnumValues() is { Count: 1 } value ? value : [];

    /// <summary>The properties beside a union of components, those of what it is composed with included, belong to each of them, and so
    /// do the names that are left open there.</summary>
    private void Fold(SchemaRef schema, TypeRef type)
    {
        if (Types.Find(type) is not UnionDraft union)
            return;
        var beside = new ObjectView(_view).Add(schema, withVariants: false);
        foreach (var record in union.Cases.Select(c => Types.Find(c.Type)).OfType<RecordDraft>())
        {
            foreach (var (property, declared) in beside.Properties)
                if (!record.Has(property))
                    record.Add(Property(property, declared, record.Name, isRequired: false));
            LeaveOpen(record, schema.Schema.AdditionalProperties is { } values ? [schema.Values(values)] : []);
        }
    }

    private static string CaseName(SchemaRef variant, string union, string? discriminator)
    {
        var declared = variant.Schema.Behind();
        var value = discriminator is not null && declared.Properties?.TryGetValue(discriminator, out var constant) == true
            ? constant.Behind().EnumValues().FirstOrDefault() : null;
        var suffix = Identifier.Pascal(value ?? declared.Title ?? declared.KindOf()?.ToString() ?? "Case");
        var isRequest = union.EndsWith("Request", StringComparison.Ordinal);
        var stem = isRequest ? union.Substring(0, union.Length - "Request".Length) : union;
        var last = Words.Split(stem).LastOrDefault() ?? "";
        if (last.Length > 0 && suffix.StartsWith(last, StringComparison.Ordinal) && suffix.Length > last.Length)
            suffix = suffix.Substring(last.Length);
        return stem + suffix + (isRequest ? "Request" : "");
    }

    /// <summary>The property that each of some objects pins to a value of its own.</summary>
    private static string? Constant(List<ObjectView> views) => views.Count < 2 ? null
        : views[0].Properties.Select(static property => property.Name).FirstOrDefault(name => TellsApart(name, views));

    private List<ObjectView> Views(List<SchemaRef> variants) =>
        variants.ConvertAll(variant => new ObjectView(_view).Add(variant, withVariants: false));

    private static bool TellsApart(string property, List<ObjectView> views)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        return views.TrueForAll(view => Pinned(view, property) is { Count: 1 } value && values.Add(value[0]));
    }

    private static bool HasInlineVariants(IOpenApiSchema schema) => schema.Variants().Any(static variant => variant.IsObject())
        && schema.Variants().All(static variant => variant is not OpenApiSchemaReference
            && (variant.IsConstraint() || variant.IsObject() || (variant.KindOf() is null && variant.EnumValues().Count > 0)));

    private static bool IsUnion(IOpenApiSchema schema) =>
        schema.Variants().Any(static variant => !variant.IsConstraint()) && !HasInlineVariants(schema);

    // Numbers alone are no times.
    private static bool AreTimes(List<SchemaRef> variants) => variants.TrueForAll(static variant => IsTime(variant.Schema))
        && variants.Exists(static variant => variant.Schema.KindOf() == JsonSchemaType.String);

    private static bool IsTime(IOpenApiSchema schema) => schema is not OpenApiSchemaReference
        && (schema.KindOf() == JsonSchemaType.Integer || (schema.KindOf() == JsonSchemaType.String && schema.Format == "date-time"));
}
