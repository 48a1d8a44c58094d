using System.Xml.Linq;
using Intercom.Generator.Tests.Harness;
using Intercom.Reference.Samples;
using Xunit;

namespace Intercom.Reference.Tests;

/// <summary>The samples stand in the documentation of the ready-made client, where a program's build does not read them.</summary>
public sealed class SampleFileTests(SampleFixture fixture) : IClassFixture<SampleFixture>
{
    [Fact]
    public void The_file_holds_the_samples_of_today() =>
        Baseline.Matches(Path.Combine(Repository.Root, "specs", SampleFile.Name), SampleFile.Write(fixture.Document));

    [Fact]
    public void Each_operation_of_the_client_is_documented_with_its_sample()
    {
        var documentation = XDocument.Load(Path.ChangeExtension(typeof(IntercomClient).Assembly.Location, ".xml"));
        var examples = documentation.Descendants("example").Select(static example => Plain(example.Value)).ToHashSet();
        Assert.Empty(fixture.Samples.Where(sample => !examples.Contains(Plain(sample.Code))).Select(static sample => sample.Operation.Id));
    }

    // The compiler keeps the lines, and indents all of them alike.
    private static string Plain(string code) =>
        string.Join('\n', code.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
