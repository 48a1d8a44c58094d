using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>One file of types.</summary>
internal static class TypeFileEmitter
{
    private static readonly Name[] Usings = Array.ConvertAll(
        [
            "System", "System.Collections.Generic", "System.Diagnostics", "System.Diagnostics.CodeAnalysis",
            "System.Runtime.CompilerServices",
            "System.Text", "System.Text.Json", "System.Text.Json.Serialization", "Intercom", "Intercom.Json",
        ],
        Name.Dotted);

    public static EmittedFile Emit(ClientHeader header, TypeArea area) =>
        EmittedFile.Of(
            header,
            "Models/" + area.Name,
            header.ModelNamespace,
            Usings,
            area.Types.Select(type => Emit(header.Visibility, type)));

    private static Code Emit(Code visibility, ApiType type) => type switch
    {
        RecordType record => RecordEmitter.Emit(visibility, record),
        EnumType @enum => EnumEmitter.Emit(visibility, @enum),
        UnionType union => UnionEmitter.Emit(visibility, union),
        FieldsType fields => FieldsEmitter.Emit(visibility, fields),
        QueryType query => QueryEmitter.Emit(visibility, query),
        _ => throw new InvalidOperationException(type.GetType().Name),
    };
}
