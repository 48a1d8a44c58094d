using System.Text.Json;
using System.Text.Json.Nodes;
using Intercom.Testing;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Reference.Tests;

/// <summary>The sample of each operation compiles, and sends what the document shows.</summary>
public sealed class SampleTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Preview", 256)]
    [InlineData("2.16", 231)]
    public void Each_operation_has_a_sample_that_compiles_without_a_warning(string version, int operations)
    {
        var compiled = CompiledSamples.Of(version);
        Assert.Equal(operations, compiled.Samples.Count);
        var complaints = compiled.Compilation.GetDiagnostics().Where(static one => one.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints.Select(one => $"{one.GetMessage()}\n{LineOf(one)}")));
    }

    [Theory]
    [InlineData("Preview", 191, 86)]
    [InlineData("2.16", 169, 69)]
    public async Task Each_one_that_the_document_answers_runs_and_sends_the_example_that_it_was_made_of(
        string version, int least, int leastCompared)
    {
        var compiled = CompiledSamples.Of(version);
        var (run, compared, wrong) = (0, 0, new List<string>());
        // One uploads a file that is not there.
        var answered = compiled.Samples.Where(sample => compiled.Document.AnswerOf(sample.Operation) is not null);
        foreach (var (operation, _) in answered.Where(static s => !s.Code.Contains("File.OpenRead", StringComparison.Ordinal)))
        {
            await using var fake = FakeIntercom.InMemory();
            // A page that says that another one follows is followed by one that holds nothing.
            fake.On(operation.Id).Returns(200, compiled.Document.AnswerOf(operation)!.ToJsonString()).Returns(200, "{}");
            await compiled.RunAsync(operation.Id, fake.Options);
            var call = fake.Calls[0];
            Assert.Equal(operation.Verb, call.Method);
            run++;
            if (compiled.Document.RequestOf(operation) is not { } example)
                continue;
            compared++;
            if (!JsonNode.DeepEquals(Plain(example), Plain(JsonNode.Parse(call.Text))))
                wrong.Add($"{operation.Id}\n  {example.ToJsonString()}\n  {call.Text}");
        }

        output.WriteLine($"{version}: {run} samples ran, {compared} bodies compared");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(run >= least && compared >= leastCompared, $"{run} ran, {compared} compared");
    }

    [Theory]
    [InlineData("POST /contacts", "Contact contact = await intercom.Contacts.CreateAsync(new CreateContactRequest")]
    [InlineData("POST /contacts", "    Role = ContactRole.User,")]
    [InlineData("POST /contacts", "    SignedUpAt = new DateTimeOffset(")]
    [InlineData("GET /contacts", "await foreach (Contact contact in intercom.Contacts.ListAsync())")]
    [InlineData("GET /me", "AdminWithApp adminWithApp = await intercom.Admins.GetMeAsync();")]
    public void One_reads_as_it_would_be_written(string operation, string line) =>
        Assert.Contains(
            line, CompiledSamples.Of("Preview").Samples.Single(sample => sample.Operation.Id == operation).Code, StringComparison.Ordinal);

    // Times are compared as moments and identifiers as texts: both are sent as the document declares them, whichever the example shows.
    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(static pair => KeyValuePair.Create(pair.Key, Plain(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Plain)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && DateTimeOffset.TryParse((string?)value, out var time) =>
            time.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
        JsonValue value => value.ToString(),
        _ => null,
    };

    private static string LineOf(Diagnostic one) =>
        one.Location.SourceTree!.GetText().Lines[one.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
}
