namespace Intercom.Generator.Model;

internal enum TypeKind
{
    Text,
    Integer,
    Number,
    Boolean,
    UnixTime,
    IsoTime,
    AnyTime,
    Json,
    JsonObject,
    File,
    Record,
    Enum,
    Union,
    List,
    Map,
}

/// <summary>A type as it is used: a primitive, an emitted type by its name, or a list or map of another.</summary>
internal sealed record TypeRef(TypeKind Kind, string? Name = null, TypeRef? Item = null)
{
    public static readonly TypeRef Text = new(TypeKind.Text);
    public static readonly TypeRef Integer = new(TypeKind.Integer);
    public static readonly TypeRef Number = new(TypeKind.Number);
    public static readonly TypeRef Boolean = new(TypeKind.Boolean);
    public static readonly TypeRef UnixTime = new(TypeKind.UnixTime);
    public static readonly TypeRef IsoTime = new(TypeKind.IsoTime);
    public static readonly TypeRef AnyTime = new(TypeKind.AnyTime);
    public static readonly TypeRef Json = new(TypeKind.Json);
    public static readonly TypeRef JsonObject = new(TypeKind.JsonObject);
    public static readonly TypeRef File = new(TypeKind.File);

    /// <summary>Whether C# holds it as a value, so that an optional one is a <c>Nullable</c>.</summary>
    public bool IsValue => Kind is TypeKind.Integer or TypeKind.Number or TypeKind.Boolean or TypeKind.UnixTime or TypeKind.IsoTime or TypeKind.AnyTime
        or TypeKind.Json or TypeKind.Enum or TypeKind.Union;

    public bool IsTime => Kind is TypeKind.UnixTime or TypeKind.IsoTime or TypeKind.AnyTime;

    public bool IsNamed => Kind is TypeKind.Record or TypeKind.Enum or TypeKind.Union;

    public static TypeRef List(TypeRef item) => new(TypeKind.List, null, AsItem(item));

    public static TypeRef Map(TypeRef item) => new(TypeKind.Map, null, AsItem(item));

    // A free map inside a list or map is any value: there is no name beside it to say what it maps.
    private static TypeRef AsItem(TypeRef item) => item.Kind is TypeKind.JsonObject or TypeKind.File ? Json : item;
}
