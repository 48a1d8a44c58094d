using System.Text.Json;
using Intercom.Generator.Spec;
using Intercom.Generator.Tests.Harness;
using Intercom.Tests;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests;

/// <summary>The document as a linter sees it that shares no code with the generator.</summary>
public sealed class LinterTests(ITestOutputHelper output)
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

    private static List<string> Listed()
    {
        var files = (SpecMap)YamlReader.Read(File.ReadAllText(Path.Combine(Folder, ".redocly.lint-ignore.yaml")), 0, default);
        var rules = ((SpecMap)Assert.Single(files.Entries).Value).Entries;
        return [.. rules.SelectMany(static rule => ((SpecList)rule.Value).Items.Select(place => $"{rule.Key} {((SpecScalar)place).Text}")).Order(StringComparer.Ordinal)];
    }

    private async Task<Report> LintAsync(string document)
    {
        using var linter = NodeTools.Start("redocly", "lint", document, "--config", Path.Combine(Folder, "redocly.yaml"), "--format", "json", "--max-problems", "50");
        var complaint = linter.StandardError.ReadToEndAsync();
        var printed = await linter.StandardOutput.ReadToEndAsync();
        await linter.WaitForExitAsync();
        Assert.True(printed.StartsWith('{'), await complaint);

        using var json = JsonDocument.Parse(printed);
        var totals = json.RootElement.GetProperty("totals");
        output.WriteLine($"{Path.GetFileName(document)}: {totals}");
        var errors = json.RootElement.GetProperty("problems").EnumerateArray().Where(static problem => problem.GetProperty("severity").GetString() == "error")
            .Select(static problem => $"{problem.GetProperty("ruleId")} {problem.GetProperty("location")[0].GetProperty("pointer")}")
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(totals.GetProperty("errors").GetInt32(), errors.Count);
        return new Report(errors, totals.GetProperty("ignored").GetInt32());
    }

    private sealed record Report(IReadOnlyList<string> Errors, int Ignored);

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class NodeToolsAndSpecsFactAttribute : FactAttribute
    {
        public NodeToolsAndSpecsFactAttribute() => Skip = NodeTools.WhyNot ?? PublishedSpecs.WhyNot;
    }
}
