using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>An open enum.</summary>
internal static class EnumEmitter
{
    public static Code Emit(Code visibility, EnumType type) => Emit(visibility, type, Name.Of(type.Name));

    private static Code Emit(Code visibility, EnumType type, Name name) => Code.Text($$"""
        {{DocEmitter.Emit(type.Doc)}}
        /// <param name="Value">The value as it is sent; any string is kept.</param>
        [JsonConverter(typeof(JsonModelConverter<{{name}}>))]
        [DebuggerDisplay("{Value,nq}")]
        {{visibility}} readonly partial record struct {{name}}(string Value) : IOpenEnum<{{name}}>
        {
            private static readonly JsonNames Known = new({{Literal.Utf8(type.Values.Select(static value => value.Value))}});

            {{Code.Blocks(type.Values.Select(value => Value(name, value)))}}

            static JsonNames IOpenEnum<{{name}}>.Known => Known;

            static {{name}} IOpenEnum<{{name}}>.From(string value) => new(value);

            /// <summary>Takes any value, known or not.</summary>
            /// <param name="value">The value as it is sent.</param>
            public static implicit operator {{name}}(string value) => new(value);

            /// <summary>The value as it is sent.</summary>
            public override string ToString() => Value ?? "";
        }
        """);

    private static Code Value(Name type, EnumValue value) => Code.Text($$"""
        /// <summary>{{DocLine.Verbatim(value.Value)}}</summary>
        public static {{type}} {{Name.Of(value.Name)}} => new({{Literal.Of(value.Value)}});
        """);
}
