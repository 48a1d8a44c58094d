using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Intercom.Generator.Tests;

/// <content>What is said of the program and of what its project asks for.</content>
public sealed partial class DiagnosticTests
{
    [Fact]
    public void IC2001_The_language_is_too_old()
    {
        var language = new CSharpParseOptions(LanguageVersion.CSharp11);
        var generation = Generation.Of(SpecInput.Schemas(""), Project.Create(language, [.. Project.Framework, Project.Runtime], ""), language);
        Assert.Equal("The client needs C# 12 or later, and this project is compiled as C# 11.0. Set <LangVersion>12</LangVersion>, or target net8.0 or later.", generation.Single("IC2001").GetMessage(null));
        Assert.Empty(generation.Files);
        Assert.Empty(generation.Complaints);
    }

    [Fact]
    public void IC2002_The_runtime_is_not_referenced()
    {
        var generation = Generation.Of(SpecInput.Schemas(""), Project.Create(Project.Language, Project.Framework, ""));
        Assert.Contains("Add the package Intercom.Runtime", generation.Single("IC2002").GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(generation.Files);
        Assert.Empty(generation.Complaints);
    }

    [Fact]
    public void IC2003_The_runtime_is_older_than_the_generator()
    {
        var old = CSharpCompilation.Create(
            "Intercom.Runtime",
            [CSharpSyntaxTree.ParseText("[assembly: System.Reflection.AssemblyVersion(\"0.9.0.0\")] namespace Intercom { public class IntercomConnection; }", Project.Language)],
            Project.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var generation = Generation.Of(SpecInput.Schemas(""), Project.Create(Project.Language, [.. Project.Framework, old.ToMetadataReference()], ""));
        Assert.Equal("Intercom.Runtime is of version 0.9.0 and the generator of 1.0.0. Give both packages the same version; no client was made.", generation.Single("IC2003").GetMessage(null));
        Assert.Empty(generation.Files);
    }

    [Theory]
    [InlineData("namespace Intercom.Models;\n\npublic record Contact(string Id);", 3, 15, "Intercom.Models.Contact")]
    [InlineData("namespace Intercom.Models.Contact;\n\npublic class Inner;", 1, 27, "Intercom.Models.Contact")]
    [InlineData("namespace Intercom { class IntercomClient; }", 1, 28, "Intercom.IntercomClient")]
    public void IC2005_The_program_has_the_name_of_an_emitted_type(string source, int line, int column, string name)
    {
        var diagnostic = Generation.Of(SpecInput.Schemas("contact: { type: object }"), source).Single("IC2005");
        AssertAt("/project/Source0.cs", line, column, diagnostic);
        Assert.StartsWith($"The client emits '{name}', and the program declares something else of that name.", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("actions: []", 1, 1, "it does not start with 'overlay: 1.0.0'")]
    [InlineData("- a", 1, 1, "it does not start with 'overlay: 1.0.0'")]
    [InlineData("overlay: 1.0.0", 1, 1, "it has no list of 'actions'")]
    public void IC1014_The_file_is_no_overlay(string overlay, int line, int column, string message)
    {
        var diagnostic = Only("IC1014", SpecInput.Schemas("").Overlay(overlay), DiagnosticSeverity.Error);
        AssertAt(SpecInput.OverlayPath, line, column, diagnostic);
        Assert.Equal($"The file is no overlay: {message}. Nothing of it was applied; correct it, or leave it out of Overlay.", diagnostic.GetMessage(null));
    }

    [Fact]
    public void IC3001_An_overlay_is_named_that_is_not_there()
    {
        var input = SpecInput.Schemas("").Overlay(Overlay + "  - target: $.info\n    update: { title: New }");
        const string project = "<Project>\n  <ItemGroup>\n    <IntercomSpec Include=\"a.yaml\" Overlay=\"specs\\own.overlay.yaml;gone.yaml\" />\n  </ItemGroup>\n</Project>";
        var diagnostic = Only("IC3001", input.Option("IntercomOverlay", @"specs\own.overlay.yaml;gone.yaml").Project(project), DiagnosticSeverity.Error);
        Assert.StartsWith("Overlay cannot be 'gone.yaml': there is no such file, and nothing of it was applied.", diagnostic.GetMessage(null), StringComparison.Ordinal);
        AssertAt(SpecInput.ProjectPath, 3, 36, diagnostic);
    }

    [Theory]
    [InlineData("Accessibility", "intrenal", "Accessibility cannot be 'intrenal': it can be public or internal; did you mean 'internal'? It was taken as not said.")]
    [InlineData("BundledOverlay", "no", "BundledOverlay cannot be 'no': it can be true or false. It was taken as not said.")]
    [InlineData("Namespace", "Acme..Intercom", "Namespace cannot be 'Acme..Intercom': it is no namespace; one is made of C# names with dots between them. It was taken as not said.")]
    [InlineData("Namespace", "Acme.class", "Namespace cannot be 'Acme.class': it is no namespace; one is made of C# names with dots between them. It was taken as not said.")]
    [InlineData("ClientName", "My client", "ClientName cannot be 'My client': it is no name of C#. It was taken as not said.")]
    [InlineData("Tags", "Contcats", "Tags cannot be 'Contcats': document.yaml has no such tag; did you mean 'Contacts'? It has Contacts, Tags. It was taken as not said.")]
    [InlineData("Tags", "Everything", "Tags cannot be 'Everything': document.yaml has no such tag; it has Contacts, Tags. It was taken as not said.")]
    [InlineData("Operations", "GET /contact", "Operations cannot be 'GET /contact': document.yaml has no such operation; did you mean 'GET /contacts'? It was taken as not said.")]
    [InlineData("Operations", "listContacts", "Operations cannot be 'listContacts': document.yaml has no such operation; an operation is named by its verb and path, as in 'GET /contacts/{id}'. It was taken as not said.")]
    public void IC3001_The_value_of_an_option_is_not_understood(string option, string value, string message)
    {
        var input = SpecInput.Paths(
            """
            /contacts: { get: { tags: [Contacts], responses: { '204': { description: Done } } } }
            /tags: { get: { tags: [Tags], responses: { '204': { description: Done } } } }
            """);
        var project = $"<Project>\n  <ItemGroup>\n    <IntercomSpec Include=\"specs/document.yaml\" {option}=\"{(option is "Tags" ? "Tags; " : "")}{value}\" />\n  </ItemGroup>\n</Project>";
        var diagnostic = Only("IC3001", input.Option("Intercom" + option, value).Project(project), DiagnosticSeverity.Error);
        Assert.Equal(message, diagnostic.GetMessage(null));
        AssertAt(SpecInput.ProjectPath, 3, 49, diagnostic);
    }

    [Fact]
    public void IC3001_The_option_of_the_listing_is_not_understood()
    {
        var input = SpecInput.Schemas("").Listing(null, "updat").Project("<Project>\n  <PropertyGroup>\n    <IntercomApiListing>updat</IntercomApiListing>\n  </PropertyGroup>\n</Project>");
        var diagnostic = Only("IC3001", input, DiagnosticSeverity.Error);
        Assert.Equal("IntercomApiListing cannot be 'updat': it can be true, update or false; did you mean 'update'? It was taken as not said.", diagnostic.GetMessage(null));
        AssertAt(SpecInput.ProjectPath, 3, 6, diagnostic);
    }

    [Theory]
    [InlineData("<Project")]
    [InlineData("<Project />")]
    public void IC3001_The_option_stands_in_another_file(string project) =>
        Assert.Equal(Location.None, Only("IC3001", SpecInput.Schemas("").Option("IntercomAccessibility", "private").Project(project), DiagnosticSeverity.Error).Location);

    [Fact]
    public void IC3002_An_option_is_unknown()
    {
        var project = "<Project>\n  <ItemGroup>\n    <IntercomSpec Include=\"a.yaml\" Condition=\"true\" OurOwnMetadata=\"1\">\n      <Acessibility>internal</Acessibility>\n    </IntercomSpec>\n  </ItemGroup>\n</Project>";
        var diagnostic = Only("IC3002", SpecInput.Schemas("").Project(project), DiagnosticSeverity.Warning);
        Assert.Equal("IntercomSpec has no option 'Acessibility'; did you mean 'Accessibility'? Its options are Namespace, ClientName, Accessibility, Overlay, BundledOverlay, Tags, Operations.", diagnostic.GetMessage(null));
        AssertAt(SpecInput.ProjectPath, 4, 8, diagnostic);
    }

    [Fact]
    public void IC3003_Two_documents_ask_for_the_same_namespace()
    {
        var input = SpecInput.Schemas("");
        var diagnostic = Only("IC3003", input.Document(input.Files[0].Text, "/project/specs/second.yaml", ("IntercomNamespace", "intercom")), DiagnosticSeverity.Error);
        Assert.Equal("second.yaml asks for the namespace 'intercom', which another IntercomSpec has. Give it a Namespace of its own; no client was made from it.", diagnostic.GetMessage(null));
        AssertAt("/project/specs/second.yaml", 1, 1, diagnostic);
    }

    [Theory]
    [InlineData("""<IntercomSpec Include="specs/document.yaml;specs/second.yaml" />""", "Intercom", 19)]
    [InlineData("""<IntercomSpec Include="specs/second.yaml" Namespace="intercom" />""", "intercom", 47)]
    [InlineData("""<IntercomSpec Include="New" />""", "Intercom", 19)]
    public void IC3003_The_namespace_is_asked_for_in_the_project(string item, string name, int column)
    {
        var input = SpecInput.Schemas("");
        var second = input.Document(input.Files[0].Text, "/project/specs/second.yaml", ("IntercomNamespace", name), ("IntercomBundledVersion", "New"));
        var diagnostic = Only("IC3003", second.Project($"<Project>\n  <ItemGroup>\n    {item}\n  </ItemGroup>\n</Project>"), DiagnosticSeverity.Error);
        AssertAt(SpecInput.ProjectPath, 3, column, diagnostic);
    }

    [Fact]
    public void IC3005_A_group_is_cut_in_part()
    {
        var input = SpecInput.Paths(
            """
            /contacts: { get: { tags: [Contacts], responses: { '204': { description: Done } } } }
            /contacts/{id}/tags: { get: { tags: [Contacts, Tags], responses: { '204': { description: Done } } } }
            """);
        const string project = "<Project>\n  <ItemGroup>\n    <IntercomSpec Include=\"a.yaml\" Tags=\"Tags\" />\n  </ItemGroup>\n</Project>";
        var diagnostic = Only("IC3005", input.Option("IntercomTags", "Tags").Project(project), DiagnosticSeverity.Info);
        Assert.Equal(
            "Tags names 'Tags': 1 of the 2 operations of 'Contacts' are in the client, those that the document tags so. Add 'Contacts' to have all, or leave it.",
            diagnostic.GetMessage(null));
        AssertAt(SpecInput.ProjectPath, 3, 36, diagnostic);
    }

    [Theory]
    [InlineData("JsonSerializable(typeof(Contact))", 6, 26, "Contact")]
    [InlineData("JsonSerializable(typeof(System.Collections.Generic.List<Intercom.Models.Contact>))", 6, 74, "Contact")]
    public void IC2008_A_context_names_an_emitted_type(string attribute, int line, int column, string name)
    {
        var source = $"using System.Text.Json.Serialization;\nusing Intercom.Models;\n\n/// <summary>Ours.</summary>\n[JsonSerializable(typeof(string))]\n[{attribute}]\npublic partial class Ours;";
        var diagnostic = Generation.Of(SpecInput.Schemas("contact: { type: object }"), source).Single("IC2008");
        AssertAt("/project/Source0.cs", line, column, diagnostic);
        Assert.StartsWith($"System.Text.Json's generator cannot see '{name}'", diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.DoesNotContain(Generation.Of(SpecInput.Schemas("tag: { type: object }"), source).Run.Diagnostics, static diagnostic => diagnostic.Id == "IC2008");
    }
}
