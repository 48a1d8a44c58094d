using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests.Constructs;

public sealed class Unions
{
    private const string Animals =
        """

        cat: { type: object, required: [ type, claws ], properties: { type: { type: string }, claws: { type: integer } } }
        dog: { type: object, required: [ type, bark ], properties: { type: { type: string }, bark: { type: string } } }
        """;

    [Fact]
    public void One_of_some_components_is_a_union_of_their_types() => Generation.Of(SpecInput.Schemas(
        """
        animal:
          description: A pet.
          oneOf: [ { $ref: '#/components/schemas/cat' }, { $ref: '#/components/schemas/dog' } ]
          discriminator: { propertyName: type, mapping: { cat: '#/components/schemas/cat', big_dog: '#/components/schemas/dog' } }
        """ + Animals)).Compiles().Emits(
        """
        /// <summary>A pet.</summary>
        /// <remarks>One of <see cref="Cat"/>, <see cref="Dog"/>, or any other JSON value.</remarks>
        [Union]
        [JsonConverter(typeof(JsonModelConverter<Animal>))]
        [DebuggerDisplay("{Value}")]
        public readonly partial struct Animal : IJson<Animal>, IEquatable<Animal>
        {
            /// <summary>Holds a Cat.</summary>
            /// <param name="value">The value.</param>
            public Animal(Cat value) => Value = value;

            /// <summary>Gets the Cat, where it is one.</summary>
            /// <param name="value">The value.</param>
            public bool TryGetValue([NotNullWhen(true)] out Cat? value) => (value = Value as Cat) is not null;

            /// <summary>Takes a Cat.</summary>
            /// <param name="value">The value.</param>
            public static implicit operator Animal(Cat value) => new(value);
        """).Emits(
        """
        static Animal IJson<Animal>.Read(ref JsonCursor json)
        {
            if (json.Token == JsonTokenType.StartObject)
                switch (json.Peek("type"))
                {
                    case "cat": return new(json.Record<Cat>()!);
                    case "dog": case "big_dog": return new(json.Record<Dog>()!);
                    case null:
                        switch (json.Nearest([JsonShape<Cat>.Names, JsonShape<Dog>.Names]))
                        {
                            case 0: return new(json.Record<Cat>()!);
                            case 1: return new(json.Record<Dog>()!);
                        }
                        break;
                }
            return new(json.Raw());
        }
        """);

    [Fact]
    public void Without_a_discriminator_what_declares_most_of_an_object_decides() => Generation.Of(SpecInput.Schemas(
        """
        animal:
          oneOf: [ { $ref: '#/components/schemas/cat' }, { $ref: '#/components/schemas/dog' } ]
        """ + Animals)).Compiles().Emits(
        """
        static Animal IJson<Animal>.Read(ref JsonCursor json)
        {
            switch (json.Nearest([JsonShape<Cat>.Names, JsonShape<Dog>.Names], orFirst: true))
            {
                case 0: return new(json.Record<Cat>()!);
                case 1: return new(json.Record<Dog>()!);
            }
            if (json.Token == JsonTokenType.StartObject && json.Has("claws")) return new(json.Record<Cat>()!);
            if (json.Token == JsonTokenType.StartObject && json.Has("bark")) return new(json.Record<Dog>()!);
            return new(json.Raw());
        }
        """);

    [Fact]
    public void What_no_name_tells_is_told_by_its_kind_and_what_has_any_names_by_its_values() => Generation.Of(SpecInput.Schemas(
        """
        animal:
          oneOf:
            - { $ref: '#/components/schemas/cat' }
            - { type: object, additionalProperties: { type: integer } }
            - { type: object, additionalProperties: { type: boolean } }
            - { type: string }
          discriminator: { propertyName: type }
        pet: { oneOf: [ { $ref: '#/components/schemas/cat' }, { type: object, additionalProperties: { type: integer } } ] }
        """ + Animals)).Compiles().Emits(
        """
                case null:
                    switch (json.Nearest([JsonShape<Cat>.Names]))
                    {
                        case 0: return new(json.Record<Cat>()!);
                    }
                    break;
            }
        """).Emits(
        "if (json.Token == JsonTokenType.StartObject && json.Peek(\"type\") is null"
            + " && json.Fits<IReadOnlyDictionary<string, long>, JsonMapOf<long, JsonInteger>>())"
            + " return new(json.Map<long, JsonInteger>()!);")
        .Emits(
        """
        if (json.Token == JsonTokenType.StartObject && json.Peek("type") is null) return new(json.Map<bool, JsonBoolean>()!);
        if (json.Token == JsonTokenType.String) return new(json.Text()!);
        return new(json.Raw());
        """).Emits(
        """
        static Pet IJson<Pet>.Read(ref JsonCursor json)
        {
            switch (json.Nearest([JsonShape<Cat>.Names], orFirst: true))
            {
                case 0: return new(json.Record<Cat>()!);
            }
            if (json.Token == JsonTokenType.StartObject) return new(json.Map<long, JsonInteger>()!);
            return new(json.Raw());
        }
        """);

    [Fact]
    public void A_constant_that_each_pins_is_the_discriminator() => Generation.Of(SpecInput.Schemas(
        """
        animal:
          oneOf: [ { $ref: '#/components/schemas/cat' }, { $ref: '#/components/schemas/dog' } ]
        cat: { type: object, properties: { type: { type: string, enum: [ cat ] } } }
        dog: { type: object, properties: { type: { type: string, enum: [ dog ] } } }
        """)).Compiles().Emits("""switch (json.Peek("type"))""").Emits("""case "dog": return new(json.Record<Dog>()!);""");

    [Fact]
    public void A_new_case_says_which_it_is_and_one_that_was_read_what_it_said() => Generation.Of(SpecInput.Schemas(
        """
        animal:
          oneOf: [ { $ref: '#/components/schemas/cat' }, { $ref: '#/components/schemas/dog' } ]
          discriminator: { propertyName: type, mapping: { big_dog: '#/components/schemas/dog' } }
        """ + Animals)).Compiles().Emits(
        """
        /// <summary>Says by itself which case of a union it is.</summary>
        public Dog() { _type = "big_dog"; }

        private Dog(JsonCursor _) { }
        """)
        .Emits("""public string Type { get => _type ?? ""; init => _type = value; }""")
        .Emits("static Dog IJson<Dog>.Read(ref JsonCursor json) => json.Fill(new Dog(default(JsonCursor)));");

    [Fact]
    public void A_sibling_can_be_the_discriminator() => Generation.Of(SpecInput.Schemas(
        """
        event:
          type: object
          properties:
            kind: { type: string }
            animal:
              x-intercom-discriminator: kind
              oneOf: [ { $ref: '#/components/schemas/cat' }, { $ref: '#/components/schemas/dog' } ]
        """ + Animals)).Compiles()
        .Emits("public readonly partial struct EventAnimal : INamedJson<EventAnimal>, IEquatable<EventAnimal>")
        .Emits("case 1: json.Value(ref _animal, _kind); break;");

    [Fact]
    public void Kinds_of_values_tell_themselves_apart() => Generation.Of(SpecInput.Schemas(
        """
        amount: { oneOf: [ { type: string }, { type: integer }, { type: array, items: { type: string } } ] }
        """)).Compiles().Emits(
        """
        if (json.Token == JsonTokenType.String) return new(json.Text()!);
        if (json.IsInteger) return new(json.Integer().GetValueOrDefault());
        if (json.FirstItem() is JsonTokenType.String or JsonTokenType.EndArray) return new(json.List<string, JsonText>()!);
        """).Emits("public static implicit operator Amount(string[] value) => new(value);");

    [Fact]
    public void Text_or_a_number_is_either() => Generation.Of(SpecInput.Schemas(
        """
        thing: { type: object, properties: { amount: { oneOf: [ { type: string }, { type: integer } ] } } }
        """)).Compiles()
        .Emits("public ThingAmount? Amount { get => _amount; init => _amount = value; }")
        .Emits("if (json.IsInteger) return new(json.Integer().GetValueOrDefault());")
        .Emits("if (json.Token == JsonTokenType.String) return new(json.Text()!);");

    [Fact]
    public void A_map_is_a_case_that_a_dictionary_converts_to() => Generation.Of(SpecInput.Schemas(
        """
        amount: { oneOf: [ { type: object, additionalProperties: { type: string } }, { type: string } ] }
        """)).Compiles().Emits("public static implicit operator Amount(Dictionary<string, string> value) => new(value);");

    [Fact]
    public void Any_value_is_no_case_of_its_own_and_neither_is_a_second_time() => Generation.Of(SpecInput.Schemas(
        """
        amount:
          oneOf:
            - $ref: '#/components/schemas/nothing'
            - { type: string, format: date-time }
            - { type: integer, format: date-time }
            - { type: boolean }
        """)).Compiles()
        .Emits("public Amount(DateTimeOffset value) => Value = value;")
        .Emits("public Amount(bool value) => Value = value;");

    [Fact]
    public void One_of_that_only_says_what_is_required_makes_no_union() => Generation.Of(SpecInput.Schemas(
        """
        thing:
          type: object
          properties: { id: { type: string }, email: { type: string } }
          oneOf: [ { required: [ id ] }, { required: [ email ] } ]
        """)).Compiles().Emits("public sealed partial record Thing : JsonRecord, IJson<Thing>").Omits("struct Thing");

    [Fact]
    public void One_of_a_single_schema_is_that_schema() => Generation.Of(SpecInput.Schemas(
        """
        thing: { type: object, properties: { pet: { oneOf: [ { $ref: '#/components/schemas/cat' } ] } } }
        """ + Animals)).Compiles().Emits("public Cat? Pet { get => _pet; init => _pet = value; }").Omits("struct");

    [Fact]
    public void Inline_objects_without_a_constant_are_one_record_of_all_their_properties() => Generation.Of(SpecInput.Schemas(
        """
        thing:
          oneOf:
            - { type: object, required: [ id ], properties: { id: { type: string } } }
            - { type: object, required: [ email ], properties: { email: { type: string } } }
        """)).Compiles()
        .Emits("""protected override JsonNames Names => s_names ??= new("id\0email"u8, always: 0x1);""")
        .Omits("struct Thing");

    [Fact]
    public void Lists_of_different_things_are_a_list_of_a_union() => Generation.Of(SpecInput.Schemas(
        """
        thing:
          type: object
          properties:
            pets:
              oneOf:
                - { type: array, items: { $ref: '#/components/schemas/cat' } }
                - { type: array, items: { $ref: '#/components/schemas/dog' } }
        """ + Animals)).Compiles().Emits("public IReadOnlyList<ThingPetsItem> Pets { get => _pets ?? []; init => _pets = value; }");

    [Fact]
    public void The_same_cases_are_the_same_union_where_it_is_said_alone() => Generation.Of(SpecInput.Schemas(
        """
        a: { type: object, properties: { pet: { oneOf: [ { $ref: '#/components/schemas/cat' }, { $ref: '#/components/schemas/dog' } ] } } }
        b: { type: object, properties: { pet: { oneOf: [ { $ref: '#/components/schemas/cat' }, { $ref: '#/components/schemas/dog' } ] } } }
        """ + Animals)).Compiles()
        .Emits("public APet? Pet { get => _pet; init => _pet = value; }")
        .Emits("public BPet? Pet { get => _pet; init => _pet = value; }");

    [Fact]
    public void All_of_in_a_case_keeps_what_it_is_composed_of() => Generation.Of(SpecInput.Schemas(
        """
        reply: { oneOf: [ { $ref: '#/components/schemas/admin_reply' }, { $ref: '#/components/schemas/contact_reply' } ] }
        base_reply: { type: object, properties: { body: { type: string } } }
        admin_reply: { type: object, required: [ admin_id ], properties: { admin_id: { type: string } } }
        contact_reply:
          allOf: [ { $ref: '#/components/schemas/base_reply' } ]
          required: [ contact_id ]
          properties: { contact_id: { type: string } }
        """)).Compiles().Emits("""protected override JsonNames Names => s_names ??= new("body\0contact_id"u8);""");

    [Theory]
    [InlineData("animal: { oneOf: [ { $ref: '#/components/schemas/cat' } ], discriminator: { propertyName: kind, "
        + "mapping: { a: animal, c: cat } } }")]
    [InlineData("animal: { oneOf: [ { $ref: '#/components/schemas/animal' }, { $ref: '#/components/schemas/cat' } ] }")]
    [InlineData("animal: { type: object, discriminator: { propertyName: kind, mapping: { a: animal } }, "
        + "properties: { kind: { type: string } } }\ndog: { allOf: [ { $ref: '#/components/schemas/animal' } ] }")]
    [InlineData("animal: { oneOf: [ { $ref: '#/components/schemas/other' } ] }\n"
        + "other: { oneOf: [ { $ref: '#/components/schemas/animal' } ] }")]
    [InlineData("animal: { oneOf: [ { type: boolean }, { $ref: '#/components/schemas/other' } ] }\n"
        + "other: { oneOf: [ { type: integer }, { $ref: '#/components/schemas/animal' } ] }")]
    [InlineData("animal: { oneOf: [ { type: boolean }, { type: string, x-intercom-type: Animal, enum: [ a, b ] } ] }")]
    [InlineData("animal: { oneOf: [ { type: boolean }, { type: object, title: Cat, x-intercom-type: Animal, "
        + "properties: { a: { type: string } } } ] }")]
    public void A_union_is_no_case_of_itself(string schemas) => Generation.Of(SpecInput.Schemas(
        schemas + "\ncat: { type: object, properties: { kind: { type: string } } }"))
        .Compiles().Omits("implicit operator Animal(Animal ");

    [Theory]
    [InlineData("{ type: boolean }", false)]
    [InlineData("{}", false)]
    [InlineData("{ type: integer }", false)]
    [InlineData("{ type: integer, format: date-time }", false)]
    [InlineData("{ type: array, items: { type: string } }", false)]
    [InlineData("{ type: object, properties: { a: { type: string } } }", false)]
    [InlineData("{ oneOf: [ { type: string }, { type: integer } ] }", false)]
    [InlineData("{ type: string, format: byte }", false)]
    [InlineData("{ type: string }", true)]
    [InlineData("{ type: string, enum: [ cat, dog ] }", true)]
    public void Only_a_text_beside_a_union_tells_its_cases_apart(string teller, bool tells)
    {
        var generation = Generation.Of(SpecInput.Schemas($$"""
            cat: { type: object, properties: { a: { type: string } } }
            dog: { type: object, properties: { b: { type: string } } }
            holder:
              type: object
              properties:
                kind: {{teller}}
                pet:
                  oneOf: [ { $ref: '#/components/schemas/cat' }, { $ref: '#/components/schemas/dog' } ]
                  x-intercom-discriminator: kind
            """));
        Assert.Empty(generation.Complaints);
        Assert.Equal(tells, generation.Run.Diagnostics.All(static d => d.Id != "IC1007"));
    }

    [Theory]
    [InlineData("{ anyOf: [ { type: integer, minimum: 1 }, { type: integer, maximum: -1 } ] }", "long?")]
    [InlineData("{ oneOf: [ { type: integer }, { type: string, format: date-time } ] }", "DateTimeOffset?")]
    [InlineData("{ oneOf: [ { type: integer, enum: [ 1 ] }, { type: integer, format: int64 } ] }", "HostN?")]
    public void Numbers_alone_are_no_times(string schema, string type) => Generation.Of(SpecInput.Schemas(
        $"host: {{ type: object, properties: {{ n: {schema} }} }}")).Compiles()
        .Emits($"public {type} N {{ get => _n; init => _n = value; }}");

    [Theory]
    [InlineData("{ type: object, properties: { a: { type: string } } }", "{ type: object, properties: { b: { type: string } } }", true)]
    [InlineData("{ type: object, properties: { a: { type: string } } }", "{ type: object, properties: { a: { type: string } } }", false)]
    [InlineData("{ type: array, items: { type: string } }", "{ type: array, items: { type: integer } }", true)]
    [InlineData("{ type: string }", "{ type: string }", false)]
    [InlineData("{ type: string }", "{ type: boolean }", true)]
    public void Of_two_media_types_that_say_something_else_the_one_that_is_not_asked_for_is_said(string one, string other, bool isSaid)
    {
        var generation = Generation.Of(SpecInput.Paths($$"""
            /things:
              get:
                responses:
                  '200':
                    description: It.
                    content:
                      text/json: { schema: {{other}} }
                      application/json: { schema: {{one}} }
            """)).Compiles();
        if (!isSaid)
            Assert.DoesNotContain(generation.Run.Diagnostics, static said => said.Id == "IC1006");
        else
            Assert.Contains("text/json beside application/json", generation.Single("IC1006").GetMessage(null), StringComparison.Ordinal);
    }
}
