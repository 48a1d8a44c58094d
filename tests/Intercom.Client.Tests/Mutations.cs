using System.Text.Json.Nodes;
using Intercom.Json;
using Xunit.Abstractions;

namespace Intercom.Client.Tests;

/// <summary>
/// Whatever a server changes in an answer, at whatever place, is read, kept and, where it is another shape than declared, reported.
/// </summary>
public class Mutations(ITestOutputHelper output)
{
    private const int MostShown = 40;

    [Theory]
    [MemberData(nameof(TestedDocument.Names), MemberType = typeof(TestedDocument))]
    public void Every_change_of_every_response_example_is_read_and_kept_and_disturbs_nothing_else(string name)
    {
        if (TestedDocument.Of(name, output) is not { } tested)
            return;

        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var failures = new List<string>();
        var reported = 0;
        foreach (var example in ExampleSource.Of(tested.Document).Where(static e => e is { Kind: ExampleKind.Response, Value: not null }))
        {
            var type = tested.TypeOf(example)!;
            var root = example.Value!.DeepClone();
            var before = Deviations(type, root).Item2;
            foreach (var mutation in Mutation.Of(root))
            {
                counts[mutation.Name] = counts.GetValueOrDefault(mutation.Name) + 1;
                mutation.Apply();
                var problem = Problem(tested.Document, example, type, root, mutation, before, ref reported);
                mutation.Undo();
                if (problem is not null)
                    failures.Add($"{example}: {mutation.Name} at {mutation.JsonPath}: {problem}");
            }

            Assert.Empty(JsonCompare.Differences(example.Value, root));
        }

        output.WriteLine($"{name}: {counts.Values.Sum()} mutations, {reported} of them of a shape that must be reported: "
            + string.Join(", ", counts.Select(static c => $"{c.Value} {c.Key}")));
        Assert.True(failures.Count == 0, $"{failures.Count} failures\n" + string.Join('\n', failures.Take(MostShown)));
        Assert.True(counts.Values.Sum() > 40 * tested.Document.Operations.Count && reported > 1_000);
    }

    private static string? Problem(
        ApiDocument document,
        Example example,
        IJsonType type,
        JsonNode root,
        Mutation mutation,
        IReadOnlyList<JsonDeviation> before,
        ref int reported)
    {
        try
        {
            var (written, deviations) = Deviations(type, root);
            if (JsonCompare.Differences(root, JsonNode.Parse(written)) is [var difference, ..])
                return difference;
            var news = deviations.Where(deviation => before.All(b => b.Place != deviation.Place));
            if (news.FirstOrDefault(d => !IsWithin(d.Path, mutation.JsonPath) && !IsAboutTheObjectAround(d, mutation))
                is { Path: not null } other)
                return $"disturbs {other}";
            if (IsCorrected(example, mutation) || !MustReport(DeclaredType.At(document, example.Schema, mutation.Path), mutation))
                return null;
            reported++;
            return deviations.Any(d => d.Path == mutation.JsonPath) ? null : "is not reported";
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            return e.ToString();
        }
    }

    private static (string, IReadOnlyList<JsonDeviation>) Deviations(IJsonType type, JsonNode root)
    {
        var deviations = new List<JsonDeviation>();
        return (type.Write(type.Read(root.ToJsonString(), deviations)), deviations);
    }

    // An object of which nothing is known any more, but what was added to it, is of an unknown type; so is one beside what named its type.
    // And one from which something was taken lacks it under the name that its type has for it.
    private static bool IsAboutTheObjectAround(JsonDeviation deviation, Mutation mutation) =>
        deviation.Kind is JsonDeviationKind.UnknownType or JsonDeviationKind.MissingProperty
        && IsWithin(deviation.Path, Mutation.PathText(mutation.Path.Take(mutation.Path.Count - 1)));

    // The documents are read here as they are published: where the overlay says that a server sends both forms, neither is reported.
    private static bool IsCorrected(Example example, Mutation mutation) =>
        mutation.Path.OfType<string>().LastOrDefault() is "download_expires_at" or "labels" or "reactions"
        || (mutation.JsonPath == "$.id" && example.ToString().StartsWith("DELETE /folders/{id} ", StringComparison.Ordinal));

    private static bool IsWithin(string path, string place) => path.StartsWith(place, StringComparison.Ordinal)
        && (path.Length == place.Length || path[place.Length] is '.' or '[');

    private static bool MustReport(string? declared, Mutation mutation) => (mutation.Found, declared) switch
    {
        (_, null) or ("nothing" or "other string", _) => false,
        ("null", _) => mutation.Name == "null in array",
        ("object", "object") or ("string", "string") or ("number", "integer" or "number") => false,
        _ => true,
    };
}
