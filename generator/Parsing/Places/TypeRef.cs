namespace Intercom.Generator.Parsing.Places;

/// <summary>What a value is.</summary>
internal enum TypeKind
{
    Text,

    /// <summary>A text that is a number on the wire: what one call returns, another takes.</summary>
    Identifier,
    Integer,
    Number,
    Decimal,
    Boolean,
    UnixTime,
    IsoTime,
    AnyTime,
    Date,
    Bytes,
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
/// <param name="IsNullable">Of an item: whether it can be null.</param>
internal sealed record TypeRef(TypeKind Kind, string? Name = null, TypeRef? Item = null, bool IsNullable = false)
{
    public static readonly TypeRef Text = new(TypeKind.Text);
    public static readonly TypeRef Identifier = new(TypeKind.Identifier);
    public static readonly TypeRef Integer = new(TypeKind.Integer);
    public static readonly TypeRef Number = new(TypeKind.Number);
    public static readonly TypeRef Decimal = new(TypeKind.Decimal);
    public static readonly TypeRef Boolean = new(TypeKind.Boolean);
    public static readonly TypeRef UnixTime = new(TypeKind.UnixTime);
    public static readonly TypeRef IsoTime = new(TypeKind.IsoTime);
    public static readonly TypeRef AnyTime = new(TypeKind.AnyTime);
    public static readonly TypeRef Date = new(TypeKind.Date);
    public static readonly TypeRef Bytes = new(TypeKind.Bytes);
    public static readonly TypeRef Json = new(TypeKind.Json);
    public static readonly TypeRef JsonObject = new(TypeKind.JsonObject);
    public static readonly TypeRef File = new(TypeKind.File);

    public bool IsTime => Kind is TypeKind.UnixTime or TypeKind.IsoTime or TypeKind.AnyTime;

    public bool IsNamed => Kind is TypeKind.Record or TypeKind.Enum or TypeKind.Union;

    /// <summary>How many lists and maps it is of each other.</summary>
    public int Depth => Item is null ? 0 : Item.Depth + 1;

    /// <summary>Whether it is of a kind, or its items are.</summary>
    public bool Holds(TypeKind kind) => Kind == kind || (Item?.Holds(kind) ?? false);

    public static TypeRef List(TypeRef item) => new(TypeKind.List, null, item);

    public static TypeRef Map(TypeRef item) => new(TypeKind.Map, null, item);

    // Any value can be null without more being said.
    public TypeRef OrNull(bool isNullable) => isNullable && Kind != TypeKind.Json ? this with { IsNullable = true } : this;
}
