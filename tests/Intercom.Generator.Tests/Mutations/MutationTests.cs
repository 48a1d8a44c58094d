using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests.Mutations;

/// <summary>A few of the mutations that the benchmarks' command runs by the thousand.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Count = 50;

    [Fact]
    public void Whatever_a_document_says_ends_with_code_that_compiles()
    {
        var results = Enumerable.Range(1, Count).Select(static seed => MutationRun.Of(seed, ofWhole: false, compiles: true)).ToList();
        foreach (var same in results.GroupBy(static result => result.What))
            output.WriteLine($"{same.Key}: {same.Count()}");
        Assert.Empty(results
            .Where(static result => result.IsFailure)
            .Select(static result => $"{result.Seed}: {result.What} {result.Detail}"));
        Assert.Contains(results, static result => result.What == MutationOutcome.Client);
        Assert.Contains(results, static result => result.What == MutationOutcome.Error);
    }

    [Fact]
    public void The_same_number_makes_the_same_mutation() => Assert.Equal(TextsOf(7), TextsOf(7));

    private static IEnumerable<string> TextsOf(int seed) => Mutation.Of(seed, ofWhole: false).Files.Select(static file => file.Text);
}
