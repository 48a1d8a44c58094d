using System.Xml.Linq;
using Intercom.Generator.Tests.Harness;
using Intercom.Reference.Samples;
using Xunit;

namespace Intercom.Reference.Tests;

/// <summary>The samples stand in the documentation of each ready-made client, where a program's build does not read them.</summary>
public sealed class SampleFileTests
{
    [Theory]
    [MemberData(nameof(CompiledSamples.Versions), MemberType = typeof(CompiledSamples))]
    public void The_file_holds_the_samples_of_today(string version)
    {
        var compiled = CompiledSamples.Of(version);
        Baseline.Matches(Path.Combine(Repository.Root, "specs", compiled.SampleFileName), SampleFile.Write(compiled.Document));
    }

    [Theory]
    [MemberData(nameof(CompiledSamples.Versions), MemberType = typeof(CompiledSamples))]
    public void Each_operation_of_the_client_is_documented_with_its_sample(string version)
    {
        var compiled = CompiledSamples.Of(version);
        var documentation = XDocument.Load(compiled.Documentation);
        var examples = documentation.Descendants("example").Select(static example => Plain(example.Value)).ToHashSet();
        Assert.Empty(compiled.Samples.Where(sample => !examples.Contains(Plain(sample.Code))).Select(static sample => sample.Operation.Id));
    }

    // The compiler keeps the lines, and indents all of them alike.
    private static string Plain(string code) =>
        string.Join('\n', code.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
