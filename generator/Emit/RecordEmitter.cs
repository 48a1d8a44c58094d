using Intercom.Generator.Model;

namespace Intercom.Generator.Emit;

/// <summary>A record with the code that reads and writes it.</summary>
internal static class RecordEmitter
{
    public static string Emit(string accessibility, RecordType record) => record.IsForm ? Form(accessibility, record) : Code.Text($$"""
        {{DocEmitter.Emit(record.Doc)}}
        [JsonConverter(typeof(JsonModelConverter<{{record.Name}}>))]
        {{accessibility}} sealed partial record {{record.Name}} : {{(record.Topics.Count > 0 ? "IWebhookNotification" : "IJson")}}<{{record.Name}}>
        {
            private static readonly JsonNames Names = new({{Names(record)}});
            {{(IsTracked(record) ? "private JsonSent _sent;" : "")}}
            {{Code.Lines(record.Properties.Select(property => $"private {Type(record, property)}{(IsRequiredValue(property) ? "?" : "")} {Field(property)}{(property.Constant is null ? "" : " = " + Constant(property))};"))}}
            private JsonProperties? _rest;

            /// <summary>{{(record.IsRequest ? "What is not assigned is not sent." : "An empty one, for tests.")}}</summary>
            public {{record.Name}}() { }

            {{(record.Properties.Any(static property => property.IsRequired) ? "[SetsRequiredMembers]" : "")}}
            private {{record.Name}}(ref JsonInput json)
            {
                var o = JsonInput.Object(Names);
                {{Code.Lines(Siblings(record).Select(static property => $"var {Later(property)} = default(JsonInput);"))}}
                while (o.Next(ref json))
                    {{Cases(record)}}
                _rest = o.Rest;
                {{Code.Lines(Siblings(record).Select(property => ReadLater(record, property)))}}
            }

            {{Code.Blocks(record.Properties.Select(property => Property(record, property)))}}

            /// <summary>Properties that the document does not declare, and values that did not fit; null where there are none.</summary>
            public JsonProperties? AdditionalProperties { get => _rest; init => _rest = value; }

            /// <inheritdoc/>
            public bool Equals({{record.Name}}? other) => JsonModel.Same(this, other);

            /// <inheritdoc/>
            public override int GetHashCode() => JsonModel.Hash(this);

            private bool PrintMembers(StringBuilder text) => JsonModel.Print(this, text);

            {{(record.Topics.Count > 0 ? $"static IReadOnlyList<string> IWebhookNotification<{record.Name}>.Topics => [{string.Join(", ", record.Topics.Select(Literal.Of))}];" : "")}}
            static {{record.Name}} IJson<{{record.Name}}>.Read(ref JsonInput json) => new(ref json);

            void IJson<{{record.Name}}>.Write(JsonOutput json)
            {
                var o = json.Object(Names, _rest{{(IsTracked(record) ? ", _sent" : "")}});
                {{Code.Lines(record.Properties.Select(Write))}}
                o.End();
            }
        }
        """);

    private static string Form(string accessibility, RecordType record) => Code.Text($$"""
        {{DocEmitter.Emit(record.Doc)}}
        {{accessibility}} sealed partial record {{record.Name}}
        {
            {{Code.Lines(record.Properties.Select(property => $"private {Type(record, property)} {Field(property)};"))}}

            {{Code.Blocks(record.Properties.Select(property => Property(record, property)))}}

            /// <summary>The parts to send.</summary>
            public IntercomForm ToForm() => new IntercomForm()
                {{Code.Lines(record.Properties.Select(static property => $".Add({Literal.Of(property.WireName)}, {property.Name})"))}};
        }
        """);

    private static string Property(RecordType record, Property property) => Code.Lines(
    [
        DocEmitter.Emit(property.Doc),
        property.IsDeprecated ? "[Obsolete(\"The document marks it as deprecated.\")]" : "",
        // A field of its own, because what the compiler adds to an automatic property is an eighth of the assembly.
        $"public {(property.IsRequired ? "required " : "")}{Type(record, property)} {property.Name} {{ get => {Field(property)}{(IsRequiredValue(property) && !record.IsForm ? ".GetValueOrDefault()" : "")}; {Init(record, property)} }}",
    ]);

    private static string Init(RecordType record, Property property) => IsTracked(record, property)
        ? $"init {{ {Field(property)} = value; _sent.Add({record.Properties.IndexOf(property)}); }}"
        : $"init => {Field(property)} = value;";

    private static string Names(RecordType record)
    {
        var names = Literal.Utf8(record.Properties.Select(static property => property.WireName));
        var aliases = record.Properties.SelectMany((property, index) => property.Aliases.Select(alias => $"{index}:{alias}")).ToList();
        return aliases.Count == 0 ? names : $"{names}, {Literal.Utf8(aliases)}";
    }

    private static string Cases(RecordType record) => record.Properties.Count == 0 ? "json.Skip();" : Code.Text($$"""
        switch (o.Index)
        {
            {{Code.Lines(record.Properties.Select((property, index) => $"case {index}: {Read(record, property)}; break;"))}}
        }
        """);

    private static string Read(RecordType record, Property property)
    {
        if (property.Discriminator is not null)
            return $"{Later(property)} = json.Later()";
        var value = $"json.{TypeText.Method(property.Type)}{TypeText.Arguments(property.Type)}()";
        if (property.Constant is not null)
            return $"{Field(property)} = {value} ?? {Constant(property)}";
        return $"{(IsTracked(record, property) ? property.Name : Field(property))} = {value}{(property.IsNullable || IsRequiredValue(property) ? "" : property.Type.IsValue ? ".GetValueOrDefault()" : "!")}";
    }

    private static string ReadLater(RecordType record, Property property)
    {
        var sibling = record.Properties.FirstOrDefault(other => other.WireName == property.Discriminator);
        return Code.Text($$"""
            if ({{Later(property)}}.Token != JsonTokenType.None)
                {{property.Name}} = {{Later(property)}}.Named<{{property.Type.Name}}>({{(sibling is null ? "null" : Text(sibling))}});
            """);
    }

    private static string Text(Property property) => property.Type.Kind == TypeKind.Enum ? property.Name + "?.Value" : property.Name;

    private static string Write(Property property, int index)
    {
        var method = property.FillsNow ? "FilledTime" : property.IsSecret && property.Type.Kind == TypeKind.Text ? "SecretText" : property.Type.Kind == TypeKind.AnyTime ? "UnixTime" : TypeText.Method(property.Type);
        var arguments = property.Type.Kind is TypeKind.List or TypeKind.Map ? TypeText.Arguments(property.Type) : property.Type.IsNamed ? $"<{property.Type.Name}>" : "";
        return $"o.{method}{arguments}({index}, {(IsRequiredValue(property) ? Field(property) : property.Name)});";
    }

    private static string Type(RecordType record, Property property)
    {
        var type = record.IsRequest && property.Type.Kind == TypeKind.Json ? "IntercomValue" : TypeText.Of(property.Type);
        return property.IsNullable && property.Constant is null ? type + "?" : type;
    }

    private static string Constant(Property property) => property.Type.Kind == TypeKind.Boolean ? property.Constant! : Literal.Of(property.Constant!);

    private static string Field(Property property) => "_" + char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);

    private static string Later(Property property) => "later" + property.Name;

    private static IEnumerable<Property> Siblings(RecordType record) => record.Properties.Where(static property => property.Discriminator is not null);

    private static bool IsTracked(RecordType record) => record.Properties.Any(property => IsTracked(record, property));

    private static bool IsTracked(RecordType record, Property property) => record.IsRequest && !record.IsForm && !property.IsRequired && property.Constant is null;

    // Reading can find nothing where a value is required. A field that is null then keeps it from being written as zero.
    private static bool IsRequiredValue(Property property) => property.IsRequired && !property.IsNullable && property.Constant is null && property.Type.IsValue;

    private static int IndexOf(this EquatableArray<Property> properties, Property property)
    {
        for (var i = 0; i < properties.Count; i++)
            if (ReferenceEquals(properties[i], property))
                return i;
        return -1;
    }
}
