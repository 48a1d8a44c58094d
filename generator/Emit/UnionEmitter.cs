using Intercom.Generator.Model;

namespace Intercom.Generator.Emit;

/// <summary>A union, by the pattern that C# 15 recognises: an attribute, a constructor per case, and <c>Value</c>.</summary>
internal static class UnionEmitter
{
    public static string Emit(string accessibility, UnionType type) => Code.Text($$"""
        {{DocEmitter.Emit(type.Doc, $"One of {string.Join(", ", type.Cases.Select(static c => $"<see cref=\"{Cref(c.Type)}\"/>"))}, or any other JSON value.")}}
        [System.Runtime.CompilerServices.Union]
        [JsonConverter(typeof(JsonModelConverter<{{type.Name}}>))]
        [DebuggerDisplay("{Value}")]
        {{accessibility}} readonly partial struct {{type.Name}} : {{(type.IsSibling ? "INamedJson" : "IJson")}}<{{type.Name}}>, IEquatable<{{type.Name}}>
        {
            {{Code.Blocks(type.Cases.Select(c => Case(type, c)))}}

            /// <summary>Holds a value that is none of the declared cases.</summary>
            /// <param name="value">The value.</param>
            public {{type.Name}}(JsonElement value) => Value = value;

            /// <summary>The value: one of the cases, or a <see cref="JsonElement"/>; null where nothing was assigned.</summary>
            public object? Value { get; }

            /// <summary>Whether both hold the same.</summary>
            public static bool operator ==({{type.Name}} left, {{type.Name}} right) => left.Equals(right);

            /// <summary>Whether they hold something different.</summary>
            public static bool operator !=({{type.Name}} left, {{type.Name}} right) => !left.Equals(right);

            /// <summary>Gets a value that is none of the declared cases.</summary>
            public bool TryGetValue(out JsonElement value)
            {
                value = Value is JsonElement raw ? raw : default;
                return Value is JsonElement;
            }

            /// <inheritdoc/>
            public bool Equals({{type.Name}} other) => JsonModel.Same(this, other);

            /// <inheritdoc/>
            public override bool Equals(object? obj) => obj is {{type.Name}} other && Equals(other);

            /// <inheritdoc/>
            public override int GetHashCode() => JsonModel.Hash(this);

            /// <summary>The JSON, secrets left out.</summary>
            public override string ToString() => JsonModel.Print(this);

            static bool IJson<{{type.Name}}>.Accepts(JsonTokenType token) => token != JsonTokenType.Null;

            {{Read(type)}}

            void IJson.Write(JsonOutput json)
            {
                switch (Value)
                {
                    {{Code.Lines(type.Cases.Select(Write))}}
                    case JsonElement value: json.Element(value); break;
                    default: json.Text(null); break;
                }
            }
        }
        """);

    private static string Case(UnionType type, UnionCase @case)
    {
        var clr = TypeText.Of(@case.Type);
        // C# converts from no interface: what usually stands behind it is taken.
        var array = @case.Type.Kind switch
        {
            TypeKind.List => TypeText.Of(@case.Type.Item!) + "[]",
            TypeKind.Map => $"Dictionary<string, {TypeText.Of(@case.Type.Item!)}>",
            _ => clr,
        };
        return Code.Text($$"""
            /// <summary>Holds a {{DocEmitter.Escape(clr)}}.</summary>
            /// <param name="value">The value.</param>
            public {{type.Name}}({{clr}} value) => Value = value;

            /// <summary>Gets the {{DocEmitter.Escape(clr)}}, where it is one.</summary>
            /// <param name="value">The value.</param>
            {{TryGet(@case.Type, clr)}}

            /// <summary>Takes a {{DocEmitter.Escape(array)}}.</summary>
            /// <param name="value">The value.</param>
            public static implicit operator {{type.Name}}({{array}} value) => new(value);
            """);
    }

    private static string TryGet(TypeRef type, string clr) => type.IsValue
        ? $"public bool TryGetValue(out {clr} value) {{ value = Value is {clr} held ? held : default; return Value is {clr}; }}"
        : $"public bool TryGetValue([NotNullWhen(true)] out {clr}? value) => (value = Value as {clr}) is not null;";

    private static string Cref(TypeRef type) => type.Kind switch
    {
        TypeKind.List => "IReadOnlyList{T}",
        TypeKind.Map => "IReadOnlyDictionary{TKey, TValue}",
        _ => TypeText.Of(type),
    };

    private static string Write(UnionCase @case) => $"case {TypeText.Of(@case.Type)} value: " + (@case.Type.Kind switch
    {
        TypeKind.Record or TypeKind.Enum or TypeKind.Union => "json.Item(value)",
        TypeKind.List or TypeKind.Map => $"json.{TypeText.Method(@case.Type)}<{TypeText.Of(@case.Type.Item!)}, {TypeText.Codec(@case.Type.Item!)}>(value)",
        TypeKind.AnyTime => "json.UnixTime(value)",
        TypeKind.JsonObject => "json.Properties(value)",
        _ => $"json.{TypeText.Method(@case.Type)}(value)",
    }) + "; break;";

    private static string Read(UnionType type) => type.IsSibling
        ? Code.Text($$"""
            static {{type.Name}} IJson<{{type.Name}}>.Read(ref JsonCursor json) => new(json.Raw());

            static {{type.Name}} INamedJson<{{type.Name}}>.Read(string? {{Argument}}, ref JsonCursor json)
            {
                {{Discriminated(type, Argument)}}
                return new(json.Raw());
            }
            """)
        : Code.Text($$"""
            static {{type.Name}} IJson<{{type.Name}}>.Read(ref JsonCursor json)
            {
                {{(type.Discriminator is null ? "" : Discriminated(type, $"json.Peek({Literal.Of(type.Discriminator)})"))}}
                {{(type.Discriminator is null ? Code.Lines(ByShape(type)) : "")}}
                return new(json.Raw());
            }
            """);

    private const string Argument = "name";

    private static string Discriminated(UnionType type, string value) => Code.Text($$"""
        if (json.Token == JsonTokenType.StartObject)
            switch ({{value}})
            {
                {{Code.Lines(type.Cases.Where(static c => c.Type.Kind == TypeKind.Record && c.Values.Count > 0).Select(static c => $"{string.Join(" ", c.Values.Select(static v => $"case {Literal.Of(v)}:"))} return new(json.Record<{c.Type.Name}>()!);"))}}
            }
        """);

    // The more an object must have to be of a case, the earlier the case is tried; one that asks for nothing comes last.
    private static IEnumerable<string> ByShape(UnionType type)
    {
        foreach (var @case in type.Cases.Where(static c => c.Type.Kind == TypeKind.Record).OrderByDescending(static c => c.Required.Count))
        {
            var conditions = @case.Required.Select(static name => $" && json.Has({Literal.Of(name)})");
            yield return $"if (json.Token == JsonTokenType.StartObject{string.Concat(conditions)}) return new(json.Record<{@case.Type.Name}>()!);";
        }

        foreach (var @case in type.Cases.Where(static c => c.Type.Kind != TypeKind.Record))
            yield return $"if ({Condition(@case.Type)}) return new(json.{TypeText.Method(@case.Type)}{TypeText.Arguments(@case.Type)}(){(@case.Type.IsValue ? ".GetValueOrDefault()" : "!")});";
    }

    private static string Condition(TypeRef type) => type.Kind switch
    {
        TypeKind.Text or TypeKind.Enum or TypeKind.IsoTime => "json.Token == JsonTokenType.String",
        TypeKind.Integer => "json.IsInteger",
        TypeKind.Number or TypeKind.UnixTime or TypeKind.AnyTime => "json.Token == JsonTokenType.Number",
        TypeKind.Boolean => "json.Token is JsonTokenType.True or JsonTokenType.False",
        TypeKind.List => type.Item!.Kind switch
        {
            TypeKind.Text or TypeKind.Enum => "json.FirstItem() is JsonTokenType.String or JsonTokenType.EndArray",
            TypeKind.Integer or TypeKind.Number => "json.FirstItem() is JsonTokenType.Number or JsonTokenType.EndArray",
            TypeKind.Record => "json.FirstItem() is JsonTokenType.StartObject or JsonTokenType.EndArray",
            _ => "json.Token == JsonTokenType.StartArray",
        },
        _ => "json.Token == JsonTokenType.StartObject",
    };
}
