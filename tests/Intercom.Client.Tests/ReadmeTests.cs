using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace Intercom.Client.Tests;

/// <summary>What the README shows compiles as it stands there.</summary>
public sealed partial class ReadmeTests(ITestOutputHelper output)
{
    // What a web project has in scope, and the usings that the first snippet shows.
    private const string Usings = """
        using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Net.Http; using System.Threading; using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.Configuration; using Microsoft.Extensions.DependencyInjection;
        using Intercom; using Intercom.AspNetCore; using Intercom.Models; using Intercom.Testing; using Intercom.Webhooks;

        """;

    // What a snippet takes for granted. A field may be hidden by a local variable of the snippet; a parameter may not.
    private static string Around(string snippet) => $$"""
        internal sealed class Reader(IntercomClient intercom, WebApplicationBuilder builder, WebApplication app, WebhookNotification<ProcedureHitlRequest> notification)
        {
            private IntercomClient intercom = intercom;
            private string? savedCursor;
            private readonly string token = "";
            private readonly DateTimeOffset from = default, to = default;
            private readonly CancellationToken ct = default;

            public async Task Snippet()
            {
                await Task.CompletedTask;
        {{snippet}}
            }
        }
        """;

    private static readonly string Text = Read();

    [Fact]
    public void Every_snippet_of_code_compiles()
    {
        var snippets = Snippets("csharp");
        foreach (var (title, code) in snippets)
        {
            var errors = Compile(code).GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString()).ToList();
            Assert.True(errors.Count == 0, $"'{title}' does not compile:\n{string.Join('\n', errors)}\n{code}");
        }

        output.WriteLine($"{snippets.Count} snippets: {string.Join(", ", snippets.Select(static snippet => snippet.Title))}");
        Assert.True(snippets.Count >= 10);
    }

    [Fact]
    public void Every_snippet_of_a_project_says_options_that_there_are()
    {
        var table = OptionRow().Matches(Text).SelectMany(static row => Name().Matches(row.Groups[1].Value)).Select(static name => name.Groups[1].Value).ToHashSet();
        var shown = Snippets("xml").Select(static snippet => XElement.Parse(snippet.Code)).Where(static item => item.Name == "IntercomSpec").SelectMany(static item => item.Attributes()).Select(static option => option.Name.LocalName);
        Assert.Subset(table, shown.ToHashSet());
        Assert.Equal(["Accessibility", "BundledOverlay", "ClientName", "Include", "Namespace", "Operations", "Overlay", "Tags"], table.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_commands_set_it_up() =>
        Assert.Equal(["dotnet run --project tests/samples/FinChat", "dotnet test Intercom.Generator.sln"], Snippets("").Select(static snippet => snippet.Code.Trim()).Take(2));

    private static CSharpCompilation Compile(string code)
    {
        var lines = code.Split('\n').ToLookup(static line => line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('=', StringComparison.Ordinal));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(static path => path.EndsWith(".dll", StringComparison.Ordinal)).Select(static path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create(
            "Readme",
            [CSharpSyntaxTree.ParseText(Usings + string.Join('\n', lines[true]) + "\n" + Around(string.Join('\n', lines[false])))],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static List<(string Title, string Code)> Snippets(string language) =>
        [.. Block().Matches(Text).Where(block => block.Groups[2].Value == language).Select(static block => (Title(block.Index), block.Groups[3].Value))];

    private static string Title(int before) => Heading().Matches(Text[..before]).LastOrDefault()?.Groups[1].Value.Trim() ?? "";

    private static string Read()
    {
        using var reader = new StreamReader(typeof(ReadmeTests).Assembly.GetManifestResourceStream("README.md")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("^(```)(\\w*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^\\| ((?:`\\w+`(?:, )?)+) \\| .* \\| .* \\|$", RegexOptions.Multiline)]
    private static partial Regex OptionRow();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Name();
}
