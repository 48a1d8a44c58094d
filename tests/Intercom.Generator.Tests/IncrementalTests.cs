using System.Collections;
using System.Reflection;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;
using Steps = Intercom.Generator.IntercomGenerator.TrackingNames;

namespace Intercom.Generator.Tests;

/// <summary>What runs again after which edit.</summary>
public sealed class IncrementalTests
{
    private static readonly SpecInput Input = SpecInput.Paths(
        """
        /contacts: { get: { operationId: getContact, responses: { '200': { description: It, content: { application/json: { schema: { $ref: '#/components/schemas/contact' } } } } } } }
        /tags: { get: { operationId: getTag, responses: { '200': { description: It, content: { application/json: { schema: { $ref: '#/components/schemas/tag' } } } } } } }
        """,
        """
        contact: { type: object, properties: { name: { type: string, description: A name. } } }
        tag: { type: object, properties: { label: { type: string } } }
        """);

    [Fact]
    public void An_unrelated_edit_of_code_runs_nothing_again() => AssertRuns(
        after: Input,
        source: "/// <summary>New.</summary>\npublic class New;",
        files: "Cached",
        parsed: "Cached",
        resources: "Cached, Cached",
        areas: "Cached, Cached",
        clients: "Cached",
        facts: "Unchanged",
        outputs: 0);

    [Theory]
    [InlineData("\n", "\n\n")]
    [InlineData("{ type: object", "{  type:  object")]
    [InlineData("\n", "\r\n")]
    [InlineData("\n", " # A comment.\n")]
    public void White_space_and_comments_in_the_document_are_read_and_change_nothing(string written, string edited) => AssertRuns(
        after: Input.Edit(text => text.Replace(written, edited, StringComparison.Ordinal)),
        files: "Modified",
        parsed: "Unchanged",
        resources: "Cached, Cached",
        areas: "Cached, Cached",
        clients: "Cached",
        outputs: 0);

    [Fact]
    public void Another_description_emits_the_file_that_holds_it() => AssertRuns(
        after: Input.Edit(static text => text.Replace("A name.", "Another name.", StringComparison.Ordinal)),
        files: "Modified",
        parsed: "Modified",
        resources: "Unchanged, Unchanged",
        areas: "Modified, Unchanged",
        clients: "Unchanged",
        outputs: 1);

    [Fact]
    public void Another_property_emits_the_file_of_its_type() => AssertRuns(
        after: Input.Edit(static text => text.Replace("properties: { label:", "properties: { id: { type: string }, label:", StringComparison.Ordinal)),
        files: "Modified",
        parsed: "Modified",
        resources: "Unchanged, Unchanged",
        areas: "Unchanged, Modified",
        clients: "Unchanged",
        outputs: 1);

    [Fact]
    public void Another_operation_emits_the_file_of_its_group() => AssertRuns(
        after: Input.Edit(static text => text.Replace("  /tags:", "  /tags/{id}: { delete: { operationId: deleteTag, responses: { '204': { description: Done } } } }\n  /tags:", StringComparison.Ordinal)),
        files: "Modified",
        parsed: "Modified",
        resources: "Unchanged, Modified",
        areas: "Unchanged, Unchanged",
        clients: "Unchanged",
        outputs: 1);

    [Fact]
    public void Another_namespace_emits_every_file() => AssertRuns(
        after: Input.Option("IntercomNamespace", "Other"),
        files: "Modified",
        parsed: "Modified",
        resources: "Modified, Modified",
        areas: "Modified, Modified",
        clients: "Modified",
        outputs: 5);

    [Fact]
    public void An_option_that_says_what_holds_already_changes_nothing() => AssertRuns(
        after: Input.Option("IntercomNamespace", "Intercom"),
        files: "Cached",
        parsed: "Cached",
        resources: "Cached, Cached",
        areas: "Cached, Cached",
        clients: "Cached",
        outputs: 0);

    [Fact]
    public void A_moved_remark_is_said_at_its_new_place_and_emits_nothing()
    {
        var input = SpecInput.Schemas("thing: { type: object, properties: { a: { $ref: '#/components/schemas/nothing' } } }");
        var (first, second) = Twice(input, input.Edit(static text => "\n" + text), null);
        Assert.Equal(Line(first) + 1, Line(second));
        Assert.Equal("Cached", Reasons(second, Steps.Areas));
        Assert.Equal(0, Emitted(second));

        static int Line(GeneratorRunResult run) => Assert.Single(run.Diagnostics).Location.GetLineSpan().StartLinePosition.Line;
    }

    [Fact]
    public void Nothing_of_the_compiler_is_held_between_runs()
    {
        var input = Input.Bundled("overlay: 1.0.0\ninfo: { title: Test, version: '1' }\nactions: [ { target: $, update: { webhooks: { ping: { post: { requestBody: { content: { application/json: { schema: { properties: { data: { properties: { item: {} } } } } } } } } } } } }, { target: $.nothing, remove: true } ]");
        var run = Twice(input.Listing("record Gone\n"), Input, null).First;
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var step in new[] { Steps.Files, Steps.Sources, Steps.Parsed, Steps.Resources, Steps.Areas, Steps.Topics, Steps.Clients, Steps.Listings, Steps.Facts })
            foreach (var output in run.TrackedSteps[step].SelectMany(static s => s.Outputs))
                Walk(output.Value, step, visited);
        Assert.InRange(visited.Count, 50, 100_000);
    }

    private static void Walk(object? value, string path, HashSet<object> visited)
    {
        if (value is null or string or Type || value.GetType().IsPrimitive || value.GetType().IsEnum || !visited.Add(value))
            return;
        Assert.False(value is Compilation or SyntaxNode or SyntaxTree or ISymbol or Location or Diagnostic or AdditionalText, $"{path} holds a {value.GetType().Name}.");
        // The text of a file is held on purpose: it is what is compared.
        if (value is SourceText)
            return;
        if (value is IEnumerable items and Array)
            foreach (var item in items)
                Walk(item, path + "[]", visited);
        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Walk(field.GetValue(value), $"{path}.{field.Name}", visited);
    }

    private static void AssertRuns(SpecInput after, string files, string parsed, string resources, string areas, string clients, int outputs, string facts = "Cached", string? source = null)
    {
        var run = Twice(Input, after, source).Second;
        Assert.Equal(
            $"Files {files}; Parsed {parsed}; Resources {resources}; Areas {areas}; Clients {clients}; Facts {facts}; {outputs} emitted",
            $"Files {Reasons(run, Steps.Files)}; Parsed {Reasons(run, Steps.Parsed)}; Resources {Reasons(run, Steps.Resources)}; Areas {Reasons(run, Steps.Areas)}; Clients {Reasons(run, Steps.Clients)}; Facts {Reasons(run, Steps.Facts)}; {Emitted(run)} emitted");
    }

    private static string Reasons(GeneratorRunResult run, string step) => string.Join(", ", run.TrackedSteps[step].SelectMany(static s => s.Outputs).Select(static output => output.Reason));

    private static int Emitted(GeneratorRunResult run) => run.TrackedOutputSteps["SourceOutput"].SelectMany(static step => step.Outputs)
        .Count(static output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged) && IsSource(output.Value));

    // A step that only reports has outputs as well: two lists, of which the first holds the sources.
    private static bool IsSource(object output) => output is System.Runtime.CompilerServices.ITuple tuple && ((IEnumerable)tuple[0]!).Cast<object>().Any();

    private static (GeneratorRunResult First, GeneratorRunResult Second) Twice(SpecInput before, SpecInput after, string? source)
    {
        var compilation = Project.Of("/// <summary>Old.</summary>\npublic class Old;");
        var driver = Project.Driver(before).RunGenerators(compilation);
        var first = driver.GetRunResult().Results.Single();
        if (after != before)
            driver = driver.ReplaceAdditionalTexts(CompilerMetadata.Texts(after)).WithUpdatedAnalyzerConfigOptions(new CompilerMetadata(after));
        driver = driver.RunGenerators(source is null ? compilation : compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, Project.Language)));
        return (first, driver.GetRunResult().Results.Single());
    }
}
