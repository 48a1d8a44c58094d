using Intercom.Generator.Model;

namespace Intercom.Generator.Parsing.Places;

/// <summary>
/// The one table of what a value is and where it stands: what becomes of it there, and how it is declared, read and written.
/// </summary>
internal static class PlaceTable
{
    private static readonly Dictionary<TypeKind, ValueShape> Simple = new()
    {
        [TypeKind.Text] = Reference("string", "JsonText", "Text", Recognition.String),
        [TypeKind.Identifier] = Reference("string", "JsonIdentifier", "Identifier", Recognition.Integer),
        [TypeKind.Integer] = Value("long", "JsonInteger", "Integer", Recognition.Integer),
        [TypeKind.Number] = Value("double", "JsonNumber", "Number", Recognition.Number),
        [TypeKind.Decimal] = Coded("decimal", "JsonDecimal", "Decimal", Recognition.Number),
        [TypeKind.Boolean] = Value("bool", "JsonBoolean", "Boolean", Recognition.Boolean),
        [TypeKind.UnixTime] = Value("DateTimeOffset", "JsonUnixTime", "UnixTime", Recognition.Number),
        [TypeKind.IsoTime] = Value("DateTimeOffset", "JsonIsoTime", "IsoTime", Recognition.Codec),
        [TypeKind.AnyTime] = Value("DateTimeOffset", "JsonAnyTime", "AnyTime", Recognition.Codec),
        [TypeKind.Date] = Coded("DateOnly", "JsonDate", "Date", Recognition.Codec),
        [TypeKind.Bytes] = Coded(TypeName.Of("ReadOnlyMemory", TypeName.Of("byte")), "JsonBytes", "Bytes", Recognition.Codec),
        [TypeKind.Json] = Value("JsonElement", "JsonAny", "Element", Recognition.Codec),
        [TypeKind.JsonObject] = Reference("JsonProperties", "JsonAnyObject", "Properties", Recognition.AnyObject),
        [TypeKind.File] = File(),
    };

    /// <summary>What becomes of a kind of value at a place.</summary>
    public static Fate FateOf(Place place, TypeKind kind) => (place, kind) switch
    {
        // A file is a part of a form, or the whole body. Anywhere else its bytes are what a text can hold of them.
        (Place.FormPart or Place.Body, TypeKind.File) => Fate.Typed,
        (Place.WebhookItem, TypeKind.Record or TypeKind.Union or TypeKind.Enum) => Fate.Typed,
        // What a notification is about reads itself.
        (Place.WebhookItem, _) => Fate.Raw,
        (_, TypeKind.File) => Fate.Text,
        // Nearly every word is base64 as well: beside another type nothing tells the one from the other.
        (Place.UnionCase, TypeKind.Bytes) => Fate.Text,
        // Which identifier is a number and which is a text changes between versions of an API, and the path shows no difference.
        (Place.Path, TypeKind.Identifier or TypeKind.Integer or TypeKind.Number) => Fate.Text,
        _ => Fate.Typed,
    };

    /// <summary>The type that a value has where it stands, after what becomes of it and of what it holds there.</summary>
    public static TypeRef At(Place place, TypeRef type) => FateOf(place, type.Kind) switch
    {
        Fate.Text => TypeRef.Text.OrNull(type.IsNullable),
        Fate.Raw => TypeRef.Json,
        _ when type.Item is null => type,
        _ => type with { Item = At(PlaceOfItem(place, type), type.Item) },
    };

    public static ValueShape ShapeOf(TypeRef type) => type.Kind switch
    {
        TypeKind.Record => Named(type.Name!, isValue: false, "Record", Recognition.Object),
        TypeKind.Enum => Named(type.Name!, isValue: true, "Value", Recognition.String),
        TypeKind.Union => Named(type.Name!, isValue: true, "Value", Recognition.Object),
        TypeKind.List => List(type.Item!),
        TypeKind.Map => Map(type.Item!),
        _ => Simple[type.Kind],
    };

    /// <summary>The type of an item as it is declared.</summary>
    public static TypeName DeclaredItem(TypeRef item) => Item(item).Declared;

    public static TypeName CodecOfItem(TypeRef item) => Item(item).Codec;

    // What an item is is looked up once: lists of lists would double it at each level.
    private static (TypeName Declared, TypeName Codec, Recognition Recognition) Item(TypeRef item)
    {
        var shape = ShapeOf(item);
        var codec = !item.IsNullable
            ? shape.Codec
            : TypeName.Of(shape.IsValue ? "JsonValueOrNull" : "JsonOrNull", shape.Type, shape.Codec);
        return (shape.Type.OrNull(item.IsNullable), codec, shape.Recognition);
    }

    // The items of a list in a form are parts as well.
    private static Place PlaceOfItem(Place place, TypeRef type) =>
        place == Place.FormPart && type is { Kind: TypeKind.List, Item.Kind: TypeKind.File } ? Place.FormPart
        : type.Kind == TypeKind.Map ? Place.MapValue : Place.Item;

    private static ValueShape List(TypeRef item)
    {
        var (declared, codec, recognition) = Item(item);
        var method = item.IsNamed && !item.IsNullable ? TypeName.Of("List", declared) : TypeName.Of("List", declared, codec);
        return new ValueShape(
            TypeName.Of("IReadOnlyList", declared),
            IsValue: false,
            TypeName.Of("JsonListOf", declared, codec),
            item.IsNamed && !item.IsNullable ? TypeName.Of("List") : method,
            method,
            recognition switch
            {
                _ when item.IsNullable => Recognition.Array,
                Recognition.String => Recognition.ArrayOfStrings,
                Recognition.Integer or Recognition.Number when item.Kind is TypeKind.Identifier or TypeKind.Integer or TypeKind.Number =>
                    Recognition.ArrayOfNumbers,
                Recognition.Object when item.Kind == TypeKind.Record => Recognition.ArrayOfObjects,
                _ => Recognition.Array,
            },
            TypeName.Of("[]", declared));
    }

    private static ValueShape Map(TypeRef item)
    {
        var (declared, codec, _) = Item(item);
        var method = TypeName.Of("Map", declared, codec);
        return new ValueShape(
            TypeName.Of("IReadOnlyDictionary", TypeName.Of("string"), declared),
            IsValue: false,
            TypeName.Of("JsonMapOf", declared, codec),
            method,
            method,
            Recognition.AnyObject,
            TypeName.Of("Dictionary", TypeName.Of("string"), declared));
    }

    private static ValueShape Named(string name, bool isValue, string method, Recognition recognition)
    {
        var type = TypeName.Of(name);
        var codec = TypeName.Of("JsonItem", type);
        return new ValueShape(type, isValue, codec, TypeName.Of(method), TypeName.Of(method, type), recognition, type);
    }

    private static ValueShape Reference(string type, string codec, string method, Recognition recognition) =>
        new(
            TypeName.Of(type),
            IsValue: false,
            TypeName.Of(codec),
            TypeName.Of(method),
            TypeName.Of(method),
            recognition,
            TypeName.Of(type));

    private static ValueShape Value(string type, string codec, string method, Recognition recognition) =>
        Reference(type, codec, method, recognition) with { IsValue = true };

    private static ValueShape Coded(string type, string codec, string method, Recognition recognition) =>
        Coded(TypeName.Of(type), codec, method, recognition);

    private static ValueShape Coded(TypeName type, string codec, string method, Recognition recognition) => new(
        type,
        IsValue: true,
        TypeName.Of(codec),
        TypeName.Of("Value", type, TypeName.Of(codec)),
        TypeName.Of(method),
        recognition,
        type);

    private static ValueShape File()
    {
        var (file, codec) = (TypeName.Of("IntercomFile"), TypeName.Of("JsonFile"));
        return new ValueShape(
            file,
            IsValue: false,
            codec,
            TypeName.Of("Object", file, codec),
            TypeName.Of("Bytes"),
            Recognition.Codec,
            file);
    }
}
