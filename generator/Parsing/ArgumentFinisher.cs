using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;

namespace Intercom.Generator.Parsing;

/// <summary>From the draft of an argument to how it is declared and sent.</summary>
internal static class ArgumentFinisher
{
    private static readonly TypeName AnyValue = TypeName.Of("IntercomValue");

    public static Argument Finish(ArgumentDraft draft, TypeFinisher types)
    {
        var type = types.Final(draft.Type, draft.Place);
        var shape = PlaceTable.ShapeOf(type);
        var isList = type.Kind == TypeKind.List;
        var declared = isList ? TypeName.Of("IEnumerable", PlaceTable.DeclaredItem(type.Item!))
            : type.Kind == TypeKind.Json ? AnyValue
            : shape.Type;
        return new Argument(
            draft.Name,
            draft.WireName,
            draft.Place switch
            {
                Place.Path => ArgumentPlace.Path,
                Place.Header => ArgumentPlace.Header,
                Place.Cookie => ArgumentPlace.Cookie,
                _ => ArgumentPlace.Query,
            },
            declared.OrNull(!draft.IsRequired),
            MethodOf(draft, type, shape),
            draft.Style,
            draft.IsRequired,
            draft.Member,
            (type.IsTime ? new Doc(draft.Doc).WithoutUnits() : new Doc(draft.Doc)).Or(draft.Name.TrimStart('@')).Summary,
            draft.Since);
    }

    private static TypeName? MethodOf(ArgumentDraft draft, TypeRef type, ValueShape shape)
    {
        var name = draft.Place == Place.Path ? "Of" : draft.Place.ToString();
        if (draft.Style is null)
            switch (draft.Place, type.Kind)
            {
                case (Place.Path, TypeKind.Text):
                    // Where a method has a name of its own for it, an error tells that one.
                    return draft.Name == Identifier.Camel(draft.WireName) ? null : TypeName.Of("Text");
                case (Place.Header, TypeKind.Text or TypeKind.Identifier):
                case (Place.Query, TypeKind.Text or TypeKind.Identifier or TypeKind.Integer or TypeKind.Number or TypeKind.Boolean):
                case (Place.Query, TypeKind.UnixTime or TypeKind.AnyTime):
                    return TypeName.Of(name);
                case (Place.Query, TypeKind.Enum):
                    return TypeName.Of(name, shape.Type);
            }

        return type.Kind switch
        {
            TypeKind.List => TypeName.Of(name, PlaceTable.DeclaredItem(type.Item!), PlaceTable.CodecOfItem(type.Item!)),
            TypeKind.Json => TypeName.Of(name, AnyValue, TypeName.Of("JsonItem", AnyValue)),
            _ => TypeName.Of(name, shape.Type, shape.Codec),
        };
    }
}
