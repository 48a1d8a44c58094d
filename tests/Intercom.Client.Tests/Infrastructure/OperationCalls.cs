using System.Collections;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Intercom.Json;

namespace Intercom.Client.Tests;

/// <summary>
/// Calls the operations of a document by a client that was made of it: each sends a body that is declared, and is answered with what is.
/// </summary>
internal sealed class OperationCalls(JsonNode root, ClientSurface client)
{
    private const int Seeds = 2;

    /// <summary>How many bodies were sent.</summary>
    public int Requests { get; private set; }

    /// <summary>How many answers were read.</summary>
    public int Answers { get; private set; }

    /// <summary>Calls each operation some times, and gives what was sent or read otherwise than it was declared.</summary>
    public IEnumerable<string> Faults() => client.ByOperation.Values
        .SelectMany(method => Faults(method).Select(fault => $"{method.Operation}: {fault}"));

    private IEnumerable<string> Faults(ClientMethod method)
    {
        var steps = method.Operation.Split(' ', 2);
        if (Resolved(Resolved(root["paths"]?[steps[1]])?[steps[0].ToLowerInvariant()]) is not { } operation)
        {
            yield return "is no operation of the document";
            yield break;
        }

        var bodies = Values(Json(operation["requestBody"])).DefaultIfEmpty<JsonNode?>(null);
        var answers = (operation["responses"] as JsonObject ?? []).Where(static answer => answer.Key[0] == '2')
            .SelectMany(answer => Values(Json(answer.Value)).Select(value => (Status: answer.Key, Value: (JsonNode?)value)))
            .DefaultIfEmpty(("200", null)).ToList();
        foreach (var body in bodies)
            foreach (var (status, answer) in answers)
                if (Fault(method, body, status, answer) is { } fault)
                    yield return fault;
    }

    private string? Fault(ClientMethod method, JsonNode? body, string status, JsonNode? answer)
    {
        var deviations = new List<JsonDeviation>();
        var code = int.TryParse(status, out var number) ? (HttpStatusCode)number : HttpStatusCode.OK;
        var handler = new RecordingHandler(_ => RecordingHandler.Json(answer?.ToJsonString() ?? "{}", code));
        var arguments = Arguments.For(method.Method, text: "text");
        try
        {
            var sends = body is not null && Sent(method, body, arguments);
            var result = Call(method, handler.Options(deviations.Add), arguments);
            return (sends ? FaultOfRequest(body!, handler) : null)
                ?? (answer is null ? null : FaultOfAnswer(method, answer, status, result, deviations));
        }
        catch (Exception e) when (e is IntercomException or InvalidOperationException or FormatException or ArgumentException)
        {
            return answer is null && e is IntercomUnreadableResponseException ? null : $"{e.Message} for {status} {answer?.ToJsonString()}";
        }
    }

    private object? Call(ClientMethod method, IntercomClientOptions options, object?[] arguments) =>
        method.CallAsync(client.Resource(method, options), arguments).GetAwaiter().GetResult();

    private static bool Sent(ClientMethod method, JsonNode body, object?[] arguments)
    {
        if (method.Method.GetParameters().SingleOrDefault(static p => p.Name == "request") is not { } request
            || JsonTypes.Of(request.ParameterType) is not { } type)
            return false;
        arguments[request.Position] = type.Read(body.ToJsonString(), []);
        return true;
    }

    private string? FaultOfRequest(JsonNode body, RecordingHandler handler)
    {
        Requests++;
        return handler.Sent[0].Body is not { } sent ? "no body was sent"
            : JsonCompare.Differences(body.ToJsonString(), sent) is [var difference, ..] ? $"{difference} was sent of {body.ToJsonString()}"
            : null;
    }

    private string? FaultOfAnswer(ClientMethod method, JsonNode answer, string status, object? result, List<JsonDeviation> deviations)
    {
        Answers++;
        if (method.ResultType == typeof(void))
            return $"{status} is read by nothing";
        if (result is IntercomDownload or Uri)
            return null;
        if (JsonCompare.Differences(answer, Written(result)) is [var difference, ..])
            return $"{difference} was read of {status} {answer.ToJsonString()}";
        return deviations.Where(static told => told.Kind != JsonDeviationKind.MissingProperty)
            .Select(deviation => $"{deviation} of {status} {answer.ToJsonString()}").FirstOrDefault();
    }

    private static JsonNode? Written(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        long whole => JsonValue.Create(whole),
        double number => JsonValue.Create(number),
        DateTimeOffset time => Time(time),
        DateOnly date => JsonValue.Create(date.ToString("O", CultureInfo.InvariantCulture)),
        ReadOnlyMemory<byte> bytes => JsonValue.Create(Convert.ToBase64String(bytes.Span)),
        JsonElement json => JsonNode.Parse(json.GetRawText()),
        JsonProperties map => new JsonObject(map.Select(static one => Property(one.Key, one.Value))),
        IDictionary map => new JsonObject(map.Keys.Cast<string>().Select(name => Property(name, map[name]))),
        _ when JsonTypes.Of(value.GetType()) is { } type => JsonNode.Parse(type.Write(value)),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Written)]),
        IFormattable other => JsonValue.Create(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(value.ToString()),
    };

    private static KeyValuePair<string, JsonNode?> Property(string name, object? value) => new(name, Written(value));

    private static JsonValue Time(DateTimeOffset time) =>
        JsonValue.Create(time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private IEnumerable<JsonNode> Values(JsonNode? schema) => schema is null
        ? []
        : Enumerable.Range(0, Seeds).Select(seed => new SchemaValues(root, seed).Of(schema)).OfType<JsonNode>();

    private JsonNode? Json(JsonNode? holder) => (Resolved(holder)?["content"] as JsonObject ?? [])
        .Where(static content => content.Key.Contains("json", StringComparison.Ordinal))
        .OrderBy(static content => content.Key != "application/json").FirstOrDefault().Value?["schema"];

    private JsonNode? Resolved(JsonNode? node) => JsonReference.Behind(root, node);
}
