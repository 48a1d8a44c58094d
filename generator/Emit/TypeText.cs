using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>Types as C#, and the names of what reads and writes them in the runtime.</summary>
internal static class TypeText
{
    public static Code Of(TypeRef type) => type.Kind switch
    {
        TypeKind.Text => Code.Of("string"),
        TypeKind.Integer => Code.Of("long"),
        TypeKind.Number => Code.Of("double"),
        TypeKind.Boolean => Code.Of("bool"),
        TypeKind.UnixTime or TypeKind.IsoTime or TypeKind.AnyTime => Code.Of("DateTimeOffset"),
        TypeKind.Json => Code.Of("JsonElement"),
        TypeKind.JsonObject => Code.Of("JsonProperties"),
        TypeKind.File => Code.Of("IntercomFile"),
        TypeKind.List => Code.Text($"IReadOnlyList<{Of(type.Item!)}>"),
        TypeKind.Map => Code.Text($"IReadOnlyDictionary<string, {Of(type.Item!)}>"),
        _ => Name.Of(type.Name!),
    };

    /// <summary>The method of the runtime that reads or writes a value of the type.</summary>
    public static Code Method(TypeRef type) => type.Kind switch
    {
        TypeKind.Text => Code.Of("Text"),
        TypeKind.Integer => Code.Of("Integer"),
        TypeKind.Number => Code.Of("Number"),
        TypeKind.Boolean => Code.Of("Boolean"),
        TypeKind.UnixTime => Code.Of("UnixTime"),
        TypeKind.IsoTime => Code.Of("IsoTime"),
        TypeKind.AnyTime => Code.Of("AnyTime"),
        TypeKind.Json => Code.Of("Element"),
        TypeKind.JsonObject => Code.Of("Properties"),
        TypeKind.Record => Code.Of("Record"),
        TypeKind.Enum or TypeKind.Union => Code.Of("Value"),
        TypeKind.List => Code.Of("List"),
        TypeKind.Map => Code.Of("Map"),
        _ => throw new InvalidOperationException($"{type.Kind} has no JSON."),
    };

    /// <summary>The type arguments of the method that reads a value; writing infers them but for the codec.</summary>
    public static Code Arguments(TypeRef type) => type.Kind switch
    {
        TypeKind.Record or TypeKind.Enum or TypeKind.Union => Code.Text($"<{Name.Of(type.Name!)}>"),
        TypeKind.List when type.Item!.IsNamed => Code.Text($"<{Name.Of(type.Item.Name!)}>"),
        TypeKind.List or TypeKind.Map => Code.Text($"<{Of(type.Item!)}, {Codec(type.Item!)}>"),
        _ => Code.Nothing,
    };

    /// <summary>The codec of the runtime that reads and writes items of the type.</summary>
    public static Code Codec(TypeRef item) => item.Kind switch
    {
        TypeKind.Text => Code.Of("JsonText"),
        TypeKind.Integer => Code.Of("JsonInteger"),
        TypeKind.Number => Code.Of("JsonNumber"),
        TypeKind.Boolean => Code.Of("JsonBoolean"),
        TypeKind.UnixTime => Code.Of("JsonUnixTime"),
        TypeKind.IsoTime or TypeKind.AnyTime => Code.Of("JsonIsoTime"),
        TypeKind.List => Code.Text($"JsonListOf<{Of(item.Item!)}, {Codec(item.Item!)}>"),
        TypeKind.Map => Code.Text($"JsonMapOf<{Of(item.Item!)}, {Codec(item.Item!)}>"),
        TypeKind.Record or TypeKind.Enum or TypeKind.Union => Code.Text($"JsonItem<{Name.Of(item.Name!)}>"),
        _ => Code.Of("JsonAny"),
    };
}
