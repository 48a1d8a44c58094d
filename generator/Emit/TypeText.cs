using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>Types, and what of the runtime reads and writes them, as C#.</summary>
internal static class TypeText
{
    public static Code Of(TypeName type)
    {
        if (type.Name == "[]")
            return Code.Text($"{Of(type.Arguments[0])}[]");
        if (type.Arguments.Count == 0 && !type.IsNullable)
            return Word(type.Name);
        var arguments = type.Arguments.Count == 0 ? Code.Nothing : Code.Text($"<{Code.List(type.Arguments.Select(Of))}>");
        return Code.Text($"{Word(type.Name)}{arguments}{(type.IsNullable ? Code.Of("?") : Code.Nothing)}");
    }

    /// <summary>A reference to a type in documentation, which has no arguments.</summary>
    public static Code Reference(TypeName type) => type.Name switch
    {
        "IReadOnlyList" => Code.Of("IReadOnlyList{T}"),
        "IReadOnlyDictionary" => Code.Of("IReadOnlyDictionary{TKey, TValue}"),
        "ReadOnlyMemory" => Code.Of("ReadOnlyMemory{T}"),
        _ => Word(type.Name),
    };

    // Keywords that are types; any other would be no name.
    private static Code Word(string name) => name switch
    {
        "string" => Code.Of("string"),
        "long" => Code.Of("long"),
        "double" => Code.Of("double"),
        "decimal" => Code.Of("decimal"),
        "bool" => Code.Of("bool"),
        "byte" => Code.Of("byte"),
        _ => Name.Of(name),
    };
}
