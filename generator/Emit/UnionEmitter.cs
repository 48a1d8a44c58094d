using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>A union, by the pattern that C# 15 recognises: an attribute, a constructor per case, and <c>Value</c>.</summary>
internal static class UnionEmitter
{
    public static Code Emit(Code visibility, UnionType type) => Emit(visibility, type, Name.Of(type.Name));

    private static Code Emit(Code visibility, UnionType type, Name name) => Code.Text($$"""
        {{DocEmitter.Emit(type.Doc, Summary(type))}}
        [Union]
        [JsonConverter(typeof(JsonModelConverter<{{name}}>))]
        [DebuggerDisplay("{Value}")]
        {{visibility}} readonly partial struct {{name}} : {{Interface(type)}}<{{name}}>, IEquatable<{{name}}>
        {
            {{Code.Blocks(type.Cases.Select(c => Case(name, c)))}}

            /// <summary>Holds a value that is none of the declared cases.</summary>
            /// <param name="value">The value.</param>
            public {{name}}(JsonElement value) => Value = value;

            /// <summary>The value: one of the cases, or a <see cref="JsonElement"/>; null where nothing was assigned.</summary>
            public object? Value { get; }

            {{Operators(name)}}

            /// <summary>Gets a value that is none of the declared cases.</summary>
            public bool TryGetValue(out JsonElement value)
            {
                value = Value is JsonElement raw ? raw : default;
                return Value is JsonElement;
            }

            {{Comparing(name)}}

            /// <summary>The JSON, secrets left out.</summary>
            public override string ToString() => JsonModel.Print(this);

            static bool IJson<{{name}}>.Accepts(JsonTokenType token) => token != JsonTokenType.Null;

            {{Read(type, name)}}

            {{Write(type)}}
        }
        """);

    private static Code Operators(Name name) => Code.Text($$"""
        /// <summary>Whether both hold the same.</summary>
        public static bool operator ==({{name}} left, {{name}} right) => left.Equals(right);

        /// <summary>Whether they hold something different.</summary>
        public static bool operator !=({{name}} left, {{name}} right) => !left.Equals(right);
        """);

    private static Code Comparing(Name name) => Code.Text($$"""
        /// <inheritdoc/>
        public bool Equals({{name}} other) => JsonModel.Same(this, other);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is {{name}} other && Equals(other);

        /// <inheritdoc/>
        public override int GetHashCode() => JsonModel.Hash(this);
        """);

    private static Code Case(Name type, UnionCase @case)
    {
        var held = TypeText.Of(@case.Shape.Type);
        var taken = TypeText.Of(@case.Shape.Assigned);
        return Code.Text($$"""
            /// <summary>Holds {{Counted(held)}}.</summary>
            /// <param name="value">The value.</param>
            public {{type}}({{held}} value) => Value = value;

            /// <summary>Gets the {{Words(held)}}, where it is one.</summary>
            /// <param name="value">The value.</param>
            {{TryGet(@case.Shape.IsValue, held)}}

            /// <summary>Takes {{Counted(taken)}}.</summary>
            /// <param name="value">The value.</param>
            public static implicit operator {{type}}({{taken}} value) => new(value);
            """);
    }

    private static DocLine Counted(Code type) => DocLine.Of(Article.Before(type.ToString()));

    private static DocLine Words(Code type) => DocLine.Of(type.ToString());

    private static DocLine Summary(UnionType type) => DocLine.Join(
        DocLine.Of("One of"),
        DocLine.References(type.Cases.Select(static c => TypeText.Reference(c.Shape.Type))),
        DocLine.Of("or any other JSON value."));

    private static Code Interface(UnionType type) => type.IsSibling ? Code.Of("INamedJson") : Code.Of("IJson");

    private static Code TryGet(bool isValue, Code held) => isValue
        ? Code.Text($$"""public bool TryGetValue(out {{held}} value) { {{Assigned(held)}} return Value is {{held}}; }""")
        : Code.Text($"public bool TryGetValue([NotNullWhen(true)] out {held}? value) => (value = Value as {held}) is not null;");

    private static Code Assigned(Code held) => Code.Text($"value = Value is {held} held ? held : default;");

    private static Code Write(UnionType type) => Code.Text($$"""
        void IJson.Write(JsonOutput json)
        {
            switch (Value)
            {
                {{Code.Lines(type.Cases.Select(Write))}}
                case JsonElement value: json.Element(value); break;
                default: json.Text(null); break;
            }
        }
        """);

    private static Code Write(UnionCase @case) =>
        Code.Text($"case {TypeText.Of(@case.Shape.Type)} value: {TypeText.Of(@case.Shape.Codec)}.Write(json, value); break;");

    private static Code Read(UnionType type, Name name) => type.IsSibling
        ? Code.Text($$"""
            static {{name}} IJson<{{name}}>.Read(ref JsonCursor json) => new(json.Raw());

            static {{name}} INamedJson<{{name}}>.Read(string? name, ref JsonCursor json)
            {
                {{Told(type, Code.Of("name"))}}
                return new(json.Raw());
            }
            """)
        : Code.Text($$"""
            static {{name}} IJson<{{name}}>.Read(ref JsonCursor json)
            {
                {{(type.Discriminator is { } discriminator ? Told(type, Peeked(discriminator)) : Code.Lines(ByShape(type)))}}
                {{(type.Fallback is { } other ? If(Recognized(other, []), other) : Code.Nothing)}}
                return new(json.Raw());
            }
            """);

    private static Code Peeked(string discriminator) => Code.Text($"json.Peek({Literal.Of(discriminator)})");

    private static Code Told(UnionType type, Code value) =>
        Code.Lines([Discriminated(type, value), .. NoRecords(type, Code.Text($" && {value} is null"))]);

    private static Code Discriminated(UnionType type, Code value) => type.Cases.Any(IsNamed) ? Code.Text($$"""
        if (json.Token == JsonTokenType.StartObject)
            switch ({{value}})
            {
                {{Code.Lines(type.Cases.Where(IsNamed).Select(Named))}}
                {{Unnamed(type)}}
            }
        """) : Code.Nothing;

    // An object that does not say what it is shows it by its properties. What only lies beside the word is rarely told by them.
    private static Code Unnamed(UnionType type) => !type.IsSibling && Nearest(type, Code.Nothing) is { IsEmpty: false } nearest
        ? Code.Text($$"""
            case null:
                {{nearest}}
                break;
            """)
        : Code.Nothing;

    // What declares most of an object is what it is; whatever it holds, it is of the only case that there is.
    private static Code Nearest(UnionType type, Code choice)
    {
        var cases = type.Cases.Where(static c => c.IsRecord).ToList();
        var fewest = HoldsAnyObject(type) ? 1 : 2;
        var names = Code.List(cases.Select(static c => Code.Text($"JsonShape<{TypeText.Of(c.Shape.Type)}>.Names")));
        return cases.Count < fewest ? Code.Nothing : Code.Text($$"""
            switch (json.Nearest([{{names}}]{{choice}}))
            {
                {{Code.Lines(cases.Select(static (c, index) => Code.Text($"case {index}: {Return(c.Shape)}")))}}
            }
            """);
    }

    // What has no name that a record declares is not the record, where there is something else for it to be.
    private static bool HoldsAnyObject(UnionType type) => type.Cases.Any(IsAnyObject);

    private static bool IsAnyObject(UnionCase @case) => @case.Shape.Recognition == Recognition.AnyObject;

    private static bool IsNamed(UnionCase @case) => @case.IsRecord && @case.Values.Count > 0;

    private static Code Named(UnionCase @case)
    {
        var labels = Code.Concat(@case.Values.Select(static value => Code.Text($"case {Literal.Of(value)}: ")));
        return Code.Text($"{labels}{Return(@case.Shape)}");
    }

    // The more an object must have to be of a case, the earlier the case is tried; one that asks for nothing comes last.
    private static IEnumerable<Code> ByShape(UnionType type) =>
    [
        Nearest(type, Code.Of(", orFirst: true")),
        .. type.Cases.Where(c => c.IsRecord && (c.Required.Count > 0 || !HoldsAnyObject(type)))
            .OrderByDescending(static c => c.Required.Count)
            .Select(static c => If(Recognized(c.Shape, c.Required), c.Shape)),
        .. NoRecords(type, Code.Nothing),
    ];

    // What says what it is, is that or nothing known: no object of any names.
    private static IEnumerable<Code> NoRecords(UnionType type, Code unnamed)
    {
        var last = type.Cases.LastOrDefault(IsAnyObject);
        return type.Cases.Where(static c => !c.IsRecord).Select((c, index) => c.Shape.Recognition == Recognition.Codec
            ? Code.Text($"if (json.Takes<{TypesOf(c.Shape)}>(out var value{index})) return new(value{index});")
            : If(Code.Concat([Recognized(c.Shape, []), IsAnyObject(c) ? unnamed : Code.Nothing, Fitting(c, last)]), c.Shape));
    }

    // Of objects of any names the values tell which it is.
    private static Code Fitting(UnionCase @case, UnionCase? last) => IsAnyObject(@case) && @case != last
        ? Code.Text($" && json.Fits<{TypesOf(@case.Shape)}>()")
        : Code.Nothing;

    private static Code TypesOf(ValueShape shape) => Code.Text($"{TypeText.Of(shape.Type)}, {TypeText.Of(shape.Codec)}");

    private static Code If(Code condition, ValueShape shape) => Code.Text($"if ({condition}) {Return(shape)}");

    private static Code Return(ValueShape shape) =>
        Code.Text($"return new(json.{TypeText.Of(shape.Reader)}(){(shape.IsValue ? Code.Of(".GetValueOrDefault()") : Code.Of("!"))});");

    private static Code Recognized(ValueShape shape, IEnumerable<string> required) => shape.Recognition switch
    {
        Recognition.String => Code.Of("json.Token == JsonTokenType.String"),
        Recognition.Integer => Code.Of("json.IsInteger"),
        Recognition.Number => Code.Of("json.Token == JsonTokenType.Number"),
        Recognition.Boolean => Code.Of("json.Token is JsonTokenType.True or JsonTokenType.False"),
        Recognition.Array => Code.Of("json.Token == JsonTokenType.StartArray"),
        Recognition.ArrayOfStrings => Code.Of("json.FirstItem() is JsonTokenType.String or JsonTokenType.EndArray"),
        Recognition.ArrayOfNumbers => Code.Of("json.FirstItem() is JsonTokenType.Number or JsonTokenType.EndArray"),
        Recognition.ArrayOfObjects => Code.Of("json.FirstItem() is JsonTokenType.StartObject or JsonTokenType.EndArray"),
        _ => Code.Concat(required
            .Select(static name => Code.Text($" && json.Has({Literal.Of(name)})"))
            .Prepend(Code.Of("json.Token == JsonTokenType.StartObject"))),
    };
}
