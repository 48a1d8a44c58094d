using System.Text;
using System.Text.Json;
using Intercom.Json;

namespace Intercom.Testing;

/// <summary>A call that the fake received. Tokens are left out of it.</summary>
public sealed class FakeCall
{
    private const string LeftOut = "(left out)";

    internal FakeCall(string method, string target, IEnumerable<KeyValuePair<string, string>> headers, byte[] body, int number)
    {
        Method = method;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        Path = question < 0 ? target : target[..question];
        Operation = $"{method} {Path}";
        Headers = new Dictionary<string, string>(headers, StringComparer.OrdinalIgnoreCase);
        Query = question < 0 ? [] : ReadQuery(target[(question + 1)..]);
        Body = body;
        RequestId = $"fake-request-{number}";
        HasToken = Headers.TryGetValue("Authorization", out var authorization)
            && authorization.Length > 7
            && authorization.StartsWith("Bearer ", StringComparison.Ordinal);
        if (authorization is not null)
            Headers["Authorization"] = HasToken ? "Bearer " + LeftOut : LeftOut;
        if (Query.TryGetValue("accessToken", out var streamToken))
            (StreamToken, Query["accessToken"]) = (streamToken, LeftOut);
    }

    /// <summary>The operation as it was set up; the verb and the path of the call where it was not set up.</summary>
    public string Operation { get; internal set; }

    /// <summary>The verb.</summary>
    public string Method { get; }

    /// <summary>The path as it was sent, percent-encoded, without the query.</summary>
    public string Path { get; }

    /// <summary>The values that stood in the place of the operation's parameters, decoded.</summary>
    public IReadOnlyDictionary<string, string> PathValues { get; internal set; } = new Dictionary<string, string>();

    /// <summary>The query, decoded; the values of a name that was sent several times are separated by commas.</summary>
    public Dictionary<string, string> Query { get; }

    /// <summary>The headers, those of the body included.</summary>
    public Dictionary<string, string> Headers { get; }

    /// <summary>Whether a bearer token was sent.</summary>
    public bool HasToken { get; }

    /// <summary>The version of the API that was asked for; null where the call did not say.</summary>
    public string? Version => Headers.GetValueOrDefault("Intercom-Version");

    /// <summary>The id that the answer carries as <c>X-Request-Id</c>, and an error in its body.</summary>
    public string RequestId { get; }

    /// <summary>The body as it was sent; empty where there was none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The body as JSON.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public JsonElement Json
    {
        get
        {
            var reader = new Utf8JsonReader(Body.Span);
            return JsonElement.ParseValue(ref reader);
        }
    }

    internal string? StreamToken { get; }

    /// <summary>Reads the body.</summary>
    /// <typeparam name="T">The emitted type of the body.</typeparam>
    /// <exception cref="JsonException">It is not JSON, or not a <typeparamref name="T"/>.</exception>
    public T Read<T>()
        where T : IJson<T> => IntercomJson.Parse<T>(Body.Span);

    /// <summary>The verb and the path.</summary>
    public override string ToString() => $"{Method} {Path}";

    private static Dictionary<string, string> ReadQuery(string query)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? parameter : parameter[..equals]);
            var value = equals < 0 ? "" : Decode(parameter[(equals + 1)..]);
            values[name] = values.TryGetValue(name, out var first) ? $"{first},{value}" : value;
        }

        return values;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
