using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>The fields by which an operation finds, each with the operators that it takes.</summary>
internal static class FieldsEmitter
{
    public static Code Emit(Code visibility, FieldsType type) => Code.Text($$"""
        {{DocEmitter.Emit(type.Doc)}}
        {{visibility}} static partial class {{Name.Of(type.Name)}}
        {
            {{Code.Blocks(type.Fields.Select(Field))}}
        }
        """);

    /// <summary>A field as it is declared.</summary>
    public static Code Signature(SearchableField field) => Code.Text($"{TypeText.Of(field.Type)} {Name.Of(field.Name)}");

    private static Code Field(SearchableField field) => Code.Text($$"""
        /// <summary>The field <c>{{DocLine.Verbatim(field.Text)}}</c>.</summary>
        public static {{Signature(field)}} => new({{Literal.Of(field.Text)}});
        """);
}
