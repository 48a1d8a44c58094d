using Intercom.Generator.Spec;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.OpenApi;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests;

/// <summary>Bundled versions, which are written as the difference from another.</summary>
public sealed class VersionTests(ITestOutputHelper output)
{
    private const string Newer =
        """
        openapi: 3.0.1
        info: { title: Small, version: New }
        paths:
          /things/{id}:
            get:
              operationId: getThing
              tags: [Things]
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              responses: { '200': { description: A thing., content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } } }
        components: { schemas: { thing: { type: object, properties: { name: { type: string }, color: { type: string } } } } }
        """;

    private const string Older =
        """
        overlay: 1.0.0
        info: { title: Old, version: '1' }
        actions:
          - target: $.info
            update: { version: Old }
          - target: $.paths['/things/{id}']
            x-intercom-rename: /things/{thing_id}
          - target: $.components.schemas.thing.properties.color
            remove: true
        """;

    private const string Oldest =
        """
        overlay: 1.0.0
        info: { title: Oldest, version: '1' }
        actions:
          - target: $.info
            update: { version: Oldest }
          - target: $.components.schemas.thing.properties.name
            x-intercom-rename: title
        """;

    public static TheoryData<string> Names => BundledVersion.Names;

    [Fact]
    public void A_version_is_made_of_the_one_that_it_differs_from() => Generation.Of(Old().Base("New", Newer, "/package/specs/new.yaml")).Compiles()
        .Emits("""public static string ApiVersion => "Old";""")
        .Emits("// From old.yaml, version Old.")
        .Emits("public string? Name { get => _name; init => _name = value; }")
        .Omits("Color")
        .Omits("{id}");

    [Fact]
    public void Versions_are_a_chain() => Generation.Of(SpecInput.Empty
        .Document(Oldest, "/package/specs/oldest.yaml", ("IntercomBundledVersion", "Oldest"), ("IntercomBundledBase", "Old"))
        .Base("New", Newer, "/package/specs/new.yaml")
        .Base("Old", Older, "/package/specs/old.yaml", "New")).Compiles()
        .Emits("""public static string ApiVersion => "Oldest";""")
        .Emits("public string? Title { get => _title; init => _title = value; }")
        .Omits("Color");

    [Fact]
    public void A_version_and_the_one_it_differs_from_are_two_clients()
    {
        var files = Generation.Of(Old().Document(Newer, "/package/specs/new.yaml", ("IntercomBundledVersion", "New"), ("IntercomNamespace", "Newer"))).Compiles().Files;
        Assert.DoesNotContain("Color", files["Models/Things.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Color", files["Newer/Models/Things.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Corrections_are_applied_to_the_version() => Generation.Of(Old().Base("New", Newer, "/package/specs/new.yaml")
        .Bundled("overlay: 1.0.0\nactions:\n  - target: $.paths['/things/{any}'].get\n    update: { x-intercom-name: Things.Touch }\n")).Compiles()
        .Emits("public virtual Task<Thing> TouchAsync(string thingId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>");

    [Fact]
    public void What_is_wrong_is_said_in_the_file_where_it_is()
    {
        var run = Generation.Of(SpecInput.Empty
            .Document(Older + "\n  - target: $.gone\n    remove: true", "/package/specs/old.yaml", ("IntercomBundledVersion", "Old"), ("IntercomBundledBase", "New"))
            .Base("New", Newer.Replace("schemas/thing'", "schemas/gone'", StringComparison.Ordinal), "/package/specs/new.yaml")).Run;
        Assert.Equal("/package/specs/old.yaml", Assert.Single(run.Diagnostics, static d => d.Id == "IC1008").Location.GetLineSpan().Path);
        Assert.Contains(run.Diagnostics, static d => d.Location.GetLineSpan().Path == "/package/specs/new.yaml");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_action_of_a_bundled_version_finds_what_it_changes(string name)
    {
        var problems = WholeDocument.Read(name, hasOverlay: false).Problems;
        Assert.Empty(problems.Select(static problem => $"line {problem.Position.Line + 1}: {problem.Kind} {string.Join(' ', problem.Arguments)}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bundled_version_says_what_it_is_the_difference_from(string name)
    {
        var files = BundledVersion.Find(name)!.Files.ToList();
        var delta = (SpecMap)YamlReader.Read(Repository.Read("specs", files[^1]), 0, default);
        Assert.Equal(files[^2], delta.Text("extends"));
        Assert.Equal(name, ((SpecMap)delta["info"]!).Text("version"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bundled_version_is_a_document_that_breaks_no_rule(string name)
    {
        var document = WholeDocument.Read(name, hasOverlay: false).OpenApi;
        Assert.Equal(name, document.Info.Version);
        Assert.Empty(document.Validate(ValidationRuleSet.GetDefaultRuleSet()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bundled_version_can_be_had_as_one_file(string name)
    {
        var path = BundledVersion.Find(name)!.Write();
        var whole = SpecDocument.Read(File.ReadAllText(path), [], default).Root;
        output.WriteLine($"{path}: {new FileInfo(path).Length / 1000} kB; its difference is {Repository.Read("specs", BundledVersion.Find(name)!.Files.Last()).Count(static c => c == '\n')} lines");
        Assert.Equal(Places(WholeDocument.Read(name, hasOverlay: false).Root), Places(whole));
    }

    private static SpecInput Old() => SpecInput.Empty.Document(Older, "/package/specs/old.yaml", ("IntercomBundledVersion", "Old"), ("IntercomBundledBase", "New"));

    private static int Places(SpecNode node) => node switch
    {
        SpecMap map => 1 + map.Entries.Sum(static entry => Places(entry.Value)),
        SpecList list => 1 + list.Items.Sum(Places),
        _ => 1,
    };
}
