using Intercom.Generator.Spec;
using Intercom.Generator.Spec.Overlays;
using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests;

public sealed class OverlayTests
{
    private const string Document =
        """
        openapi: 3.0.1
        info: { title: Small, version: '1' }
        tags: [ { name: A } ]
        paths:
          /things/{thing_id}: { get: { operationId: a, parameters: [ { name: x } ] } }
          /things/{thing_id}/parts: { get: { operationId: b } }
        components: { schemas: { 'a.b': { type: object }, c: { type: string, enum: [ x ] } } }
        """;

    [Fact]
    public void A_map_is_merged() => Assert.Equal("{type:object,description:New}", After("$.components.schemas['a.b']", "{ description: New }", "components", "schemas", "a.b"));

    [Fact]
    public void A_scalar_is_replaced() => Assert.Equal("{type:integer,enum:[x]}", After("$.components.schemas.c", "{ type: integer }", "components", "schemas", "c"));

    [Fact]
    public void A_scalar_target_is_replaced() => Assert.Equal("number", After("$.components.schemas.c.type", "number", "components", "schemas", "c", "type"));

    [Fact]
    public void A_list_grows() => Assert.Equal("[x,y,z]", After("$.components.schemas.c", "{ enum: [ y, z ] }", "components", "schemas", "c", "enum"));

    [Fact]
    public void A_list_target_grows_by_one() => Assert.Equal("[{name:A},{name:B}]", After("$.tags", "{ name: B }", "tags"));

    [Fact]
    public void A_target_is_removed() => Assert.Equal("{a.b:{type:object}}", Applied(Action("$.components.schemas.c", "remove: true")).At("components", "schemas"));

    [Fact]
    public void An_item_of_a_list_is_removed() => Assert.Equal("[]", Applied(Action("$.components.schemas.c.enum[*]", "remove: true")).At("components", "schemas", "c", "enum"));

    [Theory]
    [InlineData("$.components.schemas.*")]
    [InlineData("$.components.schemas[*]")]
    public void A_wildcard_is_every_member(string target) =>
        Assert.Equal("{a.b:{type:object,nullable:true},c:{type:string,enum:[x],nullable:true}}", After(target, "{ nullable: true }", "components", "schemas"));

    [Theory]
    [InlineData("$['paths'][\"/things/{thing_id}\"].get")]
    [InlineData("$.paths['/things/{id}']['get']")]
    public void Names_in_a_path_template_do_not_matter(string target) =>
        Assert.Equal("{operationId:a,parameters:[{name:x}],summary:S}", After(target, "{ summary: S }", "paths", "/things/{thing_id}", "get"));

    [Fact]
    public void Names_in_braces_matter_anywhere_else() =>
        Assert.Equal(ProblemKind.OverlayUnmatched, Assert.Single(Applied(Action("$.components['/things/{id}']", "remove: true")).Problems).Kind);

    [Theory]
    [InlineData(".name", "{properties:{name:{was:string,is:integer}}}")]
    [InlineData("", "{properties:{name:{was:string},is:integer}}")]
    public void A_place_that_is_named_by_its_operation_is_where_its_references_lead(string last, string thing) => Assert.Equal(
        thing,
        AppliedTo(Referring, Action("$.paths['/things/{id}'].get.schema.properties.data.items.properties" + last, "update: { is: integer }")).At("components", "schemas", "thing"));

    [Theory]
    [InlineData("$.components.schemas.list.properties")]
    [InlineData("$.paths['/things/{id}'].get.schema.properties.data.items['$ref'].x")]
    [InlineData("$.paths['/things/{id}'].get.loop.x")]
    public void Nowhere_else_is_a_reference_followed_and_never_for_ever(string target) =>
        Assert.Equal(ProblemKind.OverlayUnmatched, Assert.Single(AppliedTo(Referring, Action(target, "remove: true")).Problems).Kind);

    [Fact]
    public void The_last_step_is_the_reference_itself() => Assert.Equal(
        "{$ref:#/components/schemas/thing}",
        AppliedTo(Referring, Action("$.paths['/things/{id}'].get.schema", "update: { $ref: '#/components/schemas/thing' }")).At("paths", "/things/{id}", "get", "schema"));

    [Fact]
    public void A_quote_in_a_name_is_escaped() => Assert.Equal(["paths", "it's", null], JsonPath.Parse("""$.paths['it\'s'].*""").Select(static step => step.Name));

    [Theory]
    [InlineData("$.tags[?@.name == 'A']")]
    [InlineData("$.tags[? @['name']==\"A\" ]")]
    public void A_filter_finds_what_holds_a_value(string target) => Assert.Equal("[{name:A,x:1}]", After(target, "{ x: 1 }", "tags"));

    [Fact]
    public void A_filter_looks_deeper() => Assert.Equal("{operationId:a,parameters:[{name:x}],summary:S}", After("$.paths.*[?@.operationId == 'a']", "{ summary: S }", "paths", "/things/{thing_id}", "get"));

    [Fact]
    public void A_filter_finds_a_value_itself() => Assert.Equal("[]", Applied(Action("$.components.schemas.c.enum[?@ == 'x']", "remove: true")).At("components", "schemas", "c", "enum"));

    [Fact]
    public void A_filter_that_nothing_passes_matches_nothing() =>
        Assert.Equal(ProblemKind.OverlayUnmatched, Assert.Single(Applied(Action("$.tags[?@.name == 'B']", "remove: true")).Problems).Kind);

    [Fact]
    public void A_member_is_renamed_at_its_place() => Assert.Equal("{thing:{type:object},c:{type:string,enum:[x]}}", Applied(Action("$.components.schemas['a.b']", "x-intercom-rename: thing")).At("components", "schemas"));

    [Fact]
    public void A_path_takes_the_parameters_of_its_template_along()
    {
        var item = Applied(
            Action("$.paths['/things/{thing_id}'].get.parameters[*]", "update: { name: thing_id, in: path }")
            + Action("$.paths['/things/{thing_id}'].get", "update: { parameters: [ { name: thing_id, in: query } ] }")
            + Action("$.paths['/things/{thing_id}']", "update: { parameters: [ { name: thing_id, in: path } ] }\n    x-intercom-rename: /things/{id}")).At("paths", "/things/{id}");
        Assert.Equal("{get:{operationId:a,parameters:[{name:id,in:path},{name:thing_id,in:query}]},parameters:[{name:id,in:path}]}", item);
    }

    [Theory]
    [InlineData("$.components.schemas.c", "a.b", "c cannot be renamed to a.b, which stands beside it")]
    [InlineData("$.tags[*]", "b", "only what stands under a name in a mapping can be renamed to b")]
    [InlineData("$", "b", "only what stands under a name in a mapping can be renamed to b")]
    public void What_cannot_be_renamed_is_said(string target, string name, string problem)
    {
        var (kind, text) = Assert.Single(Applied(Action(target, "x-intercom-rename: " + name)).Problems.Select(static p => (p.Kind, p.Arguments.Single())));
        Assert.Equal((ProblemKind.OverlayInvalid, problem), (kind, text));
    }

    [Theory]
    [InlineData("$..paths", ".")]
    [InlineData("$.tags[0]", "[0]")]
    [InlineData("$.tags[?@.name != 'A']", "[?@.name != 'A']")]
    [InlineData("$.tags[?@.name > 'A']", "[?@.name > 'A']")]
    [InlineData("$.tags[?@.name]", "[?@.name]")]
    [InlineData("$.tags[?@.* == 'A']", "[?@.* == 'A']")]
    [InlineData("$.tags[?@.name == 'A'", "[?@.name == 'A'")]
    [InlineData("$['paths", "['paths")]
    [InlineData("$paths", "paths")]
    [InlineData("paths", "paths")]
    [InlineData("", "")]
    public void Another_selector_is_named(string path, string selector) =>
        Assert.Contains($"the selector '{selector}'", Assert.Throws<FormatException>(() => JsonPath.Parse(path)).Message, StringComparison.Ordinal);

    [Fact]
    public void Actions_are_applied_in_their_order() => Assert.Equal("second", Applied(
        Action("$.info", "update: { title: first }") + Action("$.info", "update: { title: second }")).At("info", "title"));

    [Fact]
    public void An_action_sees_what_the_one_before_it_added() => Assert.Equal("{contact:{email:x,name:y}}", Applied(
        Action("$.info", "update: { contact: { email: x } }") + Action("$.info.contact", "update: { name: y }")).At("info", "contact", null));

    [Fact]
    public void What_cannot_be_applied_is_skipped_and_the_rest_is_not() => Assert.Equal("New", Applied(
        Action("$..x", "remove: true") + Action("$.info", "update: { title: New }")).At("info", "title"));

    [Fact]
    public void The_projects_own_overlay_comes_after_the_bundled_one()
    {
        const string schema = "thing: { type: object, properties: { name: { type: string, description: Document. } } }";
        var input = SpecInput.Schemas(schema).Overlay(Describe("Own.")).Bundled(Describe("Bundled."));
        Generation.Of(input).Compiles().Emits("/// <summary>Own.</summary>").Omits("Bundled.");
        Generation.Of(SpecInput.Schemas(schema).Bundled(Describe("Bundled."))).Compiles().Emits("/// <summary>Bundled.</summary>").Omits("Document.");
    }

    [Fact]
    public void The_bundled_overlay_can_be_left_out() => Generation.Of(SpecInput
        .Schemas("thing: { type: object, properties: { name: { type: string, description: Document. } } }")
        .Bundled(Describe("Bundled.")).Option("IntercomBundledOverlay", "False")).Compiles().Emits("/// <summary>Document.</summary>");

    [Fact]
    public void An_overlay_that_the_document_does_not_name_is_not_applied() => Generation.Of(SpecInput
        .Schemas("thing: { type: object, properties: { name: { type: string, description: Document. } } }")
        .Overlay(Describe("Own.")).Option("IntercomOverlay", "")).Compiles().Emits("/// <summary>Document.</summary>");

    [Fact]
    public void Overlays_are_applied_in_the_order_in_which_they_are_named()
    {
        const string schema = "thing: { type: object, properties: { name: { type: string, description: Document. } } }";
        var input = SpecInput.Schemas(schema).Overlay(Describe("First.")).Overlay(Describe("Second."), "/project/specs/a #2.yaml");
        Generation.Of(input.Option("IntercomOverlay", @"specs\own.overlay.yaml; specs/a #2.yaml")).Compiles().Emits("/// <summary>Second.</summary>");
        Generation.Of(input.Option("IntercomOverlay", "specs/a #2.yaml;specs/own.overlay.yaml")).Compiles().Emits("/// <summary>First.</summary>");
    }

    [Fact]
    public void Each_document_has_its_own_overlay()
    {
        var input = SpecInput.Schemas("thing: { type: object, properties: { name: { type: string, description: Document. } } }").Overlay(Describe("Own."));
        var second = input.Document(input.Files[0].Text, "/project/specs/second.yaml", ("IntercomNamespace", "Second"), ("IntercomClientName", "SecondClient"));
        var files = Generation.Of(second).Compiles().Files;
        Assert.Contains("Own.", files["Models/Standalone.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Document.", files["Second/Models/Standalone.g.cs"], StringComparison.Ordinal);
    }

    private static string Describe(string text) => Overlay(Action("$.components.schemas.thing.properties.name", $"update: {{ description: {text} }}"));

    private static string After(string target, string update, params string?[] at) => Applied(Action(target, "update: " + update)).At(at);

    private static string Action(string target, string what) => $"\n  - target: \"{target.Replace("\"", "\\\"", StringComparison.Ordinal)}\"\n    {what}";

    private static string Overlay(string actions) => "overlay: 1.0.0\ninfo: { title: Test, version: '1' }\nactions:" + actions;

    private const string Referring =
        """
        paths:
          /things/{id}: { get: { schema: { $ref: '#/components/schemas/list' }, loop: { $ref: '#/paths/~1things~1{id}/get/loop' } } }
        components:
          schemas:
            thing: { properties: { name: { was: string } } }
            list: { allOf: [ { properties: { data: { items: { $ref: '#/components/schemas/thing' } } } } ] }
        """;

    private static Result Applied(string actions) => AppliedTo(Document, actions);

    private static Result AppliedTo(string text, string actions)
    {
        var problems = new List<SpecProblem>();
        var document = (SpecMap)YamlReader.Read(text, 0, default);
        Spec.Overlays.Overlay.Apply(document, [YamlReader.Read(Overlay(actions), 1, default)], problems);
        return new Result(document, problems);
    }

    private sealed record Result(SpecMap Document, List<SpecProblem> Problems)
    {
        /// <summary>What stands at a place, on one line; a null step at the end takes what is around it.</summary>
        public string At(params string?[] names)
        {
            if (names[^1] is null)
                return $"{{{names[^2]}:{At(names[..^1])}}}";
            return Show(names.Aggregate((SpecNode)Document, static (node, name) => ((SpecMap)node)[name!]!));
        }

        private static string Show(SpecNode node) => node switch
        {
            SpecMap map => $"{{{string.Join(",", map.Entries.Select(static entry => $"{entry.Key}:{Show(entry.Value)}"))}}}",
            SpecList list => $"[{string.Join(",", list.Items.Select(Show))}]",
            _ => ((SpecScalar)node).Text,
        };
    }
}
