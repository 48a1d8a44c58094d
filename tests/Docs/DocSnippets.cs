using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Docs.Tests;

/// <summary>Compiles snippets of C# against what the tests themselves have.</summary>
internal static class DocSnippets
{
    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => path.EndsWith(".dll", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles each snippet of a page, and gives the errors of all.</summary>
    /// <param name="page">The page: <c>runtime/docs/inbox.md</c>.</param>
    /// <param name="around">Puts what a snippet takes for granted around it.</param>
    public static (int Count, string Errors) Compile(string page, Func<string, string> around)
    {
        var snippets = Page.Of(page).Snippets("csharp").ToList();
        return (snippets.Count, string.Join('\n', snippets.SelectMany(Refused)));

        IEnumerable<string> Refused((string Title, string Code) snippet) =>
            Errors(around(snippet.Code)).Select(error => $"{error}\n{snippet.Code}");
    }

    /// <summary>What the compiler refuses of a program.</summary>
    public static IEnumerable<string> Errors(string program) => CSharpCompilation
        .Create(
            "Page",
            [CSharpSyntaxTree.ParseText(program)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
        .GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString());
}
