using System.Text.RegularExpressions;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Intercom.Generator.Tests;

/// <summary>Which part of the generator may use which.</summary>
public sealed partial class ArchitectureTests
{
    private const string Root = "Intercom.Generator";
    private const int LongestFile = 400;
    private const int LongestMethod = 40;
    private const int LongestLine = 140;

    private static readonly string[] Libraries = ["YamlDotNet", "Microsoft.OpenApi", "Microsoft.CodeAnalysis"];

    // Spec and Naming know two values of the model: an array that is equal to its like, and documentation.
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["SafeText"] = [],
        ["Model"] = ["SafeText"],
        ["Naming"] = ["Model", "SafeText"],
        ["Spec"] = ["Model", "YamlDotNet", "Microsoft.OpenApi"],
        ["Parsing"] = ["Spec", "Naming", "Model", "SafeText", "Microsoft.OpenApi"],
        ["Emit"] = ["Model", "SafeText"],
        ["Listing"] = ["Model"],
        ["Scoping"] = ["Model", "Microsoft.CodeAnalysis"],
        ["Options"] = ["Naming", "Model", "Listing", "Microsoft.CodeAnalysis"],
        [""] = ["Spec", "Options", "Scoping", "Listing", "Naming", "Parsing", "Model", "Emit", "SafeText", "Microsoft.CodeAnalysis"],
    };

    [Theory]
    [InlineData("SafeText")]
    [InlineData("Model")]
    [InlineData("Naming")]
    [InlineData("Spec")]
    [InlineData("Parsing")]
    [InlineData("Emit")]
    [InlineData("Listing")]
    [InlineData("Options")]
    [InlineData("Scoping")]
    [InlineData("")]
    public void A_part_uses_what_its_arrows_allow(string part)
    {
        var files = Sources(Repository.Generator).Where(file => PartOf(file) == part).ToList();
        Assert.NotEmpty(files);
        var wrong = files.SelectMany(file => Uses(File.ReadAllText(file))
            .Where(use => use != part && !Arrows[part].Contains(use))
            .Select(use => $"{Path.GetFileName(file)} uses {use}"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Folders_are_namespaces()
    {
        Assert.All(Sources(Repository.Generator).Where(static file => Path.GetFileName(file) != "Polyfills.cs"), static file =>
        {
            var folder = Path.GetRelativePath(Repository.Generator, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
            Assert.Contains($"namespace {(folder == "." ? Root : $"{Root}.{folder}")};", File.ReadAllText(file), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Generator_and_runtime_do_not_know_each_other()
    {
        Assert.DoesNotContain(
            typeof(IntercomGenerator).Assembly.GetReferencedAssemblies(),
            static name => name.Name!.StartsWith("Intercom", StringComparison.Ordinal));
        Assert.DoesNotContain(
            typeof(IntercomConnection).Assembly.GetReferencedAssemblies(),
            static name => name.Name!.StartsWith("Intercom", StringComparison.Ordinal)
                || name.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public void The_generator_reads_nothing_but_its_inputs() =>
        Assert.All(Sources(Repository.Generator), static file => Assert.DoesNotMatch(Forbidden(), File.ReadAllText(file)));

    [Theory]
    [InlineData("generator")]
    [InlineData("runtime")]
    [InlineData("tests")]
    public void Files_methods_and_lines_stay_short(string folder)
    {
        var long_ = new List<string>();
        foreach (var file in Sources(Path.Combine(Repository.Root, folder)))
        {
            var tree = CSharpSyntaxTree.ParseText(
                File.ReadAllText(file), Project.Language.WithLanguageVersion(LanguageVersion.Preview));
            if (tree.GetText().Lines.Count > LongestFile)
                long_.Add($"{file} has {tree.GetText().Lines.Count} lines");
            if (folder == "tests")
                continue;
            long_.AddRange(tree.GetText().Lines.Where(static line => line.Span.Length > LongestLine)
                .Select(line => $"{file}({line.LineNumber + 1}) has {line.Span.Length} characters"));
            long_.AddRange(tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
                .Where(method => tree.GetLineSpan(method.Span) is var span
                    && span.EndLinePosition.Line - span.StartLinePosition.Line >= LongestMethod)
                .Select(method => $"{file}: {method.Identifier} is longer than {LongestMethod} lines"));
        }

        Assert.Empty(long_);
    }

    [Theory]
    [InlineData("generator")]
    [InlineData("runtime")]
    public void No_file_is_named_for_nothing(string folder) => Assert.All(Sources(Path.Combine(Repository.Root, folder)), static file =>
    {
        Assert.DoesNotMatch("(Manager|Helpers?|Utils?|Utilities)$", Path.GetFileNameWithoutExtension(file));
        Assert.DoesNotContain("#region", File.ReadAllText(file), StringComparison.Ordinal);
    });

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static step => step is "obj" or "bin"));

    private static string PartOf(string file) =>
        Path.GetRelativePath(Repository.Generator, file).Split(Path.DirectorySeparatorChar) is { Length: > 1 } parts ? parts[0] : "";

    /// <summary>The parts and libraries that a file names, in a using directive or in full.</summary>
    private static IEnumerable<string> Uses(string text)
    {
        var code = CSharpSyntaxTree.ParseText(text, Project.Language).GetRoot();
        var names = code.DescendantNodes()
            .Where(static node => node is QualifiedNameSyntax or UsingDirectiveSyntax
                or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax })
            .Where(static node => node.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.Contains(node) != true)
            .Select(static node => node is UsingDirectiveSyntax use ? use.Name!.ToString() : node.ToString());
        foreach (var full in names)
        {
            var name = full.StartsWith(Root + ".", StringComparison.Ordinal) ? full[(Root.Length + 1)..] : full;
            foreach (var known in Arrows.Keys.Where(static part => part.Length > 0).Concat(Libraries))
                if (name == known || name.StartsWith(known + ".", StringComparison.Ordinal))
                    yield return known;
        }
    }

    [GeneratedRegex(
        @"\b(File\.(Read|Write|Open|Exists)|HttpClient\b.*new|Console\.|DateTime(Offset)?\.(Utc)?Now|Guid\.NewGuid|Environment\.)")]
    private static partial Regex Forbidden();
}
