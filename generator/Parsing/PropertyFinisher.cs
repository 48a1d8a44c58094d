using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;

namespace Intercom.Generator.Parsing;

/// <summary>From the properties of a record to how they are declared, read and written.</summary>
internal sealed class PropertyFinisher(RecordDraft owner, IReadOnlyList<NamedProperty> all, Omissions omissions)
{
    private static readonly TypeName AnyValue = TypeName.Of("IntercomValue");
    private static readonly TypeName UnixField = TypeName.Of("UnixTime");

    private bool IsRequest => owner.IsSent && owner.IsJson;

    public Property Finish(PropertyDraft property, NamedProperty named)
    {
        var type = named.Type;
        var shape = PlaceTable.ShapeOf(type);
        Say(property, type);
        var constant = ConstantOf(property, type);
        var isRequired = property.IsRequired && !owner.IsAnswer && !property.IsReadOnly && constant is null && !property.FillsNow;
        var empty = EmptyOf(property, type);
        var isNullable = constant is null && empty is null && !(isRequired && owner.IsRequest);
        var declared = (!owner.IsAnswer && owner.IsJson && type.Kind == TypeKind.Json ? AnyValue : shape.Type).OrNull(isNullable);
        return new Property(
            named.Name,
            property.WireName,
            declared,
            type.Kind == TypeKind.UnixTime && !property.FillsNow ? UnixField : declared.OrNull(),
            empty ?? (isNullable ? Unwrapping.None : shape.IsValue ? Unwrapping.Value : Unwrapping.Reference),
            MethodOf(property, type, shape),
            (type.IsTime ? property.Doc.WithoutUnits() : property.Doc).Or(property.WireName),
            isRequired,
            constant,
            property.IsSecret,
            // Whoever has to assign it cannot do without, and the compiler refuses such a member.
            property.IsDeprecated && !isRequired,
            CaseOf(property),
            Part: owner.IsForm ? new FormPart(PartOf(type, shape), ContentTypeOf(property)) : null,
            Since: property.Since,
            // Servers leave out many a list of which the document does not say that it is always there.
            IsAlwaysThere: IsEverywhere(property)
                && (empty == Unwrapping.EmptyText || (empty == Unwrapping.EmptyList && property.IsRequired)));
    }

    // What one of several objects has that are one type says nothing of the others.
    private bool IsEverywhere(PropertyDraft property) => property.Places.Count >= owner.Places.Count;

    // What every answer has means nothing as null: lists, the identifier, and the word that tells what it is.
    private Unwrapping? EmptyOf(PropertyDraft property, TypeRef type) =>
        !owner.IsAnswer ? null
        : type.Kind == TypeKind.List ? Unwrapping.EmptyList
        : type.Kind is TypeKind.Text or TypeKind.Enum or TypeKind.Identifier && property.WireName is "id" or "type" ? Unwrapping.EmptyText
        : null;

    private void Say(PropertyDraft property, TypeRef type)
    {
        if (property.Type.Holds(TypeKind.File) && !type.Holds(TypeKind.File))
            omissions.Untyped(property.Pointer, $"the file '{property.WireName}' in JSON", "text");
        else if (type.Holds(TypeKind.File) && owner.IsJson)
            omissions.Untyped(
                property.Pointer, $"the file '{property.WireName}' of a form where the same object stands in JSON", "base64 there");
    }

    // Only what is sent says a constant by itself: of what is received, it would be a claim.
    private Constant? ConstantOf(PropertyDraft property, TypeRef type) =>
        property.Constant is not { } text || !owner.IsRequest || !property.IsRequired || property.IsReadOnly ? null : type.Kind switch
        {
            TypeKind.Text => new Constant(Text: text),
            TypeKind.Boolean => new Constant(Boolean: text == "true"),
            TypeKind.Integer when long.TryParse(text, out var whole) => new Constant(Integer: whole),
            _ => null,
        };

    private static TypeName MethodOf(PropertyDraft property, TypeRef type, ValueShape shape) =>
        property.FillsNow ? TypeName.Of("FilledTime")
        : property.IsSecret && type.Kind == TypeKind.Text ? TypeName.Of("Secret")
        : shape.Property;

    private CaseTeller? CaseOf(PropertyDraft property)
    {
        if (property.Discriminator is null)
            return null;
        var teller = all.FirstOrDefault(other => other.WireName == property.Discriminator);
        if (teller is { Type.Kind: TypeKind.Text or TypeKind.Enum })
            return new CaseTeller(teller.Name, teller.Type.Kind == TypeKind.Enum);
        omissions.Misplaced(property.Pointer, Extensions.Discriminator, $"beside it stands no text '{property.Discriminator}'");
        return new CaseTeller(null, false);
    }

    private static TypeName PartOf(TypeRef type, ValueShape shape) => type switch
    {
        { Kind: TypeKind.Text or TypeKind.Identifier or TypeKind.Integer or TypeKind.Number or TypeKind.Boolean or TypeKind.File } =>
            TypeName.Of("Add"),
        { Kind: TypeKind.List, Item.Kind: TypeKind.File } => TypeName.Of("Add"),
        { Kind: TypeKind.Enum } => TypeName.Of("Add", shape.Type),
        _ => TypeName.Of("Add", shape.Type, shape.Codec),
    };

    private string? ContentTypeOf(PropertyDraft property) => owner.ContentTypes.TryGetValue(property.WireName, out var type) ? type : null;
}
