using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace Intercom.Client.Tests;

/// <summary>
/// All operations, called with every request that the document shows, at a server that checks each request, and each answer of its own,
/// against the document.
/// </summary>
public class ValidatedCalls(ITestOutputHelper output)
{
    /// <summary>Where the published description cannot be satisfied, whatever is sent.</summary>
    private static readonly Dictionary<string, string> Contradictions = new()
    {
        ["PUT /companies/{id}"] = "no body is declared, so that nothing could be updated; the overlay mends it",
        ["GET /events"] = "its filter is a choice of objects, of which the server finds no property in a query, whoever writes it",
        ["GET /export/reporting_data/{job_identifier}"] = "the parameter of the path is declared in the query",
        ["GET /download/reporting_data/{job_identifier}"] = "the parameter of the path is declared in the query",
    };

    /// <remarks>
    /// A violation is the document's where its own answer is not what it declares, where the body that was sent is its own example,
    /// unchanged, and where it contradicts itself. Any other is the client's: there must be none.
    /// </remarks>
    [NodeToolsTheory]
    [InlineData("intercom-preview.yaml", true)]
    [InlineData("intercom-preview.yaml", false)]
    [InlineData("preview.yaml", false)]
    public async Task A_call_of_each_operation_is_valid(string name, bool hasOverlay)
    {
        if (TestedDocument.Of(name, output) is not { } tested)
            return;

        var document = hasOverlay ? ApiDocument.Corrected : tested.Document;
        await using var server = new ValidatingServer(document);
        var calls = new List<ValidatedCall>();
        foreach (var operation in document.Operations)
            foreach (var request in RequestsOf(operation))
                calls.Add(await server.CallAsync(tested.Client, operation, request));

        var refused = calls.Where(static call => call.Violations.Count > 0).ToList();
        output.WriteLine($"{document.Name}: {document.Operations.Count} operations, {calls.Count} calls, {refused.Count} with violations");
        foreach (var call in refused)
            output.WriteLine($"{call}: {Reason(call) ?? "THE CLIENT'S"}\n    {string.Join("\n    ", call.Violations)}");
        Assert.Equal(256, document.Operations.Count);
        Assert.Equal([], refused.Where(static call => Reason(call) is null).Select(static call => $"{call}: {call.Violations[0]}"));
    }

    private static string? Reason(ValidatedCall call) => call switch
    {
        _ when Contradictions.TryGetValue(call.Operation.Name, out var contradiction) => contradiction,
        _ when call.Violations.All(static violation => violation.IsOfAnswer) =>
            "the answer that the document shows is not what it declares",
        { IsExample: true } when call.Violations.All(static violation => violation.IsOfAnswer || violation.IsOfBody) =>
            "the request that the document shows is not what it declares",
        _ => null,
    };

    // What has no example, or is a form, is called once with values of its parameters' types.
    private static IEnumerable<Example?> RequestsOf(ApiOperation operation) =>
        ExampleSource.Of(operation).Where(static e => e is { Kind: ExampleKind.Request, IsForm: false, Value: not null }).DefaultIfEmpty();
}

/// <summary>What the server objects to.</summary>
internal sealed record Violation(string Location, string Message)
{
    public bool IsOfAnswer => Location.StartsWith("response", StringComparison.Ordinal);

    public bool IsOfBody => Location == "body" || Location.StartsWith("body.", StringComparison.Ordinal);

    public override string ToString() => $"{Location}: {Message}";
}

/// <summary>A call, whether its body was the document's own example, unchanged, and what the server objected to.</summary>
internal sealed record ValidatedCall(ApiOperation Operation, Example? Request, bool IsExample, IReadOnlyList<Violation> Violations)
{
    public override string ToString() => Request is null ? Operation.Name : $"{Operation.Name} '{Request.Name}'";
}

/// <summary>Calls operations at a mock server, a new one whenever one has ended.</summary>
internal sealed class ValidatingServer(ApiDocument document) : IAsyncDisposable
{
    private PrismServer? _server;

    public async Task<ValidatedCall> CallAsync(ClientSurface surface, ApiOperation operation, Example? request)
    {
        _server ??= await PrismServer.StartAsync(document);
        using var sending = new Sending();
        using var http = new HttpClient(sending);
        var method = surface.ByOperation[operation.Name];
        var client = surface.Resource(
            method, new IntercomClientOptions { AccessToken = "token", BaseAddress = _server.Address, MaxRetries = 0, HttpClient = http });
        IntercomResponse? answer = null;
        var observed = new RequestOptions { OnResponse = response => answer = response };
        string? fault = null;
        try
        {
            await method.CallAsync(client, DocumentedArguments.Of(operation, method, request, observed));
        }
        catch (IntercomException e)
        {
            fault = e.Message;
        }

        if (answer is null)
            await DisposeAsync();
        var isExample = request is not null && sending.Body is { } body && JsonCompare.Differences(request.Json, body).Count == 0;
        IReadOnlyList<Violation> violations = answer is null ? [new Violation("call", fault ?? "no answer")] : [.. ViolationsOf(answer)];
        return new ValidatedCall(operation, request, isExample, violations);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _server = null;
    }

    // An operation that declares an answer for bad requests is answered with the example of that, and says in a header what was bad.
    private static IEnumerable<Violation> ViolationsOf(IntercomResponse answer)
    {
        var text = answer.Headers.TryGetValues("sl-violations", out var header) ? string.Join(' ', header) : null;
        if (text is null && answer.Status < System.Net.HttpStatusCode.BadRequest)
            return [];
        var found = (text is null ? (JsonNode.Parse(answer.Text()) as JsonObject)?["validation"] : JsonNode.Parse(text)) as JsonArray;
        return found is { Count: > 0 }
            ? found.Select(static violation => new Violation(LocationOf(violation!), (string)violation!["message"]!))
            : [new Violation("call", $"{(int)answer.Status} {answer.Text()}")];
    }

    private static string LocationOf(JsonNode violation) =>
        string.Join('.', violation["location"]!.AsArray().Select(static step => (string?)step).SkipWhile(static step => step == "request"));

    /// <summary>Keeps what is sent.</summary>
    private sealed class Sending() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        public string? Body { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content?.Headers.ContentType?.MediaType == "application/json")
                Body = await request.Content.ReadAsStringAsync(cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
