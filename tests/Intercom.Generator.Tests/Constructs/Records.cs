using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests.Constructs;

public sealed class Records
{
    [Fact]
    public void An_object_is_a_record_that_reads_and_writes_itself() => Generation.Of(SpecInput.Schemas(
        """
        tag_list:
          type: object
          description: A list of tags.
          properties:
            name: { type: string, description: The name of the list. }
            total: { type: integer }
        """)).Compiles().Emits(
        """
        /// <summary>A list of tags.</summary>
        [JsonConverter(typeof(JsonModelConverter<TagList>))]
        public sealed partial record TagList : JsonRecord, IJson<TagList>
        {
            private static JsonNames? s_names;
            private string? _name;
            private long? _total;

            /// <summary>The name of the list.</summary>
            public string? Name { get => _name; init => _name = value; }

            /// <summary>The total.</summary>
            public long? Total { get => _total; init => _total = value; }

            /// <inheritdoc/>
            public bool Equals(TagList? other) => Same(other);

            /// <inheritdoc/>
            public override int GetHashCode() => base.GetHashCode();

            static TagList IJson<TagList>.Read(ref JsonCursor json) => json.Fill(new TagList());

            /// <inheritdoc/>
            protected override JsonNames Names => s_names ??= new("name\0total"u8);

            /// <inheritdoc/>
            protected override void Visit(ref JsonCursor json, int index)
            {
                switch (index)
                {
                    case 0: json.Text(ref _name); break;
                    case 1: json.Integer(ref _total); break;
                }
            }

            /// <inheritdoc/>
            protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
        }
        """);

    [Theory]
    [InlineData("{ type: string }", "string?")]
    [InlineData("{ type: integer }", "long?")]
    [InlineData("{ type: number }", "double?")]
    [InlineData("{ type: boolean }", "bool?")]
    [InlineData("{ type: string, format: date-time }", "DateTimeOffset?")]
    [InlineData("{ type: integer, format: date-time }", "DateTimeOffset?")]
    [InlineData("{ oneOf: [ { type: integer }, { type: string, format: date-time } ] }", "DateTimeOffset?")]
    [InlineData("{ type: array, items: { type: string } }", "IReadOnlyList<string>?")]
    [InlineData("{ type: array, items: { type: array, items: { type: integer } } }", "IReadOnlyList<IReadOnlyList<long>>?")]
    [InlineData("{ type: array }", "IReadOnlyList<JsonElement>?")]
    [InlineData("{ type: object, additionalProperties: { type: string } }", "IReadOnlyDictionary<string, string>?")]
    [InlineData("{ type: object, additionalProperties: { type: integer } }", "IReadOnlyDictionary<string, long>?")]
    [InlineData("{ type: object }", "JsonElement?")]
    [InlineData("{}", "JsonElement?")]
    [InlineData("{ type: string, nullable: true }", "string?")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/other' } }", "IReadOnlyList<Other>?")]
    [InlineData("{ $ref: '#/components/schemas/other' }", "Other?")]
    [InlineData("{ $ref: '#/components/schemas/other', nullable: true }", "Other?")]
    public void A_property_has_the_type_of_its_schema(string schema, string type) => Generation.Of(SpecInput.Schemas(
        $$"""
        thing:
          type: object
          properties:
            value: {{schema}}
        other:
          type: object
          properties:
            id: { type: string }
        """)).Compiles().Emits(type.StartsWith("IReadOnlyList", StringComparison.Ordinal)
            ? $"public {type.TrimEnd('?')} Value {{ get => _value ?? []; init => _value = value; }}"
            : $"public {type} Value {{ get => _value; init => _value = value; }}");

    [Theory]
    [InlineData("created_at", "DateTimeOffset?")]
    [InlineData("snoozed_until", "DateTimeOffset?")]
    [InlineData("waiting_since", "DateTimeOffset?")]
    [InlineData("time_to_reply", "long?")]
    public void An_integer_is_a_time_where_its_name_says_so(string name, string type) => Generation.Of(SpecInput.Schemas(
        $$"""
        thing:
          type: object
          properties:
            {{name}}: { type: integer }
        """)).Compiles()
        .Emits($"public {type} {Generator.Naming.Identifier.Pascal(name)} "
            + $"{{ get => _{Generator.Naming.Identifier.Camel(name)}; init => _{Generator.Naming.Identifier.Camel(name)} = value; }}");

    [Fact]
    public void Free_attributes_are_a_map_of_any_values() => Generation.Of(SpecInput.Schemas(
        """
        thing:
          type: object
          properties:
            custom_attributes: { type: object, additionalProperties: { type: string } }
        """)).Compiles().Emits("public JsonProperties? CustomAttributes { get => _customAttributes; init => _customAttributes = value; }");

    [Fact]
    public void A_property_called_like_its_type_gets_a_suffix() => Generation.Of(SpecInput.Schemas(
        """
        article:
          type: object
          properties:
            article: { type: string }
            articles: { type: array, items: { type: string } }
        """)).Compiles().Emits(
        """
        public string? ArticleValue { get => _articleValue; init => _articleValue = value; }
        """).Emits(
        """
        public IReadOnlyList<string> Articles { get => _articles ?? []; init => _articles = value; }
        """);

    [Fact]
    public void A_list_called_like_its_type_is_its_items() => Generation.Of(SpecInput.Schemas(
        """
        articles:
          type: object
          properties:
            articles: { type: array, items: { type: string } }
        """)).Compiles().Emits("public IReadOnlyList<string> Items { get => _items ?? []; init => _items = value; }");

    [Fact]
    public void An_inline_object_is_called_after_its_owner_and_property() => Generation.Of(SpecInput.Schemas(
        """
        contact:
          type: object
          properties:
            location_data:
              type: object
              properties: { city: { type: string } }
            social_profiles:
              type: array
              items: { type: object, properties: { url: { type: string } } }
        """)).Compiles()
        .Emits("public sealed partial record ContactLocationData : JsonRecord, IJson<ContactLocationData>")
        .Emits("public ContactLocationData? LocationData { get => _locationData; init => _locationData = value; }")
        .Emits("public IReadOnlyList<ContactSocialProfile> SocialProfiles "
            + "{ get => _socialProfiles ?? []; init => _socialProfiles = value; }");

    [Fact]
    public void All_of_and_the_properties_beside_it_are_one_record() => Generation.Of(SpecInput.Schemas(
        """
        contact:
          type: object
          properties: { id: { type: string }, email: { type: string } }
        created_contact:
          allOf: [ { $ref: '#/components/schemas/contact' } ]
          properties: { enabled_push_messaging: { type: boolean } }
        """)).Compiles()
        .Emits("""protected override JsonNames Names => s_names ??= new("id\0email\0enabled_push_messaging"u8, always: 0x1);""");

    [Fact]
    public void What_comes_later_in_all_of_wins() => Generation.Of(SpecInput.Schemas(
        """
        a: { type: object, properties: { age: { type: string } } }
        b:
          allOf:
            - $ref: '#/components/schemas/a'
            - { type: object, properties: { age: { type: integer } } }
        """)).Compiles()
        .Emits("public string? Age { get => _age; init => _age = value; }")
        .Emits("public long? Age { get => _age; init => _age = value; }");

    [Fact]
    public void A_deprecated_property_is_obsolete() => Generation.Of(SpecInput.Schemas(
        """
        thing: { type: object, properties: { old: { type: string, deprecated: true, description: Once used. } } }
        """)).Compiles().Emits(
        """
        /// <summary>Once used.</summary>
        [Obsolete("The document marks it as deprecated.")]
        public string? Old { get => _old; init => _old = value; }
        """);

    [Fact]
    public void A_deprecated_property_that_must_be_assigned_can_be() => Generation.Of(
        SpecInput.Paths(
            """
            /things:
              post:
                requestBody:
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/thing' }
                responses: { '204': { description: none } }
            """,
            "thing: { type: object, required: [old], properties: { old: { type: string, deprecated: true } } }"),
        "class Program { static readonly object Made = new Intercom.Models.Thing { Old = \"\" }; }").Compiles()
        .Emits("public required string Old { get => _old!; init { _old = value; Assigned(0); } }");

    [Fact]
    public void A_password_is_written_as_a_secret_and_hidden_from_debuggers() => Generation.Of(SpecInput.Schemas(
        """
        thing: { type: object, properties: { token: { type: string, format: password } } }
        """)).Compiles().Emits("case 0: json.Secret(ref _token); break;").Emits(
        """
        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        public string? Token { get => _token; init => _token = value; }
        """).Emits("[DebuggerBrowsable(DebuggerBrowsableState.Never)] private string? _token;");

    [Fact]
    public void An_alias_is_read_into_the_property() => Generation.Of(SpecInput.Schemas(
        """
        thing:
          type: object
          properties:
            type: { type: string }
            notes: { type: array, x-intercom-aliases: [ remarks ], items: { $ref: '#/components/schemas/note' } }
        note: { type: object, properties: { id: { type: string } } }
        """)).Compiles()
        .Emits("""protected override JsonNames Names => s_names ??= new("type\0notes"u8, "1:remarks\01:data"u8, always: 0x1);""");

    [Fact]
    public void An_alias_that_starts_with_a_digit_is_no_other_character() => Generation.Of(SpecInput.Schemas(
        """
        thing: { type: object, properties: { '1a': { type: string }, b: { type: string } } }
        """)).Compiles().Emits("public string? _1a { get => __1a; init => __1a = value; }");

    [Fact]
    public void A_record_can_hold_itself() => Generation.Of(SpecInput.Schemas(
        """
        node:
          type: object
          properties:
            parent: { $ref: '#/components/schemas/node' }
            children: { type: array, items: { $ref: '#/components/schemas/node' } }
        """)).Compiles()
        .Emits("public Node? Parent { get => _parent; init => _parent = value; }")
        .Emits("public IReadOnlyList<Node> Children { get => _children ?? []; init => _children = value; }");
}
