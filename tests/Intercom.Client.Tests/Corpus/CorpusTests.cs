using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace Intercom.Client.Tests.Corpus;

/// <summary>Bodies as they are really sent, which the documents alone do not describe: each is read into typed properties, whole.</summary>
public class CorpusTests(ITestOutputHelper output)
{
    /// <summary>What only Intercom's own model has, and nobody can use: it is kept, and needs no property.</summary>
    private static readonly string[] Internals = [".Conversation.Model.", ".Conversation.Parts[0].", ".Conversation.Options."];

    /// <summary>The forms beside the declared one in which a value is read: it is told, and it is typed.</summary>
    private static readonly (string Expected, string Found)[] Read =
        [("integer", "string"), ("number", "string"), ("boolean", "string"), ("string", "number"), ("unix time", "string"), ("ISO 8601 time", "number")];

    public static TheoryData<string> Names => [.. CorpusBody.All.Select(static body => body.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_body_is_read_into_typed_properties(string name)
    {
        var body = CorpusBody.Of(name);
        var reading = await body.ReadAsync();
        var wrong = body.Values.Select(expected => (expected.Path, expected.Value, Found: TypedPath.Text(reading.Root, expected.Path)))
            .Where(static value => value.Found != value.Value)
            .Select(static value => $"{value.Path}: expected {value.Value ?? "null"}, found {value.Found ?? "null"}");
        Assert.Equal([], wrong);
        Assert.Equal([], Left(reading));
        Assert.Equal([], reading.Deviations.Where(static deviation => !Read.Contains((deviation.Expected, deviation.Found))));
        Assert.Equal([], JsonCompare.Differences(body.TypedJson, Unwrapped(body, reading.Written)));
    }

    [Fact]
    public async Task Nearly_every_value_of_the_corpus_is_typed()
    {
        var share = default(TypedShare);
        foreach (var body in CorpusBody.All)
            share += TypedShare.Of(body.TypedJson, (await body.ReadAsync()).Typed);
        foreach (var kind in CorpusBody.All.GroupBy(static body => body.Name.Split('/')[0]))
            output.WriteLine($"{kind.Key}: {kind.Count()} bodies, {kind.Sum(static body => body.Values.Count())} values asserted");
        output.WriteLine($"The corpus: {share}");
        Assert.True(share.Percent >= 99, share.ToString());
    }

    private static IEnumerable<string> Left(CorpusReading reading) =>
        Leftovers.In(reading.Typed).Where(static left => left.Count > 0).Select(static left => left.ToString())
        .Where(static left => !Array.Exists(Internals, internals => left.StartsWith(internals, StringComparison.Ordinal)));

    // One company that was found is a list of one; what is written is that list.
    private static string Unwrapped(CorpusBody body, string written) =>
        body.Name == "Rest/companies.find.one" ? JsonNode.Parse(written)!["data"]![0]!.ToJsonString() : written;
}
