using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>A union, by the pattern that C# 15 recognises: an attribute, a constructor per case, and <c>Value</c>.</summary>
internal static class UnionEmitter
{
    public static Code Emit(Code visibility, UnionType type) => Emit(visibility, type, Name.Of(type.Name));

    private static Code Emit(Code visibility, UnionType type, Name name) => Code.Text($$"""
        {{DocEmitter.Emit(type.Doc, DocLine.Join(DocLine.Of("One of"), DocLine.References(type.Cases.Select(static c => Cref(c.Type))), DocLine.Of("or any other JSON value.")))}}
        [Union]
        [JsonConverter(typeof(JsonModelConverter<{{name}}>))]
        [DebuggerDisplay("{Value}")]
        {{visibility}} readonly partial struct {{name}} : {{(type.IsSibling ? Code.Of("INamedJson") : Code.Of("IJson"))}}<{{name}}>, IEquatable<{{name}}>
        {
            {{Code.Blocks(type.Cases.Select(c => Case(name, c)))}}

            /// <summary>Holds a value that is none of the declared cases.</summary>
            /// <param name="value">The value.</param>
            public {{name}}(JsonElement value) => Value = value;

            /// <summary>The value: one of the cases, or a <see cref="JsonElement"/>; null where nothing was assigned.</summary>
            public object? Value { get; }

            /// <summary>Whether both hold the same.</summary>
            public static bool operator ==({{name}} left, {{name}} right) => left.Equals(right);

            /// <summary>Whether they hold something different.</summary>
            public static bool operator !=({{name}} left, {{name}} right) => !left.Equals(right);

            /// <summary>Gets a value that is none of the declared cases.</summary>
            public bool TryGetValue(out JsonElement value)
            {
                value = Value is JsonElement raw ? raw : default;
                return Value is JsonElement;
            }

            /// <inheritdoc/>
            public bool Equals({{name}} other) => JsonModel.Same(this, other);

            /// <inheritdoc/>
            public override bool Equals(object? obj) => obj is {{name}} other && Equals(other);

            /// <inheritdoc/>
            public override int GetHashCode() => JsonModel.Hash(this);

            /// <summary>The JSON, secrets left out.</summary>
            public override string ToString() => JsonModel.Print(this);

            static bool IJson<{{name}}>.Accepts(JsonTokenType token) => token != JsonTokenType.Null;

            {{Read(type, name)}}

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

    private static Code Case(Name type, UnionCase @case)
    {
        var held = TypeText.Of(@case.Type);
        var taken = Taken(@case.Type);
        return Code.Text($$"""
            /// <summary>Holds {{Named(held)}}.</summary>
            /// <param name="value">The value.</param>
            public {{type}}({{held}} value) => Value = value;

            /// <summary>Gets the {{Words(held)}}, where it is one.</summary>
            /// <param name="value">The value.</param>
            {{TryGet(@case.Type, held)}}

            /// <summary>Takes {{Named(taken)}}.</summary>
            /// <param name="value">The value.</param>
            public static implicit operator {{type}}({{taken}} value) => new(value);
            """);
    }

    private static DocLine Words(Code type) => DocLine.Of(type.ToString());

    private static DocLine Named(Code type) => DocLine.Of(Article.Before(type.ToString()));

    // C# converts from no interface: what usually stands behind it is taken.
    private static Code Taken(TypeRef type) => type.Kind switch
    {
        TypeKind.List => Code.Text($"{TypeText.Of(type.Item!)}[]"),
        TypeKind.Map => Code.Text($"Dictionary<string, {TypeText.Of(type.Item!)}>"),
        _ => TypeText.Of(type),
    };

    private static Code TryGet(TypeRef type, Code held) => type.IsValue
        ? Code.Text($"public bool TryGetValue(out {held} value) {{ value = Value is {held} held ? held : default; return Value is {held}; }}")
        : Code.Text($"public bool TryGetValue([NotNullWhen(true)] out {held}? value) => (value = Value as {held}) is not null;");

    private static Code Cref(TypeRef type) => type.Kind switch
    {
        TypeKind.List => Code.Of("IReadOnlyList{T}"),
        TypeKind.Map => Code.Of("IReadOnlyDictionary{TKey, TValue}"),
        _ => TypeText.Of(type),
    };

    private static Code Write(UnionCase @case) => Code.Text($"case {TypeText.Of(@case.Type)} value: {Written(@case.Type)}; break;");

    private static Code Written(TypeRef type) => type.Kind switch
    {
        TypeKind.Record or TypeKind.Enum or TypeKind.Union => Code.Of("json.Item(value)"),
        TypeKind.List or TypeKind.Map => Code.Text($"json.{TypeText.Method(type)}<{TypeText.Of(type.Item!)}, {TypeText.Codec(type.Item!)}>(value)"),
        TypeKind.AnyTime => Code.Of("json.UnixTime(value)"),
        TypeKind.JsonObject => Code.Of("json.Properties(value)"),
        _ => Code.Text($"json.{TypeText.Method(type)}(value)"),
    };

    private static Code Read(UnionType type, Name name) => type.IsSibling
        ? Code.Text($$"""
            static {{name}} IJson<{{name}}>.Read(ref JsonCursor json) => new(json.Raw());

            static {{name}} INamedJson<{{name}}>.Read(string? name, ref JsonCursor json)
            {
                {{Discriminated(type, Code.Of("name"))}}
                return new(json.Raw());
            }
            """)
        : Code.Text($$"""
            static {{name}} IJson<{{name}}>.Read(ref JsonCursor json)
            {
                {{(type.Discriminator is null ? Code.Lines(ByShape(type)) : Discriminated(type, Code.Text($"json.Peek({Literal.Of(type.Discriminator)})")))}}
                return new(json.Raw());
            }
            """);

    private static Code Discriminated(UnionType type, Code value) => type.Cases.Any(IsNamed) ? Code.Text($$"""
        if (json.Token == JsonTokenType.StartObject)
            switch ({{value}})
            {
                {{Code.Lines(type.Cases.Where(IsNamed).Select(Named))}}
            }
        """) : Code.Nothing;

    private static bool IsNamed(UnionCase @case) => @case.Type.Kind == TypeKind.Record && @case.Values.Count > 0;

    private static Code Named(UnionCase @case)
    {
        var labels = Code.Concat(@case.Values.Select(static value => Code.Text($"case {Literal.Of(value)}: ")));
        return Code.Text($"{labels}return new(json.Record<{TypeText.Of(@case.Type)}>()!);");
    }

    // The more an object must have to be of a case, the earlier the case is tried; one that asks for nothing comes last.
    private static IEnumerable<Code> ByShape(UnionType type)
    {
        foreach (var @case in type.Cases.Where(static c => c.Type.Kind == TypeKind.Record).OrderByDescending(static c => c.Required.Count))
        {
            var conditions = Code.Concat(@case.Required.Select(static name => Code.Text($" && json.Has({Literal.Of(name)})")));
            yield return Code.Text($"if (json.Token == JsonTokenType.StartObject{conditions}) return new(json.Record<{TypeText.Of(@case.Type)}>()!);");
        }

        foreach (var @case in type.Cases.Where(static c => c.Type.Kind != TypeKind.Record))
        {
            var value = @case.Type.IsValue ? Code.Of(".GetValueOrDefault()") : Code.Of("!");
            yield return Code.Text($"if ({Condition(@case.Type)}) return new(json.{TypeText.Method(@case.Type)}{TypeText.Arguments(@case.Type)}(){value});");
        }
    }

    private static Code Condition(TypeRef type) => type.Kind switch
    {
        TypeKind.Text or TypeKind.Enum or TypeKind.IsoTime => Code.Of("json.Token == JsonTokenType.String"),
        TypeKind.Integer => Code.Of("json.IsInteger"),
        TypeKind.Number or TypeKind.UnixTime or TypeKind.AnyTime => Code.Of("json.Token == JsonTokenType.Number"),
        TypeKind.Boolean => Code.Of("json.Token is JsonTokenType.True or JsonTokenType.False"),
        TypeKind.List => type.Item!.Kind switch
        {
            TypeKind.Text or TypeKind.Enum => Code.Of("json.FirstItem() is JsonTokenType.String or JsonTokenType.EndArray"),
            TypeKind.Integer or TypeKind.Number => Code.Of("json.FirstItem() is JsonTokenType.Number or JsonTokenType.EndArray"),
            TypeKind.Record => Code.Of("json.FirstItem() is JsonTokenType.StartObject or JsonTokenType.EndArray"),
            _ => Code.Of("json.Token == JsonTokenType.StartArray"),
        },
        _ => Code.Of("json.Token == JsonTokenType.StartObject"),
    };
}
