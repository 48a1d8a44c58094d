using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Docs.Tests;

/// <summary>The snippets of C# in a page of the documentation.</summary>
internal static partial class DocSnippets
{
    /// <summary>Compiles each snippet of a page that is embedded in the tests, and gives the errors of all.</summary>
    /// <param name="page">The page: <c>inbox.md</c>.</param>
    /// <param name="around">Puts what a snippet takes for granted around it.</param>
    public static (int Count, string Errors) Compile(string page, Func<string, string> around)
    {
        using var reader = new StreamReader(typeof(DocSnippets).Assembly.GetManifestResourceStream(page)!);
        var snippets = Block().Matches(reader.ReadToEnd().ReplaceLineEndings("\n")).Select(static block => block.Groups[1].Value).ToList();
        return (snippets.Count, string.Join('\n', snippets.SelectMany(snippet => Errors(around(snippet)))));
    }

    private static IEnumerable<string> Errors(string code) => CSharpCompilation.Create(
        "Snippet",
        [CSharpSyntaxTree.ParseText(code)],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
        .GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(d => $"{d}\n{code}");

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
