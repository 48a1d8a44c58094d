using System.Net;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace Intercom.Client.Tests;

/// <summary>Every example of a document is what its method's type reads, and loses nothing.</summary>
public class Examples(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(TestedDocument.Names), MemberType = typeof(TestedDocument))]
    public void Every_request_and_response_example_is_read_and_written_back_without_loss(string name)
    {
        if (TestedDocument.Of(name, output) is not { } tested)
            return;

        var all = ExampleSource.Of(tested.Document).Where(static e => e.Kind != ExampleKind.Error).ToList();
        var examples = all.Where(static e => !e.IsForm && e.Value is not null).ToList();
        var failures = new List<string>();
        var passed = 0;
        foreach (var example in examples)
        {
            var problems = Problems(tested, example);
            if (problems.Count == 0)
                passed++;
            else
                failures.Add($"{example}\n    {string.Join("\n    ", problems)}");
        }

        var (requests, forms) = (examples.Count(static e => e.Kind == ExampleKind.Request), all.Count(static e => e.IsForm));
        output.WriteLine($"{name}: {passed} of {examples.Count} examples ({requests} requests, {examples.Count - requests} responses) "
            + $"of {tested.Document.Operations.Count} operations; besides {forms} of uploads, which no JSON is, "
            + $"and {all.Count(static e => !e.IsForm && e.Value is null)} that are null");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(examples.Count > tested.Document.Operations.Count);
    }

    [Theory]
    [MemberData(nameof(TestedDocument.Names), MemberType = typeof(TestedDocument))]
    public async Task Every_error_example_becomes_the_exception_of_its_status_with_what_it_says(string name)
    {
        if (TestedDocument.Of(name, output) is not { } tested)
            return;

        var examples = ExampleSource.Of(tested.Document).Where(static e => e.Kind == ExampleKind.Error).ToList();
        foreach (var example in examples)
        {
            var status = example.Status == "default"
                ? HttpStatusCode.BadGateway
                : (HttpStatusCode)int.Parse(example.Status, System.Globalization.CultureInfo.InvariantCulture);
            var method = tested.Method(example);
            var client = tested.Client.Resource(method, new RecordingHandler(example.Json, status).Options());
            var error = await Assert.ThrowsAnyAsync<IntercomApiException>(() => method.CallAsync(client, Arguments.For(method.Method)));
            Assert.Equal(status, error.Status);
            Assert.Equal(example.Operation.Name, error.Operation);
            Assert.Equal(example.Json, error.Body);
            Assert.True(SaysTheSame(example.Value, error), $"{example}: {error.Message}");
        }

        output.WriteLine($"{name}: {examples.Count} error examples");
        Assert.True(examples.Count > 10);
    }

    private static IReadOnlyList<string> Problems(TestedDocument tested, Example example)
    {
        if (tested.TypeOf(example) is not { } type)
            return [$"has no type to be read by: {tested.Method(example).Method}"];
        try
        {
            return JsonCompare.Differences(example.Json, type.Write(type.Read(example.Json, [])));
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            return [e.ToString()];
        }
    }

    // The codes, the messages and the fields of the body, in whatever of its shapes it came.
    private static bool SaysTheSame(JsonNode? body, IntercomApiException error) => body?["errors"] switch
    {
        JsonArray list => list.Select(static e => ((string?)e!["code"] ?? "", (string?)e["message"], (string?)e["field"]))
            .SequenceEqual(error.Errors.Select(static e => (e.Code, e.Message, e.Field)))
            && (string?)body["request_id"] == error.RequestId,
        JsonObject fields => fields.Select(static f => (f.Key, (string?)f.Value))
            .SequenceEqual(error.Errors.Select(static e => (e.Field!, e.Message))),
        _ => Assert.Single(error.Errors) is var only && only.Message == (string?)body?["message"]
            && only.Code == ((string?)body?["error_key"] ?? (string?)body?["code"] ?? ""),
    };
}
