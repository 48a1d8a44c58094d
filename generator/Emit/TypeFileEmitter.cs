using Intercom.Generator.Model;

namespace Intercom.Generator.Emit;

/// <summary>One file of types.</summary>
internal static class TypeFileEmitter
{
    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.Diagnostics", "System.Diagnostics.CodeAnalysis", "System.Text", "System.Text.Json", "System.Text.Json.Serialization",
        "Intercom", "Intercom.Json",
    ];

    public static EmittedFile Emit(ClientHeader header, TypeArea area) =>
        EmittedFile.Of(header, "Models/" + area.Name, header.ModelNamespace, Usings, area.Types.Select(type => Emit(header.Accessibility, type)));

    private static string Emit(string accessibility, ApiType type) => type switch
    {
        RecordType record => RecordEmitter.Emit(accessibility, record),
        EnumType @enum => EnumEmitter.Emit(accessibility, @enum),
        UnionType union => UnionEmitter.Emit(accessibility, union),
        _ => throw new InvalidOperationException(type.GetType().Name),
    };
}
