using System.Text.RegularExpressions;
using Intercom.Generator.Spec;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests;

/// <summary>Documents of other companies: they use what Intercom's do not, and may one day.</summary>
public sealed partial class OtherDocuments(ITestOutputHelper output)
{
    [SpecsTheory]
    [InlineData("box.json")]
    [InlineData("twilio-conversations.yaml")]
    [InlineData("openai.yaml")]
    public void A_document_of_another_company_is_generated_completely(string name)
    {
        var text = PublishedSpecs.Read("others/" + name);
        var generation = Generation.Of(SpecInput.Empty.Document(text, "/project/specs/" + name), Project.Runnable());
        foreach (var remark in generation.Run.Diagnostics.GroupBy(static d => $"{d.Id} {Name().Replace(d.GetMessage(null), "'…'")}").OrderByDescending(static same => same.Count()))
            output.WriteLine($"{remark.Count()} × {remark.Key}");
        generation.Compiles();
        Assert.DoesNotContain(generation.Run.Diagnostics, static d => d.Severity >= DiagnosticSeverity.Warning);
        var declared = SpecDocument.Read(text, [], default).OpenApi.Paths
            .SelectMany(static path => path.Value.Operations!.Keys.Select(verb => $"{verb.Method.ToUpperInvariant()} {path.Key}"));
        var called = Call().Matches(generation.Text).Select(static match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(declared, operation => !called.Contains(operation));
    }

    [GeneratedRegex("new ApiRequest\\(\"([A-Z]+ [^\"]*)\"")]
    private static partial Regex Call();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Name();
}
