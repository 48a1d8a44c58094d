using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>A record: its properties, and the one list of them by which the runtime reads and writes it.</summary>
internal static class RecordEmitter
{
    private static readonly Code Hidden = Code.Of("[DebuggerBrowsable(DebuggerBrowsableState.Never)]");

    public static Code Emit(Code visibility, RecordType record) =>
        record.IsForm ? Form(visibility, record, Name.Of(record.Name)) : Json(visibility, record, Name.Of(record.Name));

    private static Code Json(Code visibility, RecordType record, Name name) => Code.Text($$"""
        {{DocEmitter.Emit(record.Doc)}}
        [JsonConverter(typeof(JsonModelConverter<{{name}}>))]
        {{visibility}} sealed partial record {{name}} : {{(record.IsRequest ? Code.Of("JsonRequest") : Code.Of("JsonRecord"))}}, IJson<{{name}}>
        {
            private static JsonNames? s_names;
            {{Code.Lines(record.Properties.Select(property => DeclaredField(record, property)))}}

            {{Code.Blocks(record.Properties.Select(property => Property(record, property)).Prepend(Constructors(record, name)))}}

            /// <inheritdoc/>
            public bool Equals({{name}}? other) => Same(other);

            /// <inheritdoc/>
            public override int GetHashCode() => base.GetHashCode();

            static {{name}} IJson<{{name}}>.Read(ref JsonCursor json) => json.Fill(new {{name}}({{(IsMadeInTwoWays(record) ? Code.Of("default(JsonCursor)") : Code.Nothing)}}));

            /// <inheritdoc/>
            protected override JsonNames Names => s_names ??= new({{Names(record)}});

            /// <inheritdoc/>
            {{Visit(record)}}

            /// <inheritdoc/>
            protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
        }
        """);

    private static Code DeclaredField(RecordType record, Property property)
    {
        var hidden = property.IsSecret ? Code.Text($"{Hidden} ") : Code.Nothing;
        var value = property.Constant is null ? Code.Nothing : Code.Text($" = {Constant(property)}");
        return Code.Text($"{hidden}private {FieldType(record, property)} {Name.Field(property.Name)}{value};");
    }

    // Reading makes a record before it knows what it holds; only the caller's own `new` has to name what is required, and says by itself which case it is.
    private static bool IsMadeInTwoWays(RecordType record) => record.Properties.Any(static property => property.IsRequired || property.CaseName is not null);

    private static Code Constructors(RecordType record, Name name)
    {
        var names = record.Properties.Where(static property => property.CaseName is not null)
            .Select(static property => Code.Text($" {Name.Field(property.Name)} = {Literal.Of(property.CaseName!)};"))
            .ToList();
        return !IsMadeInTwoWays(record) ? Code.Nothing : Code.Text($$"""
            /// <summary>{{DocLine.Of(names.Count > 0 ? "Says by itself which case of a union it is." : "What is not assigned is not sent.")}}</summary>
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
                    {{Code.Lines(record.Properties.Select((property, index) => Visit(record, property, index)))}}
                }
            }
            """);

    private static Code Visit(RecordType record, Property property, int index) =>
        Code.Text($"case {index}: json.{Method(property)}(ref {Name.Field(property.Name)}{Discriminator(record, property)}); break;");

    private static Code Form(Code visibility, RecordType record, Name name) => Code.Text($$"""
        {{DocEmitter.Emit(record.Doc)}}
        {{visibility}} sealed partial record {{name}} : IFormRequest
        {
            {{Code.Lines(record.Properties.Select(property => Code.Text($"private {FieldType(record, property)} {Name.Field(property.Name)};")))}}

            {{Code.Blocks(record.Properties.Select(property => Property(record, property)))}}

            /// <inheritdoc/>
            public IntercomForm ToForm() => new IntercomForm()
                {{Code.Lines(record.Properties.Select(static property => Code.Text($".Add({Literal.Of(property.WireName)}, {Name.Of(property.Name)})")))}};
        }
        """);

    /// <summary>A property as it is declared, without its accessors.</summary>
    public static Code Signature(RecordType record, Property property) =>
        Code.Text($"{(property.IsRequired ? Code.Of("required ") : Code.Nothing)}{Type(record, property)} {Name.Of(property.Name)}");

    private static Code Property(RecordType record, Property property) => Code.Lines(
    [
        DocEmitter.Emit(property.Doc),
        property.IsDeprecated ? Code.Of("[Obsolete(\"The document marks it as deprecated.\")]") : Code.Nothing,
        property.IsSecret ? Hidden : Code.Nothing,
        // A field of its own, because what the compiler adds to an automatic property is an eighth of the assembly.
        Code.Text($"public {Signature(record, property)} {{ get => {Name.Field(property.Name)}{Unwrap(record, property)}; {Init(record, property)} }}"),
    ]);

    // A record that was read holds what was there, a required property missing.
    private static Code Unwrap(RecordType record, Property property) =>
        IsNullable(property) ? Code.Nothing : property.Type.IsValue ? Code.Of(".GetValueOrDefault()") : Code.Of("!");

    private static Code Init(RecordType record, Property property) => record.IsRequest && !record.IsForm
        ? Code.Text($"init {{ {Name.Field(property.Name)} = value; Assigned({record.Properties.IndexOf(property)}); }}")
        : Code.Text($"init => {Name.Field(property.Name)} = value;");

    private static Code Names(RecordType record)
    {
        var names = Literal.Utf8(record.Properties.Select(static property => property.WireName));
        var aliases = record.Properties.SelectMany((property, index) => property.Aliases.Select(alias => $"{index}:{alias}")).ToList();
        return aliases.Count == 0 ? names : Code.Text($"{names}, {Literal.Utf8(aliases)}");
    }

    private static Code Method(Property property) =>
        property.FillsNow ? Code.Of("FilledTime")
        : property.IsSecret && property.Type.Kind == TypeKind.Text ? Code.Of("Secret")
        : property.Type.Kind == TypeKind.Map || property.Type is { Kind: TypeKind.List, Item.IsNamed: false }
            ? Code.Text($"{TypeText.Method(property.Type)}{TypeText.Arguments(property.Type)}")
            : TypeText.Method(property.Type);

    private static Code Discriminator(RecordType record, Property property)
    {
        if (property.Discriminator is null)
            return Code.Nothing;
        var sibling = record.Properties.FirstOrDefault(other => other.WireName == property.Discriminator);
        if (sibling is null)
            return Code.Of(", null");
        return Code.Text($", {Name.Field(sibling.Name)}{(sibling.Type.Kind == TypeKind.Enum ? Code.Of("?.Value") : Code.Nothing)}");
    }

    private static Code FieldType(RecordType record, Property property) =>
        property.Type.Kind == TypeKind.UnixTime && !property.FillsNow ? Code.Of("UnixTime") : Code.Text($"{Underlying(record, property)}?");

    private static bool IsNullable(Property property) => property.IsNullable && property.Constant is null;

    private static Code Type(RecordType record, Property property) =>
        IsNullable(property) ? Code.Text($"{Underlying(record, property)}?") : Underlying(record, property);

    private static Code Underlying(RecordType record, Property property) =>
        record.IsRequest && property.Type.Kind == TypeKind.Json ? Code.Of("IntercomValue") : TypeText.Of(property.Type);

    private static Code Constant(Property property) => property.Type.Kind == TypeKind.Boolean
        ? property.Constant == "true" ? Code.Of("true") : Code.Of("false")
        : Literal.Of(property.Constant!);

    private static int IndexOf(this EquatableArray<Property> properties, Property property)
    {
        for (var i = 0; i < properties.Count; i++)
            if (ReferenceEquals(properties[i], property))
                return i;
        return -1;
    }
}
