using Intercom.Generator.Model;

namespace Intercom.Generator.Emit;

/// <summary>An open enum.</summary>
internal static class EnumEmitter
{
    public static string Emit(string accessibility, EnumType type) => Code.Text($$"""
        {{DocEmitter.Emit(type.Doc)}}
        /// <param name="Value">The value as it is sent; any string is kept.</param>
        [JsonConverter(typeof(JsonModelConverter<{{type.Name}}>))]
        [DebuggerDisplay("{Value,nq}")]
        {{accessibility}} readonly partial record struct {{type.Name}}(string Value) : IOpenEnum<{{type.Name}}>
        {
            private static readonly JsonNames Known = new({{Literal.Utf8(type.Values.Select(static value => value.Value))}});

            {{Code.Blocks(type.Values.Select(value => Value(type, value)))}}

            static JsonNames IOpenEnum<{{type.Name}}>.Known => Known;

            static {{type.Name}} IOpenEnum<{{type.Name}}>.From(string value) => new(value);

            /// <summary>Takes any value, known or not.</summary>
            /// <param name="value">The value as it is sent.</param>
            public static implicit operator {{type.Name}}(string value) => new(value);

            /// <summary>The value as it is sent.</summary>
            public override string ToString() => Value ?? "";
        }
        """);

    private static string Value(EnumType type, EnumValue value) => Code.Text($$"""
        /// <summary>{{DocEmitter.Verbatim(value.Value)}}</summary>
        public static {{type.Name}} {{value.Name}} => new({{Literal.Of(value.Value)}});
        """);
}
