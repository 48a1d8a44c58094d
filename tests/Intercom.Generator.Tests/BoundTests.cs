using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests;

/// <summary>What a document can grow into is bounded: on a stack as small as that of a compiler on Windows, each ends with a client, or
/// with one error that names the limit.</summary>
public sealed class BoundTests(ITestOutputHelper output)
{
    private const int SmallStack = 1 << 20;

    // Preview takes 150 MB; nothing here may take many times as much.
    private const long MostBytes = 2_000_000_000;

    public static TheoryData<string> Beyond { get; } = [.. HugeDocuments.Beyond.Keys];

    public static TheoryData<string> Within { get; } = [.. HugeDocuments.Within.Keys];

    public static TheoryData<string> Many { get; } = [.. HugeLists.All.Keys];

    [Theory]
    [MemberData(nameof(Beyond))]
    public void What_goes_beyond_a_limit_is_one_error_at_its_line(string name)
    {
        var (input, limit) = HugeDocuments.Beyond[name];
        var diagnostic = Assert.Single(Generate(input()).Run.Diagnostics);
        output.WriteLine(diagnostic.ToString());
        Assert.Equal("IC1011", diagnostic.Id);
        Assert.Contains(limit, diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.NotEqual(0, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [MemberData(nameof(Within))]
    public void What_is_large_and_within_the_limits_is_a_client(string name)
    {
        var generation = Generate(HugeDocuments.Within[name]());
        Assert.Empty(generation.Run.Diagnostics.Where(static d => d.Id is "IC1010" or "IC1011"));
        Assert.NotEmpty(generation.Files);
    }

    [Theory]
    [MemberData(nameof(Many))]
    public void What_there_is_very_much_of_is_a_client_or_one_error(string name)
    {
        var generation = Generate(HugeLists.All[name]());
        Assert.Empty(generation.Run.Diagnostics.Where(static d => d.Id is "IC1001" or "IC1010"));
        if (generation.Run.Diagnostics.Any(static d => d.Id == "IC1011"))
            Assert.NotEqual(0, Assert.Single(generation.Run.Diagnostics).Location.GetLineSpan().StartLinePosition.Line);
        Assert.NotEmpty(generation.Files);
    }

    [Fact]
    public void However_schemas_stand_in_each_other_they_are_a_client_or_one_error()
    {
        foreach (var (name, input) in HugeNestings.All)
        {
            var generation = Generate(input());
            Assert.False(generation.Run.Diagnostics.Any(static d => d.Id is "IC1001" or "IC1010"), name);
            Assert.NotEmpty(generation.Files);
        }

        output.WriteLine($"{HugeNestings.All.Count} documents");
    }

    private Generation Generate(SpecInput input)
    {
        Generation? generation = null;
        long bytes = 0;
        var thread = new Thread(
            () =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                generation = Generation.Of(input);
                bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            },
            SmallStack);
        thread.Start();
        thread.Join();
        var (read, emitted) = (input.Files.Sum(static file => file.Text.Length), generation!.Files.Sum(static file => file.Value.Length));
        output.WriteLine($"{read / 1000} kB became {emitted / 1000} kB, with {bytes / 1_000_000} MB");
        Assert.Null(generation.Run.Exception);
        Assert.All(
            generation.Run.Diagnostics.GroupBy(static d => d.Id),
            static same => Assert.InRange(same.Count(), 1, SpecReport.Most + 1));
        Assert.InRange(bytes, 0, MostBytes);
        return generation;
    }
}
