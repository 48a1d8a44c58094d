using Intercom.Tests;
using Xunit.Abstractions;

namespace Intercom.Client.Tests;

/// <summary>The operations of eight areas, called at a server that checks each request, and each answer of its own, against the document.</summary>
public class ValidatedCalls(ITestOutputHelper output)
{
    private static readonly string[] Areas = ["AI Content", "Custom Object Instances", "Fin Agent", "Procedures", "Contacts", "Conversations", "Tickets", "Companies"];

    /// <summary>Where the published description cannot be satisfied; the overlay mends it, and the client is made from the document with the overlay.</summary>
    private static readonly Dictionary<string, string> Contradictions = new()
    {
        ["POST /conversations"] = "from.id has to be a UUID of 24 characters, and a UUID has 36; the ids of contacts have 24",
        ["PUT /companies/{id}"] = "no body is declared, so that nothing could be updated",
    };

    /// <remarks>The document with its overlay is what the client is made from: no call may violate it. The document alone is what Intercom publishes: only its contradictions may be violated, and each has to be.</remarks>
    [NodeToolsTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_of_each_operation_is_valid(bool hasOverlay)
    {
        var document = hasOverlay ? ApiDocument.Corrected : ApiDocument.Ours;
        var operations = document.Operations.Where(static operation => AreasOf(operation).Any()).ToList();
        await using var server = await PrismServer.StartAsync(document);

        var violations = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var operation in operations)
            if (await ViolationAsync(operation, server.Address) is { } violation)
                violations[operation.Name] = violation;

        foreach (var area in Areas)
            output.WriteLine($"{area}: {operations.Count(operation => AreasOf(operation).Contains(area))} operations");
        output.WriteLine($"{operations.Count} operations called, some of them of two areas; {violations.Count} were refused");
        foreach (var (operation, violation) in violations)
            output.WriteLine($"{operation}: {Contradictions.GetValueOrDefault(operation, "unexpected")}\n    {violation}");
        Assert.Equal(98, operations.Count);
        Assert.Equal(hasOverlay ? [] : Contradictions.Keys.Order(StringComparer.Ordinal), violations.Keys);
    }

    private static IEnumerable<string> AreasOf(ApiOperation operation) => operation.Node["tags"]!.AsArray().Select(static tag => (string)tag!).Intersect(Areas);

    /// <summary>What the server objects to; null where it answered the call.</summary>
    private static async Task<string?> ViolationAsync(ApiOperation operation, Uri address)
    {
        var method = ClientSurface.Ours.ByOperation[operation.Name];
        var client = ClientSurface.Ours.Resource(method, new IntercomClientOptions { AccessToken = "token", BaseAddress = address, MaxRetries = 0 });
        IntercomResponse? answer = null;
        try
        {
            await method.CallAsync(client, DocumentedArguments.Of(operation, method, new RequestOptions { OnResponse = response => answer = response }));
        }
        catch (IntercomApiException) when (answer is not null)
        {
            // What the server objects to stands in the answer.
        }

        // An operation that declares an answer for bad requests is answered with the example of that, and says in a header what was bad.
        var named = answer!.Headers.TryGetValues("sl-violations", out var violations) ? string.Join(' ', violations) : null;
        return named ?? (answer.Status < System.Net.HttpStatusCode.BadRequest ? null : $"{answer.Status} {answer.Text()}");
    }
}
