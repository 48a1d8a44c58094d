using Intercom.Generator.Model;

namespace Intercom.Generator.Emit;

/// <summary>A record: its properties, and the one list of them by which the runtime reads and writes it.</summary>
internal static class RecordEmitter
{
    private const string Hidden = "[DebuggerBrowsable(DebuggerBrowsableState.Never)]";

    public static string Emit(string accessibility, RecordType record) => record.IsForm ? Form(accessibility, record) : Code.Text($$"""
        {{DocEmitter.Emit(record.Doc)}}
        [JsonConverter(typeof(JsonModelConverter<{{record.Name}}>))]
        {{accessibility}} sealed partial record {{record.Name}} : {{(record.IsRequest ? "JsonRequest" : "JsonRecord")}}, IJson<{{record.Name}}>
        {
            private static JsonNames? s_names;
            {{Code.Lines(record.Properties.Select(property => $"{(property.IsSecret ? Hidden + " " : "")}private {FieldType(record, property)} {Field(property)}{(property.Constant is null ? "" : " = " + Constant(property))};"))}}

            {{Code.Blocks(record.Properties.Select(property => Property(record, property)).Prepend(Constructors(record)))}}

            /// <inheritdoc/>
            public bool Equals({{record.Name}}? other) => Same(other);

            /// <inheritdoc/>
            public override int GetHashCode() => base.GetHashCode();

            static {{record.Name}} IJson<{{record.Name}}>.Read(ref JsonCursor json) => json.Fill(new {{record.Name}}({{(IsMadeInTwoWays(record) ? "default(JsonCursor)" : "")}}));

            /// <inheritdoc/>
            protected override JsonNames Names => s_names ??= new({{Names(record)}});

            /// <inheritdoc/>
            {{Visit(record)}}

            /// <inheritdoc/>
            protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
        }
        """);

    // Reading makes a record before it knows what it holds; only the caller's own `new` has to name what is required, and says by itself which case it is.
    private static bool IsMadeInTwoWays(RecordType record) => record.Properties.Any(static property => property.IsRequired || property.CaseName is not null);

    private static string Constructors(RecordType record)
    {
        var names = record.Properties.Where(static property => property.CaseName is not null).Select(static property => $" {Field(property)} = {Literal.Of(property.CaseName!)};").ToList();
        return !IsMadeInTwoWays(record) ? "" : Code.Text($$"""
            /// <summary>{{(names.Count > 0 ? "Says by itself which case of a union it is." : "What is not assigned is not sent.")}}</summary>
            public {{record.Name}}() {{{string.Concat(names)}} }

            {{(record.Properties.Any(static property => property.IsRequired) ? "[SetsRequiredMembers]" : "")}}
            private {{record.Name}}(JsonCursor _) { }
            """);
    }

    private static string Visit(RecordType record) => record.Properties.Count == 0
        ? "protected override void Visit(ref JsonCursor json, int index) { }"
        : Code.Text($$"""
            protected override void Visit(ref JsonCursor json, int index)
            {
                switch (index)
                {
                    {{Code.Lines(record.Properties.Select((property, index) => $"case {index}: json.{Method(property)}(ref {Field(property)}{Discriminator(record, property)}); break;"))}}
                }
            }
            """);

    private static string Form(string accessibility, RecordType record) => Code.Text($$"""
        {{DocEmitter.Emit(record.Doc)}}
        {{accessibility}} sealed partial record {{record.Name}} : IFormRequest
        {
            {{Code.Lines(record.Properties.Select(property => $"private {FieldType(record, property)} {Field(property)};"))}}

            {{Code.Blocks(record.Properties.Select(property => Property(record, property)))}}

            /// <inheritdoc/>
            public IntercomForm ToForm() => new IntercomForm()
                {{Code.Lines(record.Properties.Select(static property => $".Add({Literal.Of(property.WireName)}, {property.Name})"))}};
        }
        """);

    /// <summary>A property as it is declared, without its accessors.</summary>
    public static string Signature(RecordType record, Property property) => $"{(property.IsRequired ? "required " : "")}{Type(record, property)} {property.Name}";

    private static string Property(RecordType record, Property property) => Code.Lines(
    [
        DocEmitter.Emit(property.Doc),
        property.IsDeprecated ? "[Obsolete(\"The document marks it as deprecated.\")]" : "",
        property.IsSecret ? Hidden : "",
        // A field of its own, because what the compiler adds to an automatic property is an eighth of the assembly.
        $"public {Signature(record, property)} {{ get => {Field(property)}{Unwrap(record, property)}; {Init(record, property)} }}",
    ]);

    // A record that was read holds what was there, a required property missing.
    private static string Unwrap(RecordType record, Property property) =>
        Type(record, property).EndsWith("?", StringComparison.Ordinal) ? "" : property.Type.IsValue ? ".GetValueOrDefault()" : "!";

    private static string Init(RecordType record, Property property) => record.IsRequest && !record.IsForm
        ? $"init {{ {Field(property)} = value; Assigned({record.Properties.IndexOf(property)}); }}"
        : $"init => {Field(property)} = value;";

    private static string Names(RecordType record)
    {
        var names = Literal.Utf8(record.Properties.Select(static property => property.WireName));
        var aliases = record.Properties.SelectMany((property, index) => property.Aliases.Select(alias => $"{index}:{alias}")).ToList();
        return aliases.Count == 0 ? names : $"{names}, {Literal.Utf8(aliases)}";
    }

    private static string Method(Property property) =>
        property.FillsNow ? "FilledTime"
        : property.IsSecret && property.Type.Kind == TypeKind.Text ? "Secret"
        : TypeText.Method(property.Type) + (property.Type.Kind == TypeKind.Map || property.Type is { Kind: TypeKind.List, Item.IsNamed: false } ? TypeText.Arguments(property.Type) : "");

    private static string Discriminator(RecordType record, Property property)
    {
        if (property.Discriminator is null)
            return "";
        var sibling = record.Properties.FirstOrDefault(other => other.WireName == property.Discriminator);
        return sibling is null ? ", null" : $", {Field(sibling)}{(sibling.Type.Kind == TypeKind.Enum ? "?.Value" : "")}";
    }

    private static string FieldType(RecordType record, Property property) => property.Type.Kind == TypeKind.UnixTime && !property.FillsNow ? "UnixTime" : Underlying(record, property) + "?";

    private static string Type(RecordType record, Property property) => Underlying(record, property) + (property.IsNullable && property.Constant is null ? "?" : "");

    private static string Underlying(RecordType record, Property property) => record.IsRequest && property.Type.Kind == TypeKind.Json ? "IntercomValue" : TypeText.Of(property.Type);

    private static string Constant(Property property) => property.Type.Kind == TypeKind.Boolean ? property.Constant! : Literal.Of(property.Constant!);

    private static string Field(Property property) => "_" + char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);

    private static int IndexOf(this EquatableArray<Property> properties, Property property)
    {
        for (var i = 0; i < properties.Count; i++)
            if (ReferenceEquals(properties[i], property))
                return i;
        return -1;
    }
}
