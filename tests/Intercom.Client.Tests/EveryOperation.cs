using System.Net;
using System.Text;
using Xunit.Abstractions;

namespace Intercom.Client.Tests;

/// <summary>Each operation, called with the document's own request and answered with the document's own response.</summary>
public class EveryOperation(ITestOutputHelper output)
{
    /// <summary>The operations of our document, and of the published ones where they are there.</summary>
    public static TheoryData<string, string> Operations
    {
        get
        {
            var operations = new TheoryData<string, string>();
            foreach (var row in (IEnumerable<object[]>)TestedDocument.Names)
                foreach (var operation in TestedDocument.Of((string)row[0])?.Document.Operations ?? [])
                    operations.Add((string)row[0], operation.Name);
            return operations;
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_call_is_what_the_document_says_and_the_result_is_typed(string document, string name)
    {
        var tested = TestedDocument.Of(document)!;
        var operation = tested.Document.Operations.Single(o => o.Name == name);
        var method = tested.Client.ByOperation[name];
        var request = ExampleSource.RequestOf(operation);
        var response = ExampleSource.Of(operation).FirstOrDefault(static e => e is { Kind: ExampleKind.Response, Value: not null });
        var handler = new RecordingHandler(_ => Answer(operation, response));

        var result = await method.CallAsync(tested.Client.Resource(method, handler.Options()), DocumentedArguments.Of(operation, method));

        var sent = Assert.Single(handler.Sent);
        Assert.Equal(operation.Verb, sent.Verb);
        Assert.Equal(operation.Path.Split('/').Length, sent.Path.Split('/').Length);
        Assert.Equal(operation.Version, Assert.Single(sent.Headers.GetValues("Intercom-Version")));
        Assert.All(operation.Parameters.Where(static p => (string)p["in"]! == "query" && (bool?)p["required"] == true && p["schema"]!["oneOf"] is null), p =>
            Assert.True(sent.Query.ContainsKey((string)p["name"]!) || operation.Path.Contains($"{{{p["name"]}}}", StringComparison.Ordinal)));
        if (request is not null)
        {
            Assert.Equal("application/json", sent.ContentType);
            Assert.Empty(JsonCompare.Differences(request.Json, sent.Body!));
        }

        if (response is not null)
            Assert.Empty(JsonCompare.Differences(response.Json, JsonTypes.Of(method.ResultType)!.Write(result!)));
        else
            Assert.Equal(method.ResultType != typeof(void), result is not null);
        output.WriteLine($"{sent.Verb} {sent.Address} → {result?.GetType().Name ?? "nothing"}");
    }

    private static HttpResponseMessage Answer(ApiOperation operation, Example? example)
    {
        if (example is not null)
            return RecordingHandler.Json(example.Json, (HttpStatusCode)int.Parse(example.Status, System.Globalization.CultureInfo.InvariantCulture));
        var status = operation.Node["responses"]!.AsObject().Select(static r => r.Key).FirstOrDefault(static s => s[0] is '2' or '3') ?? "200";
        var answer = new HttpResponseMessage((HttpStatusCode)int.Parse(status, System.Globalization.CultureInfo.InvariantCulture));
        if (status == "302")
            answer.Headers.Location = new Uri("https://storage.example/recording.mp3");
        else if (operation.ResponseContents.Any(static r => r.Status[0] == '2') || status == "200")
            answer.Content = new StringContent(operation.ResponseContents.Any(static r => (string?)r.Content["schema"]?["type"] == "array") ? "[]" : "{}", Encoding.UTF8, "application/json");
        return answer;
    }
}
