using Intercom.Generator.Naming;
using Intercom.Generator.Scoping;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Intercom.Generator.Tests;

/// <summary>Whatever a program or what it references declares, emitted code means by its names what it meant before.</summary>
public class ForeignNameTests
{
    // Operations of every kind, so that every kind of emitted code is there.
    private static readonly SpecInput Input = WholeDocument.Input(WholeDocument.Ours, hasOverlay: true).Option("IntercomTags", "Fin Agent;Data Export;Articles;Workflows");

    private static readonly Generation Bare = Generation.Of(Input);

    /// <summary>Every word that emitted code uses for a type, and every emitted type.</summary>
    private static readonly Lazy<IReadOnlyList<string>> Words = new(static () => [.. Used().Concat(Declared()).Distinct().Order(StringComparer.Ordinal)]);

    private static readonly HashSet<string> Runtime =
        [.. typeof(IntercomConnection).Assembly.GetTypes().Where(static type => !type.IsNested).Select(static type => type.Name.Split('`')[0])];

    public static TheoryData<string, string> Places()
    {
        var places = new TheoryData<string, string>();
        foreach (var place in new[] { "", "Intercom", "Intercom.Models" })
            places.Add("Intercom", place);
        foreach (var place in new[] { "", "Acme", "Acme.Intercom", "Acme.Intercom.Models", "Intercom" })
            places.Add("Acme.Intercom", place);
        return places;
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_program_declares_types_of_every_name_that_emitted_code_says(string client, string place) =>
        AssertCompiles(client, Project.Of(Source(place, Foreign(client, place), Types)));

    [Theory]
    [MemberData(nameof(Places))]
    public void A_program_has_namespaces_of_every_name_that_emitted_code_says(string client, string place) =>
        AssertCompiles(client, Project.Of(Source(place, Foreign(client, place), Namespace)));

    [Theory]
    [MemberData(nameof(Places))]
    public void An_assembly_that_is_referenced_has_types_of_every_name_that_emitted_code_says(string client, string place) =>
        AssertCompiles(client, Project.Of().AddReferences(Library(Source(place, Foreign(client, place), Types))));

    [Fact]
    public void Every_word_that_emitted_code_says_of_the_platform_is_known()
    {
        var known = OutsideWords.Platform.Concat(OutsideWords.Attributes).SelectMany(static place => place.Words.Select(word => (place.Namespace, Word: word)));
        Assert.Empty(Platform(WholeDocument.Generate(WholeDocument.Ours, hasOverlay: true)).Except(known));
    }

    [Fact]
    public void No_emitted_type_has_a_name_that_emitted_code_says_of_the_platform()
    {
        var attributes = OutsideWords.Attributes.SelectMany(static place => place.Words).SelectMany(static word => new[] { word, word + "Attribute" });
        Assert.Empty(OutsideWords.Platform.SelectMany(static place => place.Words).Concat(attributes).Except(ReservedNames.Types));
    }

    [Fact]
    public void Only_what_would_mean_something_else_is_said_in_full()
    {
        var text = Generation.Of(Input, Project.Of("namespace Intercom { internal class Article; internal class Task; }")).Text;
        Assert.Contains("public virtual global::System.Threading.Tasks.Task<global::Intercom.Models.Article> ", text, StringComparison.Ordinal);
        Assert.Equal(Bare.Text, text.Replace("global::System.Threading.Tasks.Task", "Task", StringComparison.Ordinal)
            .Replace("global::Intercom.Models.Article ", "Article ", StringComparison.Ordinal)
            .Replace("global::Intercom.Models.Article>", "Article>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_of_an_emitted_type_is_no_other_type() => Generation.Of(Input, Project.Of(
        "#pragma warning disable // What is said of the program itself is not looked at.\n"
            + "namespace Intercom.Models { public partial record Article { public int Length => 1; } } "
            + "namespace Intercom { public partial class IntercomClient; public partial class ArticlesClient; }")).Compiles();

    private static void AssertCompiles(string client, CSharpCompilation program)
    {
        var generation = Generation.Of(Input.Option("IntercomNamespace", client), program);
        var own = program.SyntaxTrees.ToHashSet();
        var complaints = generation.Complaints.Where(complaint => !own.Contains(complaint.Location.SourceTree!)).ToList();
        Assert.True(complaints.Count == 0, $"{complaints.Count} complaints:\n" + string.Join("\n", complaints.Take(40)));
    }

    private static IEnumerable<string> Foreign(string client, string place) => Words.Value.Where(word =>
        !(place == client && Bare.Compilation.GetTypeByMetadataName("Intercom." + word)?.Locations[0].IsInSource == true)
        && !(place == client + ".Models" && Bare.Compilation.GetTypeByMetadataName("Intercom.Models." + word) is not null)
        && !(place == "Intercom" && Runtime.Contains(word)));

    private static string Source(string place, IEnumerable<string> words, Func<string, string> declare)
    {
        var declarations = string.Join("\n", words.Select(declare));
        var program = place.Length == 0 ? declarations : $"namespace {place}\n{{\n{declarations}\n}}\n";
        return "#pragma warning disable // Such a program is not looked at itself, and compiles as an assembly of its own too.\n" + program;
    }

    private static string Types(string word) => $"public class {word};\npublic class {word}<T>;\npublic class {word}<T, TOther>;";

    private static string Namespace(string word) => $"namespace {word} {{ public class Inner; }}";

    private static MetadataReference Library(string source)
    {
        var library = Project.Of(source).WithAssemblyName("Library");
        using var image = new MemoryStream();
        var result = library.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Take(10)));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static IEnumerable<string> Declared() => EmittedTrees()
        .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
        .Select(static type => type.Identifier.Text);

    private static IEnumerable<string> Used() =>
        from tree in EmittedTrees()
        let model = Bare.Compilation.GetSemanticModel(tree)
        from name in tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>()
        where model.GetSymbolInfo(name).Symbol is INamedTypeSymbol || name.Parent is AttributeSyntax
        from word in name.Parent is AttributeSyntax ? new[] { name.Identifier.Text, name.Identifier.Text + "Attribute" } : [name.Identifier.Text]
        select word;

    private static IEnumerable<(string Namespace, string Word)> Platform(Generation generation) =>
        from source in generation.Run.GeneratedSources
        let model = generation.Compilation.GetSemanticModel(source.SyntaxTree)
        from name in source.SyntaxTree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>()
        let symbol = model.GetSymbolInfo(name).Symbol
        let type = symbol as INamedTypeSymbol ?? (name.Parent is AttributeSyntax ? symbol?.ContainingType : null)
        where type is not null && !type.Locations[0].IsInSource && type.ContainingAssembly.Name != "Intercom.Runtime"
        select (type.ContainingNamespace.ToString(), name.Identifier.Text);

    private static IEnumerable<SyntaxTree> EmittedTrees() => Bare.Run.GeneratedSources.Select(static source => source.SyntaxTree);
}
