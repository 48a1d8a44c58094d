using Intercom.Generator.Model;

namespace Intercom.Generator.Emit;

/// <summary>Types as C#, and the names of what reads and writes them in the runtime.</summary>
internal static class TypeText
{
    public static string Of(TypeRef type) => type.Kind switch
    {
        TypeKind.Text => "string",
        TypeKind.Integer => "long",
        TypeKind.Number => "double",
        TypeKind.Boolean => "bool",
        TypeKind.UnixTime or TypeKind.IsoTime or TypeKind.AnyTime => "DateTimeOffset",
        TypeKind.Json => "JsonElement",
        TypeKind.JsonObject => "JsonProperties",
        TypeKind.File => "IntercomFile",
        TypeKind.List => $"IReadOnlyList<{Of(type.Item!)}>",
        TypeKind.Map => $"IReadOnlyDictionary<string, {Of(type.Item!)}>",
        _ => type.Name!,
    };

    /// <summary>The method of the runtime that reads or writes a value of the type.</summary>
    public static string Method(TypeRef type) => type.Kind switch
    {
        TypeKind.Text => "Text",
        TypeKind.Integer => "Integer",
        TypeKind.Number => "Number",
        TypeKind.Boolean => "Boolean",
        TypeKind.UnixTime => "UnixTime",
        TypeKind.IsoTime => "IsoTime",
        TypeKind.AnyTime => "AnyTime",
        TypeKind.Json => "Element",
        TypeKind.JsonObject => "Properties",
        TypeKind.Record => "Record",
        TypeKind.Enum or TypeKind.Union => "Value",
        TypeKind.List => "List",
        TypeKind.Map => "Map",
        _ => throw new InvalidOperationException($"{type.Kind} has no JSON."),
    };

    /// <summary>The type arguments of the method that reads a value; writing infers them but for the codec.</summary>
    public static string Arguments(TypeRef type) => type.Kind switch
    {
        TypeKind.Record or TypeKind.Enum or TypeKind.Union => $"<{type.Name}>",
        TypeKind.List when type.Item!.IsNamed => $"<{type.Item.Name}>",
        TypeKind.List or TypeKind.Map => $"<{Of(type.Item!)}, {Codec(type.Item!)}>",
        _ => "",
    };

    /// <summary>The codec of the runtime that reads and writes items of the type.</summary>
    public static string Codec(TypeRef item) => item.Kind switch
    {
        TypeKind.Text => "JsonText",
        TypeKind.Integer => "JsonInteger",
        TypeKind.Number => "JsonNumber",
        TypeKind.Boolean => "JsonBoolean",
        TypeKind.UnixTime => "JsonUnixTime",
        TypeKind.IsoTime or TypeKind.AnyTime => "JsonIsoTime",
        TypeKind.List => $"JsonListOf<{Of(item.Item!)}, {Codec(item.Item!)}>",
        TypeKind.Map => $"JsonMapOf<{Of(item.Item!)}, {Codec(item.Item!)}>",
        TypeKind.Record or TypeKind.Enum or TypeKind.Union => $"JsonItem<{item.Name}>",
        _ => "JsonAny",
    };
}
