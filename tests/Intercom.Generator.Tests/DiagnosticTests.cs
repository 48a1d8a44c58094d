using System.Reflection;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests;

/// <summary>What the generator says: each diagnostic at its place in the right file. Lines and columns count from 1 here, as editors do.</summary>
public sealed partial class DiagnosticTests(ITestOutputHelper output)
{
    private const string Overlay = "overlay: 1.0.0\ninfo: { title: Test, version: '1' }\nactions:\n";

    [Theory]
    [InlineData("openapi: 3.0.1\npaths: [ a", 3, 1, "did not find expected ',' or ']'")]
    [InlineData("openapi: 3.0.1\npaths:\n  /a: {}\n\tb: 1", 4, 1, "tab")]
    [InlineData("a: 1\nb: {x: 1\nc: 2\n", 2, 5, "is not closed")]
    [InlineData("a: 1\nb: 2\na: 3", 3, 1, "the key 'a' stands twice in one mapping")]
    [InlineData("a: *b", 1, 4, "the alias '*b' names no anchor before it")]
    [InlineData("? [ a ]\n: 1", 1, 3, "a key is neither a word nor a string")]
    public void IC1001_The_file_is_malformed(string text, int line, int column, string message)
    {
        var diagnostic = Only("IC1001", SpecInput.Of(text), DiagnosticSeverity.Error);
        output.WriteLine(diagnostic.ToString());
        AssertAt(SpecInput.DocumentPath, line, column, diagnostic);
        Assert.Contains(message, diagnostic.GetMessage(null), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Documents that make the same mistake a thousand times, by what is said of it.</summary>
    public static TheoryData<string, string> Repeated { get; } = new()
    {
        { "IC1005", "schemas: a: { $ref: '#/components/schemas/x{0}' }" },
        { "IC1006", "schemas: a: { enum: [ 1, a ], title: t{0} }" },
        { "IC1007", "overlay: { target: $..x{0}, remove: true }" },
        { "IC1008", "overlay: { target: $.x{0}, remove: true }" },
        { "IC1009", "paths: { get: { x-intercom-name: A.Get, responses: { '204': { description: Done } } } }" },
        { "IC1012", "schemas: a: { type: x{0} }" },
        { "IC1013", "schemas: a: { type: string, unknown: x{0} }" },
    };

    [Theory]
    [MemberData(nameof(Repeated))]
    public void What_is_said_of_a_document_a_thousand_times_is_counted(string id, string mistake)
    {
        var (where, what) = (mistake.Split(": ")[0], mistake[(mistake.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
        var all = Enumerable.Range(0, 1_000).Select(i => what.Replace("{0}", $"{i}", StringComparison.Ordinal)).ToList();
        var input = where switch
        {
            "overlay" => SpecInput.Schemas("a: {}").Overlay(Overlay + string.Join('\n', all.Select(static action => "  - " + action))),
            "paths" => SpecInput.Paths(string.Join('\n', all.Select(static (operation, i) => $"/a{i}: {operation}"))),
            _ => SpecInput.Schemas(string.Join('\n', all.Select(static (schema, i) => $"c{i}: {{ type: object, properties: {{ {schema} }} }}"))),
        };
        var said = Generation.Of(input).Run.Diagnostics.Where(d => d.Id == id).ToList();
        Assert.Equal(SpecReport.Most + 1, said.Count);
        Assert.Matches(@"^(800|799) more of ", said[^1].GetMessage(null));
        Assert.Single(said, static d => d.GetMessage(null).Contains("more of", StringComparison.Ordinal));
        Assert.Equal(said[0].Severity, said[^1].Severity);
        Assert.NotEqual(said[^2].Location, said[^1].Location);
    }

    [Fact]
    public void IC1001_The_overlay_is_malformed() =>
        AssertAt(SpecInput.OverlayPath, 2, 1, Only("IC1001", SpecInput.Schemas("").Overlay("a: 1\na: 2"), DiagnosticSeverity.Error));

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("~")]
    public void IC1002_The_file_is_empty(string text) => AssertAt(SpecInput.DocumentPath, 1, 1, Only("IC1002", SpecInput.Of(text), DiagnosticSeverity.Error));

    [Theory]
    [InlineData("hello", 1, 1)]
    [InlineData("- a\n- b", 1, 1)]
    [InlineData("\nname: value", 2, 1)]
    [InlineData("openapi: 3.0.1\ninfo: {}", 1, 1)]
    [InlineData("openapi: 3.0.1\ninfo: {}\npaths:", 3, 1)]
    [InlineData("openapi: 3.0.1\ninfo: {}\npaths: [ a ]", 3, 1)]
    [InlineData("info: {}\npaths: {}", 1, 1)]
    public void IC1003_The_file_is_no_document(string text, int line, int column) => AssertAt(SpecInput.DocumentPath, line, column, Only("IC1003", SpecInput.Of(text), DiagnosticSeverity.Error));

    [Theory]
    [InlineData("swagger: '2.0'\npaths: {}", 1, 1, "'2.0'")]
    [InlineData("info: {}\nopenapi: 4.0.0\npaths: {}", 2, 10, "'4.0.0'")]
    [InlineData("openapi: 3.2.0\npaths: {}", 1, 10, "'3.2.0'")]
    [InlineData("openapi: 3.10.0\npaths: {}", 1, 10, "'3.10.0'")]
    [InlineData("swagger: 2.0\nopenapi: 3.0.0\npaths: {}", 1, 1, "'2.0'")]
    public void IC1004_The_version_is_not_supported(string text, int line, int column, string version)
    {
        var diagnostic = Only("IC1004", SpecInput.Of(text), DiagnosticSeverity.Error);
        AssertAt(SpecInput.DocumentPath, line, column, diagnostic);
        Assert.Contains(version, diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void IC1005_A_reference_names_nothing()
    {
        var diagnostic = Only("IC1005", SpecInput.Of(
            """
            openapi: 3.0.1
            paths: {}
            components:
              schemas:
                thing:
                  type: object
                  properties:
                    id: { type: string }
                    other: { $ref: '#/components/schemas/nothing' }
            """), DiagnosticSeverity.Info);
        AssertAt(SpecInput.DocumentPath, 9, 9, diagnostic);
        Assert.Equal("'#/components/schemas/nothing' does not exist in the document; thing.other is read and written as raw JSON. Add the schema in the document or in an overlay.", diagnostic.GetMessage(null));
    }

    [Fact]
    public void IC1006_A_body_has_no_schema()
    {
        var diagnostic = Only("IC1006", SpecInput.Of(
            """
            openapi: 3.0.1
            paths:
              /things:
                post:
                  requestBody:
                    content:
                      application/json: {}
                  responses: { '204': { description: Done } }
            """), DiagnosticSeverity.Info);
        AssertAt(SpecInput.DocumentPath, 7, 11, diagnostic);
        Assert.Equal("There is no type for a request body without a schema; it is any JSON value.", diagnostic.GetMessage(null));
    }

    [Theory]
    [InlineData(Overlay + "  - remove: true", 4, 5, "an action has no 'target'")]
    [InlineData(Overlay + "  - target: $.info", 4, 13, "the action on $.info has neither 'update' nor 'remove: true'")]
    [InlineData(Overlay + "  - target: $.info[0]\n    remove: true", 4, 13, "the target $.info[0] holds the selector '[0]'; understood are $, .name, ['name'], .*, [*] and [?@.name == 'text']")]
    public void IC1007_An_overlay_is_invalid(string overlay, int line, int column, string message)
    {
        var diagnostic = Only("IC1007", SpecInput.Schemas("").Overlay(overlay), DiagnosticSeverity.Warning);
        AssertAt(SpecInput.OverlayPath, line, column, diagnostic);
        Assert.Equal($"The overlay cannot be applied here: {message}. This part of it was skipped.", diagnostic.GetMessage(null));
    }

    [Fact]
    public void IC1008_An_action_matches_nothing()
    {
        var diagnostic = Only("IC1008", SpecInput.Schemas("").Bundled(Overlay + "  - target: $.paths['/nothing']\n    remove: true"), DiagnosticSeverity.Info);
        AssertAt(SpecInput.BundledPath, 4, 13, diagnostic);
        Assert.Equal("The target $.paths['/nothing'] matches nothing in this document; the action was skipped.", diagnostic.GetMessage(null));
    }

    [Fact]
    public void IC1009_Two_operations_ask_for_the_same_name()
    {
        var diagnostic = Only("IC1009", SpecInput.Of(
            """
            openapi: 3.0.1
            paths:
              /a:
                get: { operationId: one, x-intercom-name: Things.Get, responses: { '204': { description: Done } } }
              /bb:
                get: { operationId: two, x-intercom-name: Things.Get, responses: { '204': { description: Done } } }
            """), DiagnosticSeverity.Warning);
        AssertAt(SpecInput.DocumentPath, 6, 5, diagnostic);
        Assert.Equal("The name 'Get' is taken by another operation of the group; this one is called 'Two'. Give it another x-intercom-name.", diagnostic.GetMessage(null));
    }

    [Fact]
    public void IC1010_The_generator_fails_at_a_place()
    {
        var report = new SpecReport(new Spec.SpecProblem(Spec.ProblemKind.Failure, new Spec.SpecPosition(0, 4, 2), "#/paths/~1a", "Why"), SpecInput.DocumentPath).ToDiagnostic();
        AssertAt(SpecInput.DocumentPath, 5, 3, report);
        Assert.Equal("The generator failed at #/paths/~1a: Why. What stands there is not in the client. "
            + "Please report it with the document.", report.GetMessage(null));
    }

    [Fact]
    public void IC1011_The_document_goes_beyond_a_limit()
    {
        var diagnostic = Only("IC1011", SpecInput.Of("openapi: 3.0.1\npaths: {}\nx: " + new string('[', 200) + new string(']', 200)),
            DiagnosticSeverity.Error);
        AssertAt(SpecInput.DocumentPath, 3, 104, diagnostic);
        Assert.Equal("The document goes beyond what is read: it nests more than 100 levels deep. No client was made from it.",
            diagnostic.GetMessage(null));
    }

    [Fact]
    public void IC1012_Something_is_not_as_OpenAPI_has_it()
    {
        var diagnostic = Only("IC1012",
            SpecInput.Paths("/a:\n  get:\n    parameters: [ { in: query } ]\n    responses: { '204': { description: Done } }"),
            DiagnosticSeverity.Error);
        AssertAt(SpecInput.DocumentPath, 6, 21, diagnostic);
        Assert.Equal(
            "This is not as OpenAPI has it: a parameter has no 'name', and is nothing without it. "
            + "It was passed over; the rest of the client was made. Correct it in the document or in an overlay.",
            diagnostic.GetMessage(null));
    }

    [Fact]
    public void IC1013_Something_is_not_in_the_client()
    {
        var diagnostic = Only("IC1013", SpecInput.Schemas("thing:\n  type: object\n  propertys: { a: { type: string } }"),
            DiagnosticSeverity.Info);
        AssertAt(SpecInput.DocumentPath, 8, 7, diagnostic);
        Assert.Equal("'propertys' is not in the client: OpenAPI knows no such part of a schema.", diagnostic.GetMessage(null));
    }

    [Fact]
    public void IC4001_IC4002_The_api_is_not_the_one_that_was_reviewed()
    {
        var generation = Generation.Of(SpecInput.Schemas("").Listing("class Intercom.GoneClient\n"));
        AssertAt(SpecInput.ListingPath, 1, 1, generation.Single("IC4001"));
        Assert.Contains(generation.Run.Diagnostics, static diagnostic => diagnostic.Id == "IC4002" && diagnostic.GetMessage(null) == "class Intercom.GoneClient is gone, with 0 members.");
    }

    [Fact]
    public void A_project_without_a_document_hears_nothing()
    {
        var generation = Generation.Of(SpecInput.Empty.With(new InputFile("/project/readme.txt", "hello", [])), Project.Create(Project.Language, Project.Framework));
        Assert.Empty(generation.Run.Diagnostics);
        Assert.Empty(generation.Files);
    }

    [Fact]
    public void Every_diagnostic_has_a_test()
    {
        var ids = typeof(Diagnostics).GetFields().Select(static field => ((DiagnosticDescriptor)field.GetValue(null)!).Id).Order(StringComparer.Ordinal).ToList();
        var tests = typeof(DiagnosticTests).GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(static method => method.Name.StartsWith("IC", StringComparison.Ordinal)).SelectMany(static method => method.Name.Split('_').Where(static word => word.StartsWith("IC", StringComparison.Ordinal))).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(ids, tests);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Every_diagnostic_is_in_the_release_notes()
    {
        var notes = Repository.Read("generator", "AnalyzerReleases.Unshipped.md") + Repository.Read("generator", "AnalyzerReleases.Shipped.md");
        Assert.All(typeof(Diagnostics).GetFields().Select(static field => (DiagnosticDescriptor)field.GetValue(null)!), rule => Assert.Contains($"{rule.Id} ", notes, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_diagnostic_has_a_section_in_the_documentation()
    {
        var page = Repository.Read("generator", "docs", "diagnostics.md");
        Assert.All(typeof(Diagnostics).GetFields().Select(static field => (DiagnosticDescriptor)field.GetValue(null)!), rule => Assert.Contains($"### {rule.Id} {rule.Title}\n", page, StringComparison.Ordinal));
        // The build says these, where no generator runs.
        Assert.All(["IC2004", "IC2006", "IC2007", "IC3004"], id => Assert.Contains($"### {id} ", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_program_that_uses_the_client_of_a_malformed_document_sees_few_other_errors()
    {
        var generation = Generation.Of(
            SpecInput.Of("openapi: [ 3.0.1"),
            """
            using Intercom;
            using Intercom.Models;

            /// <summary>Uses the client.</summary>
            public static class Program
            {
                /// <summary>Runs.</summary>
                public static async System.Threading.Tasks.Task Main()
                {
                    var client = new IntercomClient(new IntercomClientOptions { AccessToken = "token" });
                    var contact = await client.Contacts.GetAsync("1");
                    await client.Contacts.UpdateAsync("1", new UpdateContactRequest { Name = "a" });
                    System.Console.WriteLine(contact.Email);
                }
            }
            """);
        generation.Single("IC1001");
        foreach (var complaint in generation.Complaints)
            output.WriteLine(complaint.ToString());
        Assert.InRange(generation.Complaints.Count(), 1, 3);
        Assert.All(generation.Complaints, static complaint => Assert.StartsWith("/project/", complaint.Location.GetLineSpan().Path, StringComparison.Ordinal));
    }

    [Fact]
    public void A_malformed_document_leaves_the_others_alone()
    {
        var input = SpecInput.Schemas("thing: { type: object }").Document("a: [", "/project/specs/second.yaml", ("IntercomNamespace", "Second"), ("IntercomClientName", "SecondClient"));
        var generation = Generation.Of(input);
        AssertAt("/project/specs/second.yaml", generation.Single("IC1001"));
        Assert.Empty(generation.Complaints);
        Assert.Contains("Models/Standalone.g.cs", generation.Files.Keys);
        Assert.Contains("Second/Clients/SecondClient.g.cs", generation.Files.Keys);
    }

    private static Diagnostic Only(string id, SpecInput input, DiagnosticSeverity severity)
    {
        var generation = Generation.Of(input);
        var diagnostic = Assert.Single(generation.Run.Diagnostics);
        Assert.Equal((id, severity), (diagnostic.Id, diagnostic.DefaultSeverity));
        Assert.Empty(generation.Complaints);
        return diagnostic;
    }

    private static void AssertAt(string path, Diagnostic diagnostic) => Assert.Equal(path, diagnostic.Location.GetLineSpan().Path);

    private static void AssertAt(string path, int line, int column, Diagnostic diagnostic)
    {
        AssertAt(path, diagnostic);
        var start = diagnostic.Location.GetLineSpan().StartLinePosition;
        Assert.Equal((line, column), (start.Line + 1, start.Character + 1));
    }
}
