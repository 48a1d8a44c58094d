using System.Text.Json;
using System.Text.RegularExpressions;
using Intercom.Generator.Spec;
using Intercom.Generator.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests;

/// <summary>The document as a linter sees it that shares no code with the generator.</summary>
public sealed partial class LinterTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(Repository.Tests, "Linter");

    [NodeToolsFact]
    public async Task Our_document_has_no_errors_but_the_listed_ones_and_has_all_of_these()
    {
        var report = await LintAsync(Path.Combine(Repository.Root, "specs", WholeDocument.Ours));
        Assert.True(report.Errors.Count == 0, string.Join('\n', report.Errors));
        Assert.Equal(Listed().Count, report.Ignored);
    }

    [NodeToolsAndSpecsFact]
    public async Task The_listed_errors_are_those_of_the_published_document() =>
        Assert.Equal(Listed(), (await LintAsync(Path.Combine(PublishedSpecs.Folder!, "preview.yaml"))).Errors);

    // The whole document of a version is written for this test, so the linter itself cannot know the list by its place.
    [NodeToolsTheory]
    [MemberData(nameof(VersionTests.Names), MemberType = typeof(VersionTests))]
    public async Task A_bundled_version_has_the_listed_errors_and_no_others_and_its_examples_fit_it(string name)
    {
        var report = await LintAsync(BundledVersion.Find(name)!.Write());
        Assert.Equal(Listed($"intercom-{name}.json"), report.Errors);
        var preview = await LintAsync(Path.Combine(Repository.Root, "specs", WholeDocument.Ours));
        Assert.Empty(report.Examples.Except(preview.Examples));
    }

    [NodeToolsAndSpecsTheory]
    [MemberData(nameof(VersionTests.Names), MemberType = typeof(VersionTests))]
    public async Task The_listed_errors_of_a_version_are_those_of_its_published_document(string name) =>
        Assert.Equal(Listed($"intercom-{name}.json"), (await LintAsync(Path.Combine(PublishedSpecs.Folder!, BundledVersion.Find(name)!.Published))).Errors);

    private static List<string> Listed(string document = "../../../specs/" + WholeDocument.Ours)
    {
        var files = (SpecMap)YamlReader.Read(File.ReadAllText(Path.Combine(Folder, ".redocly.lint-ignore.yaml")), 0, default);
        var rules = ((SpecMap)files[document]!).Entries;
        return [.. rules.SelectMany(static rule => ((SpecList)rule.Value).Items.Select(place => $"{rule.Key} {((SpecScalar)place).Text}")).Order(StringComparer.Ordinal)];
    }

    private async Task<Report> LintAsync(string document)
    {
        using var linter = NodeTools.Start("redocly", "lint", document, "--config", Path.Combine(Folder, "redocly.yaml"), "--format", "json", "--max-problems", "2000");
        var complaint = linter.StandardError.ReadToEndAsync();
        var printed = await linter.StandardOutput.ReadToEndAsync();
        await linter.WaitForExitAsync();
        Assert.True(printed.StartsWith('{'), await complaint);

        using var json = JsonDocument.Parse(printed);
        var totals = json.RootElement.GetProperty("totals");
        output.WriteLine($"{Path.GetFileName(document)}: {totals}");
        var problems = json.RootElement.GetProperty("problems").EnumerateArray().ToLookup(
            static problem => problem.GetProperty("severity").GetString() == "error",
            static problem => $"{problem.GetProperty("ruleId")} {problem.GetProperty("location")[0].GetProperty("pointer")}");
        var errors = problems[true].Order(StringComparer.Ordinal).ToList();
        var examples = problems[false].Where(static problem => problem.StartsWith("no-invalid-", StringComparison.Ordinal));
        Assert.Equal(totals.GetProperty("errors").GetInt32(), errors.Count);
        return new Report(errors, totals.GetProperty("ignored").GetInt32(), [.. examples.Select(static example => Parameter().Replace(example, "{}"))]);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    /// <param name="Examples">Warnings about examples, at paths without the names of their parameters.</param>
    private sealed record Report(IReadOnlyList<string> Errors, int Ignored, IReadOnlyList<string> Examples);

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class NodeToolsAndSpecsFactAttribute : FactAttribute
    {
        public NodeToolsAndSpecsFactAttribute() => Skip = NodeTools.WhyNot ?? PublishedSpecs.WhyNot;
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class NodeToolsAndSpecsTheoryAttribute : TheoryAttribute
    {
        public NodeToolsAndSpecsTheoryAttribute() => Skip = NodeTools.WhyNot ?? PublishedSpecs.WhyNot;
    }
}
