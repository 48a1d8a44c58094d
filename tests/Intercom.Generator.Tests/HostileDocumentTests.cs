using System.Text.Json;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Intercom.Generator.Tests;

/// <summary>Whatever a document says is data: it can give odd names, never code.</summary>
public sealed class HostileDocumentTests
{
    public static TheoryData<string> Texts { get; } = new()
    {
        "\"; class Injected { } //",
        "\\\"; class Injected { } //",
        "*/ class Injected { } /*",
        "\"\"\" + Injected() + \"\"\"",
        "</summary><Injected/>",
        "]]> & <Injected attribute='x\">",
        "\n#error Injected\n",
        "\r#pragma warning restore\r",
        "\u2028class Injected { }\u2029#error Injected",
        "\u0085class Injected { }",
        "\u202e} class Injected {\u2066",
        "\0Injected\0",
        "{Injected} {{ }} {0} }",
        "$\"{Injected()}\"",
        "class",
        "void",
        "__arglist",
        "record",
        "field",
        "value",
        "@",
        "",
        " ",
        "\u4e2d\u6587",
        "../../etc/passwd",
        "C:\\windows|<>:?*",
        new string('a', 10_000),
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_data_wherever_it_stands(string text)
    {
        var generation = Generation.Of(SpecInput.Of(Document(text)));
        Assert.Null(generation.Run.Exception);
        Assert.DoesNotContain(generation.Run.Diagnostics, static d => d.Id == "IC1010");
        Assert.Empty(generation.Complaints);
        if (!generation.Run.Diagnostics.Any(static d => d.DefaultSeverity == DiagnosticSeverity.Error))
            Emitted(generation);
        foreach (var root in generation.Run.GeneratedSources.Select(static source => source.SyntaxTree.GetRoot()))
        {
            Assert.DoesNotContain(root.DescendantNodes().OfType<ClassDeclarationSyntax>(), static type => type.Identifier.Text == "Injected");
            Assert.DoesNotContain(root.DescendantNodes().OfType<InvocationExpressionSyntax>(), static call => call.Expression.ToString() == "Injected");
            Assert.All(root.DescendantTrivia().Where(static trivia => trivia.IsDirective), static trivia => Assert.True(trivia.IsKind(SyntaxKind.NullableDirectiveTrivia) || trivia.IsKind(SyntaxKind.PragmaWarningDirectiveTrivia)));
            Assert.DoesNotContain("restore", string.Concat(root.DescendantTrivia().Where(static trivia => trivia.IsDirective)), StringComparison.Ordinal);
        }
    }

    /// <summary>A document with a text in every place that can hold one.</summary>
    private static string Document(string text)
    {
        object Property(object schema) => schema;
        var enumeration = new Dictionary<string, object> { ["type"] = "string", ["description"] = text, ["enum"] = new[] { text, "other", text + "2" } };
        var properties = new Dictionary<string, object>
        {
            [text + "1"] = Property(new { type = "string", description = text, deprecated = true }),
            ["type"] = Property(new { type = "string", @enum = new[] { text } }),
            ["kind"] = enumeration,
            ["inline"] = new Dictionary<string, object> { ["type"] = "object", ["title"] = text, ["properties"] = new Dictionary<string, object> { [text] = new { type = "string", format = text } } },
            ["named"] = new Dictionary<string, object> { ["type"] = "string", ["x-intercom-property"] = text, ["x-intercom-aliases"] = new[] { text, "1" } },
            ["union"] = new Dictionary<string, object>
            {
                ["oneOf"] = new object[] { Reference(text), Reference("other") },
                ["discriminator"] = new { propertyName = text, mapping = new Dictionary<string, string> { [text] = "#/components/schemas/other" } },
            },
        };
        var thing = new Dictionary<string, object> { ["type"] = "object", ["description"] = text, ["required"] = new[] { "type" }, ["properties"] = properties };
        var operation = new Dictionary<string, object>
        {
            ["operationId"] = text,
            ["tags"] = new[] { text },
            ["summary"] = text,
            ["description"] = text,
            ["parameters"] = new object[] { new { name = text, @in = "query", description = text, schema = enumeration }, new { name = "Accept", @in = "header", schema = new { type = "string", @enum = new[] { text } } } },
            ["requestBody"] = new { description = text, content = new Dictionary<string, object> { ["application/json"] = new { schema = Reference("thing") } } },
            ["responses"] = new Dictionary<string, object> { ["200"] = new { description = text, content = new Dictionary<string, object> { ["application/json"] = new { schema = Reference(text) } } } },
        };
        return JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["openapi"] = "3.0.1",
            ["info"] = new { title = text, version = text },
            ["tags"] = new[] { new { name = text, description = text } },
            ["paths"] = new Dictionary<string, object> { ["/things/" + text] = new { post = operation }, ["/things/{" + text + "}"] = new { get = new { responses = new Dictionary<string, object> { ["204"] = new { description = text } } } } },
            ["components"] = new { schemas = new Dictionary<string, object> { ["thing"] = thing, [text] = thing, ["other"] = new { type = "object" } } },
        });
    }

    private static Dictionary<string, string> Reference(string name) => new() { ["$ref"] = "#/components/schemas/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal) };

    [Fact]
    public void Names_that_differ_by_case_alone_are_different_types_members_and_files() => Emitted(Generation.Of(SpecInput.Paths(
        """
        /a: { get: { tags: [ Fooo ], operationId: getA, responses: { '204': { description: Done } } } }
        /b: { get: { tags: [ fooO ], operationId: geta, responses: { '204': { description: Done } } } }
        """,
        """
        user: { type: object, properties: { name: { type: string }, Name: { type: string }, NAME: { type: string } } }
        User: { type: object, properties: { user: { type: string } } }
        USER: { type: object }
        """)).Compiles());

    [Theory]
    [InlineData("Intercom")]
    [InlineData("Connection")]
    [InlineData("Api Version")]
    [InlineData("Shared")]
    [InlineData("Standalone")]
    [InlineData("Get Type")]
    [InlineData("Equals")]
    [InlineData("Memberwise Clone")]
    [InlineData("System")]
    public void A_tag_called_like_something_of_the_client_gives_way(string tag) => Emitted(Generation.Of(SpecInput.Paths(
        $"/a: {{ get: {{ tags: [ {tag} ], operationId: getA, responses: {{ '200': {{ description: Done, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/a' }} }} }} }} }} }} }}",
        "a: { type: object }\nb: { type: object }")).Compiles());

    [Fact]
    public void A_document_without_types_compiles() => Emitted(Generation.Of(SpecInput.Paths("/a: { get: { responses: { '204': { description: Done } } } }")).Compiles());

    [Fact]
    public void A_type_may_be_called_like_anything_that_emitted_code_names()
    {
        var names = NamesInEmittedCode().ToList();
        Assert.InRange(names.Count, 60, 2_000);
        Emitted(Generation.Of(SpecInput.Paths(RichPaths, RichSchemas + string.Concat(names.Select(static name => $"\n{name}: {{ type: object, properties: {{ id: {{ type: string }}, {name}: {{ type: string }} }} }}")))).Compiles());
    }

    [Fact]
    public void A_property_may_be_called_like_anything_that_emitted_code_names()
    {
        var properties = string.Join(", ", NamesInEmittedCode().Select(static name => $"{name}: {{ type: string }}"));
        Emitted(Generation.Of(SpecInput.Paths(
            RichPaths + "\n/all: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/everything' } } } }, responses: { '204': { description: Done } } } }",
            RichSchemas + $"\neverything: {{ type: object, properties: {{ {properties}, held: {{ $ref: '#/components/schemas/pet' }}, at: {{ type: integer, format: date-time }}, tokens: {{ type: array, items: {{ type: string }} }} }} }}")).Compiles());
    }

    private static IEnumerable<string> NamesInEmittedCode() => Generation.Of(SpecInput.Paths(RichPaths, RichSchemas)).Run.GeneratedSources
        .SelectMany(static source => source.SyntaxTree.GetRoot().DescendantTokens())
        .Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
        .Select(static token => token.ValueText)
        .Concat(typeof(IntercomConnection).Assembly.GetExportedTypes().Select(static type => type.Name.Split('`')[0]))
        .Where(static name => !RichSchemas.Contains(name, StringComparison.OrdinalIgnoreCase))
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Order(StringComparer.Ordinal);

    private const string RichPaths =
        """
        /things: { get: { operationId: listThings, parameters: [ { name: ids, in: query, schema: { type: array, items: { type: string } } } ], responses: { '200': { description: It, content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { $ref: '#/components/schemas/pet' } }, pages: { type: object } } } } } } } } }
        /file: { post: { requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { upload: { type: string, format: binary } } } } } }, responses: { '302': { description: It } } }, get: { responses: { '200': { description: It } } } }
        """;

    private const string RichSchemas =
        """
        cat: { type: object, required: [ meow ], properties: { meow: { type: string }, born: { type: integer, format: date-time }, map: { type: object, additionalProperties: { type: integer } } } }
        dog: { type: object, required: [ bark ], properties: { bark: { type: string, enum: [ loud, soft ] }, nested: { type: array, items: { type: array, items: { type: number } } }, any: { } } }
        pet: { oneOf: [ { $ref: '#/components/schemas/cat' }, { $ref: '#/components/schemas/dog' }, { type: string } ] }
        """;

    [Fact]
    public void Deep_nesting_is_one_error()
    {
        var diagnostic = Assert.Single(Generation.Of(SpecInput.Of(new string('[', 10_000) + new string(']', 10_000))).Run.Diagnostics);
        Assert.Equal("IC1011", diagnostic.Id);
        Assert.Contains("levels deep", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_that_multiply_are_one_error()
    {
        var lines = Enumerable.Range(1, 30).Select(static i => $"a{i}: &a{i} [ *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1} ]");
        var diagnostic = Assert.Single(Generation.Of(SpecInput.Of("a0: &a0 x\n" + string.Join("\n", lines))).Run.Diagnostics);
        Assert.Equal("IC1011", diagnostic.Id);
        Assert.Contains("aliases", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: { allOf: [ { $ref: '#/components/schemas/a' } ] }")]
    [InlineData("a: { $ref: '#/components/schemas/a' }")]
    [InlineData("a: { $ref: '#/components/schemas/b' }\nb: { $ref: '#/components/schemas/a' }")]
    [InlineData("a: { oneOf: [ { $ref: '#/components/schemas/a' }, { $ref: '#/components/schemas/b' } ] }\nb: { type: object }")]
    [InlineData("a: { oneOf: [ { $ref: '#/components/schemas/a' } ] }")]
    [InlineData("a: { type: array, items: { $ref: '#/components/schemas/a' } }")]
    [InlineData("a: { type: object, additionalProperties: { $ref: '#/components/schemas/a' } }")]
    public void A_schema_that_is_made_of_itself_ends(string schemas)
    {
        var generation = Generation.Of(SpecInput.Schemas(schemas));
        Assert.Null(generation.Run.Exception);
        if (!generation.Run.Diagnostics.Any(static d => d.DefaultSeverity == DiagnosticSeverity.Error))
            Emitted(generation.Compiles());
    }

    [Theory]
    [InlineData("info: []\npaths: {}")]
    [InlineData("paths: { /a: [] }")]
    [InlineData("paths: { /a: { get: [] } }")]
    [InlineData("paths: { /a: { get: { responses: [] } } }")]
    [InlineData("paths: { /a: { get: { callbacks: {}, typo: 1, tags: {}, parameters: {} } } }")]
    [InlineData("paths: { /a: { get: { parameters: [ {} ], responses: { '200': {} } } } }")]
    [InlineData("paths: { /a: { get: { parameters: [ { in: query, schema: {} } ] } } }")]
    [InlineData("paths: { '': { get: {} }, a: { get: {} }, '/{': { get: {} } }")]
    [InlineData("paths: { /a: { post: { requestBody: { content: { application/json: { schema: [] } } } } } }")]
    [InlineData("components: { schemas: [] }\npaths: {}")]
    [InlineData("components: { schemas: { a: [] } }\npaths: {}")]
    [InlineData("components: { schemas: { a: { type: nonsense, properties: [], required: {}, enum: x } } }\npaths: {}")]
    [InlineData("components: { schemas: { a: { type: object, properties: { b: null, c: 1 } } } }\npaths: {}")]
    [InlineData("components: { schemas: { a: { oneOf: [ null, 1 ] } } }\npaths: {}")]
    public void A_document_of_the_wrong_shape_compiles_and_what_is_wrong_is_said_at_its_line(string text)
    {
        var generation = Generation.Of(SpecInput.Of("openapi: 3.0.1\n" + text));
        Assert.Null(generation.Run.Exception);
        Assert.All(generation.Run.Diagnostics.Where(static d => d.DefaultSeverity == DiagnosticSeverity.Error), static error =>
            Assert.Equal("IC1012", error.Id));
        Assert.All(
            generation.Run.Diagnostics,
            static said => Assert.InRange(said.Location.GetLineSpan().StartLinePosition.Line, 1, 2));
        Assert.Empty(generation.Complaints);
    }

    private static void Emitted(Generation generation)
    {
        using var assembly = new MemoryStream();
        Assert.Empty(generation.Compilation.Emit(assembly).Diagnostics.Where(static d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed));
    }
}
