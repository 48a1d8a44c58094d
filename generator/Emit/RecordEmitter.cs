using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>A record: its properties, and the one list of them by which the runtime reads and writes it.</summary>
internal static class RecordEmitter
{
    private static readonly Code Hidden = Code.Of("[DebuggerBrowsable(DebuggerBrowsableState.Never)]");

    private static readonly Code Print = Code.Of("""
        /// <inheritdoc/>
        protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
        """);

    public static Code Emit(Code visibility, RecordType record) =>
        record.IsJson ? Json(visibility, record, Name.Of(record.Name)) : Form(visibility, record, Name.Of(record.Name));

    private static Code Json(Code visibility, RecordType record, Name name) => Code.Text($$"""
        {{DocEmitter.Emit(record.Doc)}}
        [JsonConverter(typeof(JsonModelConverter<{{name}}>))]
        {{visibility}} sealed partial record {{name}} : {{Bases(record, name)}}
        {
            private static JsonNames? s_names;
            {{Code.Lines(record.Properties.Select(DeclaredField))}}

            {{Code.Blocks([Constructors(record, name), .. record.Properties.Select(one => Property(record, one)), Items(record)])}}

            /// <inheritdoc/>
            public bool Equals({{name}}? other) => Same(other);

            /// <inheritdoc/>
            public override int GetHashCode() => base.GetHashCode();

            static {{name}} IJson<{{name}}>.Read(ref JsonCursor json) => json.Fill(new {{name}}({{Made(record)}}));

            /// <inheritdoc/>
            protected override JsonNames Names => s_names ??= new({{Names(record)}});

            /// <inheritdoc/>
            {{Visit(record)}}

            {{Code.Blocks([Print, record.IsForm ? ToForm(record) : Code.Nothing])}}
        }
        """);

    private static Code Bases(RecordType record, Name name)
    {
        var root = record.IsRequest ? Code.Of("JsonRequest") : Code.Of("JsonRecord");
        var form = record.IsForm ? Code.Of(", IFormRequest") : Code.Nothing;
        return Code.Text($"{root}, IJson<{name}>{form}");
    }

    private static Code DeclaredField(Property property)
    {
        var hidden = property.IsSecret ? Code.Text($"{Hidden} ") : Code.Nothing;
        var value = property.Constant is null ? Code.Nothing : Code.Text($" = {Constant(property.Constant)}");
        return Code.Text($"{hidden}private {TypeText.Of(property.Field)} {Name.Field(property.Name)}{value};");
    }

    // Reading makes a record before it knows what it holds; only the caller's own `new` has to name what is required, and says by
    // itself which case it is.
    private static bool IsMadeInTwoWays(RecordType record) =>
        record.Properties.Any(static property => property.IsRequired || property.CaseName is not null);

    private static Code Made(RecordType record) => IsMadeInTwoWays(record) ? Code.Of("default(JsonCursor)") : Code.Nothing;

    private static Code Constructors(RecordType record, Name name)
    {
        var names = record.Properties.Where(static property => property.CaseName is not null)
            .Select(static property => Code.Text($" {Name.Field(property.Name)} = {Literal.Of(property.CaseName!)};"))
            .ToList();
        var told = names.Count > 0 ? "Says by itself which case of a union it is." : "What is not assigned is not sent.";
        return !IsMadeInTwoWays(record) ? Code.Nothing : Code.Text($$"""
            /// <summary>{{DocLine.Of(told)}}</summary>
            public {{name}}() {{{Code.Concat(names)}} }

            {{(record.Properties.Any(static property => property.IsRequired) ? Code.Of("[SetsRequiredMembers]") : Code.Nothing)}}
            private {{name}}(JsonCursor _) { }
            """);
    }

    private static Code Visit(RecordType record) => record.Properties.Count == 0
        ? Code.Of("protected override void Visit(ref JsonCursor json, int index) { }")
        : Code.Text($$"""
            protected override void Visit(ref JsonCursor json, int index)
            {
                switch (index)
                {
                    {{Code.Lines(record.Properties.Select(Visit))}}
                }
            }
            """);

    private static Code Visit(Property property, int index) =>
        Code.Text($"case {index}: json.{TypeText.Of(property.Method)}(ref {Name.Field(property.Name)}{Case(property.Case)}); break;");

    private static Code Form(Code visibility, RecordType record, Name name) => Code.Text($$"""
        {{DocEmitter.Emit(record.Doc)}}
        {{visibility}} sealed partial record {{name}} : IFormRequest
        {
            {{Code.Lines(record.Properties.Select(DeclaredField))}}

            {{Code.Blocks(record.Properties.Select(property => Property(record, property)))}}

            {{ToForm(record)}}
        }
        """);

    private static Code ToForm(RecordType record) => Code.Text($$"""
        /// <inheritdoc/>
        public IntercomForm ToForm() => new IntercomForm()
            {{Code.Lines(record.Properties.Select(static property => Part(property, property.Part!)))}};
        """);

    private static Code Part(Property property, FormPart part)
    {
        var type = part.ContentType is null ? Code.Nothing : Code.Text($", {Literal.Of(part.ContentType)}");
        return Code.Text($".{TypeText.Of(part.Method)}({Literal.Of(property.WireName)}, {Name.Of(property.Name)}{type})");
    }

    /// <summary>A property as it is declared, without its accessors.</summary>
    public static Code Signature(Property property) =>
        Code.Text($"{(property.IsRequired ? Code.Of("required ") : Code.Nothing)}{TypeText.Of(property.Type)} {Name.Of(property.Name)}");

    private static Code Property(RecordType record, Property property) => Code.Lines(
    [
        DocEmitter.Emit(property.Doc, DocEmitter.Age(property.Since)),
        MarkEmitter.Obsolete(property.IsDeprecated),
        property.IsSecret ? Hidden : Code.Nothing,
        // A field of its own, because what the compiler adds to an automatic property is an eighth of the assembly.
        Code.Text($"public {Signature(property)} {{ {Get(property)} {Init(record, property)} }}"),
    ]);

    private static Code Get(Property property) => Code.Text($"get => {Name.Field(property.Name)}{Unwrapped(property.Unwrapping)};");

    private static Code Items(RecordType record) => record.Items is not { } items ? Code.Nothing : Code.Text($$"""
        /// <summary>What it lists.</summary>
        public {{Signature(items)}} => {{items.Path}}{{(items.IsNullable ? Code.Of(" ?? []") : Code.Nothing)}};
        """);

    /// <summary>What a record lists, as it is declared.</summary>
    public static Code Signature(ListedItems items) => Code.Text($"IReadOnlyList<{TypeText.Of(items.Item)}> {Name.Of(ListedItems.Name)}");

    // A record that was read holds what was there, a required property missing.
    private static Code Unwrapped(Unwrapping unwrapping) => unwrapping switch
    {
        Unwrapping.Value => Code.Of(".GetValueOrDefault()"),
        Unwrapping.Reference => Code.Of("!"),
        Unwrapping.EmptyText => Code.Of(" ?? \"\""),
        Unwrapping.EmptyList => Code.Of(" ?? []"),
        _ => Code.Nothing,
    };

    private static Code Init(RecordType record, Property property) => record.IsRequest
        ? Code.Text($"init {{ {Name.Field(property.Name)} = value; Assigned({record.Properties.IndexOf(property)}); }}")
        : Code.Text($"init => {Name.Field(property.Name)} = value;");

    private static Code Names(RecordType record)
    {
        var names = Literal.Utf8(record.Properties.Select(static property => property.WireName));
        var aliases = record.Properties.SelectMany((property, index) => property.Aliases.Select(alias => $"{index}:{alias}")).ToList();
        var others = aliases.Count == 0 ? Code.Nothing : Code.Text($", {Literal.Utf8(aliases)}");
        var open = record.IsOpen ? Code.Of(", isOpen: true") : Code.Nothing;
        return Code.Text($"{names}{others}{Always(record)}{open}");
    }

    // A set of bits, in which what stands further behind has no place.
    private static Code Always(RecordType record)
    {
        var always = record.Properties.Take(sizeof(ulong) * 8)
            .Select(static (property, index) => property.IsAlwaysThere ? 1UL << index : 0)
            .Aggregate(0UL, static (all, bit) => all | bit);
        return always == 0 ? Code.Nothing : Code.Text($", always: {Literal.Bits(always)}");
    }

    private static Code Case(CaseTeller? teller) => teller switch
    {
        null => Code.Nothing,
        { Property: null } => Code.Of(", null"),
        _ => Code.Text($", {Name.Field(teller.Property)}{(teller.IsEnum ? Code.Of("?.Value") : Code.Nothing)}"),
    };

    private static Code Constant(Constant constant) => constant switch
    {
        { Text: { } text } => Literal.Of(text),
        { Boolean: { } boolean } => boolean ? Code.Of("true") : Code.Of("false"),
        _ => Code.Text($"{constant.Integer.GetValueOrDefault()}"),
    };

    private static int IndexOf(this EquatableArray<Property> properties, Property property)
    {
        for (var i = 0; i < properties.Count; i++)
            if (ReferenceEquals(properties[i], property))
                return i;
        return -1;
    }
}
