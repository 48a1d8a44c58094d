using System.Collections.Immutable;
using Intercom.Generator.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Intercom.Generator.Tests.Harness;

/// <summary>One run of the generator over a project.</summary>
internal sealed class Generation
{
    private readonly Lazy<ImmutableArray<Diagnostic>> _compilerDiagnostics;

    private Generation(CSharpCompilation before, CSharpGeneratorDriver driver)
    {
        Driver = driver.RunGeneratorsAndUpdateCompilation(before, out var after, out _);
        Run = Driver.GetRunResult().Results.Single();
        Compilation = (CSharpCompilation)after;
        Files = Run.GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString());
        _compilerDiagnostics = new(() => Strict(before, Compilation).GetDiagnostics());
    }

    public GeneratorDriver Driver { get; }

    public GeneratorRunResult Run { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>The emitted files by their hint names.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    public string Text => string.Join("\n", Files.OrderBy(static file => file.Key, StringComparer.Ordinal).Select(static file => $"// ---- {file.Key}\n{file.Value}"));

    /// <summary>What the compiler says of the whole, from warnings up; warnings are errors.</summary>
    public IEnumerable<Diagnostic> Complaints => _compilerDiagnostics.Value.Where(static d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed);

    public static Generation Of(SpecInput input, params string[] sources) => new(Project.Of(sources), Project.Driver(input));

    public static Generation Of(SpecInput input, CSharpCompilation compilation, CSharpParseOptions? language = null) => new(compilation, Project.Driver(input, language));

    public Diagnostic Single(string id) => Assert.Single(Run.Diagnostics, diagnostic => diagnostic.Id == id);

    /// <summary>Asserts that the generator ran to its end without an error, and that what it emitted compiles without a warning.</summary>
    public Generation Compiles()
    {
        Assert.Null(Run.Exception);
        Assert.Empty(Run.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString()));
        Assert.True(!Complaints.Any(), "The emitted code does not compile cleanly:\n" + string.Join("\n", Complaints.Take(20)) + "\n" + Around(Complaints.FirstOrDefault()));
        return this;
    }

    /// <summary>Asserts that the output holds some whole lines, at whatever depth they stand together.</summary>
    public Generation Emits(string expected)
    {
        Excerpt.AssertIn(expected, Text);
        return this;
    }

    /// <summary>Asserts that no line of the output holds a text.</summary>
    public Generation Omits(string text)
    {
        Assert.True(!Text.Contains(text, StringComparison.Ordinal), $"The output holds what it should not: {text}\n{Text}");
        return this;
    }

    public INamedTypeSymbol Type(string name) => Compilation.GetTypeByMetadataName(name) ?? throw new InvalidOperationException($"{name} was not emitted.\n{Text}");

    // What is emitted spares its users the analysis of nullability, and must pass it all the same.
    private static CSharpCompilation Strict(CSharpCompilation before, CSharpCompilation after) => after.SyntaxTrees
        .Except(before.SyntaxTrees)
        .Aggregate(after, static (compilation, tree) => compilation.ReplaceSyntaxTree(
            tree,
            tree.WithChangedText(SourceText.From(tree.ToString().Replace(EmittedFile.Nullability, "#nullable enable\n", StringComparison.Ordinal)))));

    private static string Around(Diagnostic? diagnostic)
    {
        if (diagnostic?.Location.SourceTree?.GetText() is not { } text)
            return "";
        var line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
        return string.Join("\n", text.Lines.Skip(Math.Max(0, line - 3)).Take(7));
    }
}
