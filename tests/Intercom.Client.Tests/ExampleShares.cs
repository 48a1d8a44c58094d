using Xunit.Abstractions;

namespace Intercom.Client.Tests;

/// <summary>How much of what Intercom shows as answers a user reads from typed properties.</summary>
public class ExampleShares(ITestOutputHelper output)
{
    [Theory]
    [InlineData("intercom-preview.yaml")]
    [InlineData("preview.yaml")]
    [InlineData("2.16.yaml")]
    [InlineData("2.14.yaml")]
    [InlineData("2.11.yaml")]
    public void Nearly_every_value_of_the_response_examples_is_typed(string name)
    {
        if (TestedDocument.Of(name, output) is not { } tested)
            return;

        var share = default(TypedShare);
        var left = new List<string>();
        foreach (var example in ExampleSource.Of(tested.Document).Where(static e => e is { Kind: ExampleKind.Response, Value: not null }))
        {
            if (tested.TypeOf(example) is not { } type)
                continue;
            var value = type.Read(example.Json, []);
            share += TypedShare.Of(example.Json, value);
            left.AddRange(Leftovers.In(value).Where(static l => l.Count > 0).Select(l => $"{example.Operation}{l.Path}"));
        }

        output.WriteLine($"{name}: {share}; left are\n{string.Join('\n', left)}");
        Assert.True(share.All > 1000);
        Assert.True(share.Percent >= 99.5, share.ToString());
    }
}
