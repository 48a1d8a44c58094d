using Intercom.Generator.SafeText;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Intercom.Generator.Tests;

/// <summary>Text has a type: what is not safe does not compile, and what is made safe is safe.</summary>
public sealed class SafeTextTests
{
    [Theory]
    [InlineData("Code.Text($\"a {text} b\")")]
    [InlineData("Code.Text($\"a {text.Trim()} b\")")]
    [InlineData("Code.Text($\"a {(object)text} b\")")]
    [InlineData("Code.Text($\"a {text.AsSpan()} b\")")]
    [InlineData("Code.Text($\"a {new[] { text }} b\")")]
    [InlineData("Code.Text(text)")]
    [InlineData("new Code(text)")]
    [InlineData("(Code)text")]
    [InlineData("new Literal(text)")]
    [InlineData("new Name(text)")]
    [InlineData("new DocLine(text)")]
    [InlineData("Code.Lines([text])")]
    [InlineData("Code.List(new[] { text })")]
    [InlineData("(Code)DocLine.Of(text)")]
    public void A_string_reaches_no_template(string expression) => Assert.Contains(Compile(expression), static d => d.Severity == DiagnosticSeverity.Error);

    [Theory]
    [InlineData("Code.Text($\"a {Literal.Of(text)} b\")")]
    [InlineData("Code.Text($\"a {Name.Of(text)} b {1}\")")]
    [InlineData("Code.Text($\"/// {DocLine.Of(text)}\")")]
    [InlineData("Code.Text($\"a {Code.Of(\"b\")}\")")]
    public void A_safe_text_does(string expression) => Assert.Empty(Compile(expression));

    [Theory]
    [InlineData("public {0}")]
    [InlineData("/// a\n{0}")]
    [InlineData("{0}")]
    public void Words_stand_in_comments_alone(string before) => Assert.Throws<InvalidOperationException>(() =>
    {
        var template = new CodeTemplate(1, 1);
#pragma warning disable CA1857 // The test's own text.
        template.AppendLiteral(before.Replace("{0}", "", StringComparison.Ordinal));
#pragma warning restore CA1857
        template.AppendFormatted(DocLine.Of("class Words { }"));
    });

    [Theory]
    [InlineData("a", "a")]
    [InlineData("class", "@class")]
    [InlineData("@class", "@class")]
    [InlineData("", "_")]
    [InlineData("@", "_")]
    [InlineData("1a", "_1a")]
    [InlineData("a b", "a_b")]
    [InlineData("a\nb", "a_b")]
    [InlineData("é", "_")]
    [InlineData("a;b", "a_b")]
    [InlineData("@1", "_1")]
    [InlineData("a@b", "a_b")]
    public void A_name_is_an_identifier(string text, string expected) => Assert.Equal(expected, Name.Of(text).ToString());

    [Fact]
    public void A_literal_means_its_text_and_is_printable_ASCII()
    {
        var text = new string([.. Enumerable.Range(0, 0x3000).Select(static i => (char)i), '\uFEFF', '\u202E']) + "😀";
        var literal = Literal.Of(text).ToString();
        Assert.All(literal, static c => Assert.InRange(c, ' ', '~'));
        Assert.Equal(text, SyntaxFactory.ParseExpression(literal).GetFirstToken().ValueText);
    }

    [Fact]
    public void Words_are_one_line_of_XML()
    {
        var text = string.Concat(Enumerable.Range(0, 0xFFFF).Select(static i => (char)i)) + "</summary> & 😀";
        var words = DocLine.Of(text).ToString();
        Assert.DoesNotContain(words, static c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202E' or '\uFEFF' or '\uFFFE');
        var element = System.Xml.Linq.XElement.Parse($"<summary>{words}</summary>");
        Assert.Empty(element.Elements());
        Assert.EndsWith("</summary> & 😀", element.Value, StringComparison.Ordinal);
    }

    private static IEnumerable<Diagnostic> Compile(string expression)
    {
        var source = $"using System; using Intercom.Generator.SafeText; static class Test {{ static object Make(string text) => {expression}; }}";
        // The generator shows its internals to this name.
        return CSharpCompilation.Create(
            "Intercom.Generator.Tests",
            [CSharpSyntaxTree.ParseText(source, Project.Language)],
            [
                .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(File.Exists).Select(static path => MetadataReference.CreateFromFile(path)),
                MetadataReference.CreateFromFile(typeof(Code).Assembly.Location),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error);
    }
}
