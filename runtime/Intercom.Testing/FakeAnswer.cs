using System.Globalization;
using System.Text;
using System.Text.Json;
using Intercom.Json;

namespace Intercom.Testing;

/// <summary>An answer of the fake.</summary>
public sealed class FakeAnswer
{
    private readonly Func<Stream, CancellationToken, Task>? _write;

    private FakeAnswer(int status, string? contentType, ReadOnlyMemory<byte> body, Func<Stream, CancellationToken, Task>? write = null)
    {
        Status = status;
        ContentType = contentType;
        Body = body;
        _write = write;
    }

    /// <summary>An answer that never comes: the connection is cut before a byte of it was sent.</summary>
    public static FakeAnswer Drop { get; } = new(0, null, default);

    /// <summary>The status.</summary>
    public int Status { get; }

    /// <summary>The type of the body; null where there is none.</summary>
    public string? ContentType { get; }

    /// <summary>The body; empty where it is written piece by piece.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Headers besides the type of the body.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal bool IsDrop => Status == 0;

    internal bool IsStreamed => _write is not null;

    /// <summary>An answer with a JSON body.</summary>
    /// <param name="json">The JSON text.</param>
    /// <param name="status">The status.</param>
    public static FakeAnswer Json(string json, int status = 200) =>
        new(status, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(json));

    /// <summary>An answer with a value as its JSON body.</summary>
    /// <typeparam name="T">The emitted type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="status">The status.</param>
    public static FakeAnswer Json<T>(T value, int status = 200)
        where T : IJson<T> => new(status, "application/json; charset=utf-8", IntercomJson.ToUtf8Json(value));

    /// <summary>An answer without a body.</summary>
    /// <param name="status">The status.</param>
    public static FakeAnswer Empty(int status = 200) => new(status, null, default);

    /// <summary>An answer as a gateway in front of Intercom gives it: a page of HTML.</summary>
    /// <param name="status">The status.</param>
    public static FakeAnswer Html(int status = 502) =>
        new(status, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>"u8.ToArray());

    /// <summary>An answer of any other type, for instance a file.</summary>
    /// <param name="body">The body.</param>
    /// <param name="contentType">Its type.</param>
    /// <param name="status">The status.</param>
    public static FakeAnswer Bytes(ReadOnlyMemory<byte> body, string contentType = "application/octet-stream", int status = 200) =>
        new(status, contentType, body);

    /// <summary>An answer whose body is written piece by piece; what is flushed reaches the client at once.</summary>
    /// <param name="contentType">The type of the body.</param>
    /// <param name="write">Writes the body. The token is cancelled when the client leaves or the fake stops.</param>
    /// <param name="status">The status.</param>
    public static FakeAnswer Streamed(string contentType, Func<Stream, CancellationToken, Task> write, int status = 200)
    {
        ArgumentNullException.ThrowIfNull(write);
        return new FakeAnswer(status, contentType, default, write);
    }

    /// <summary>An answer with Intercom's list of errors, of one error.</summary>
    /// <param name="status">The status.</param>
    /// <param name="code">What went wrong, as a word.</param>
    /// <param name="message">What went wrong, as a sentence.</param>
    /// <param name="field">The parameter at fault; null names none.</param>
    /// <param name="requestId">The id of the call; null leaves it out.</param>
    public static FakeAnswer Error(int status, string code, string message, string? field = null, string? requestId = null) => Json(
        JsonText.Write(json =>
        {
            json.WriteString("type", "error.list");
            if (requestId is not null)
                json.WriteString("request_id", requestId);
            json.WriteStartArray("errors");
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteString("message", message);
            if (field is not null)
                json.WriteString("field", field);
            json.WriteEndObject();
            json.WriteEndArray();
        }),
        status);

    /// <summary>An answer that the limit of calls is used up.</summary>
    /// <param name="reset">When calls are taken again; sent in whole seconds, rounded up.</param>
    /// <param name="requestId">The id of the call; null leaves it out.</param>
    public static FakeAnswer Throttled(DateTimeOffset reset, string? requestId = null)
    {
        var seconds = (reset.ToUnixTimeMilliseconds() + 999) / 1000;
        return Error(429, "rate_limit_exceeded", "Exceeded rate limit of 167 in 10_seconds", null, requestId)
            .With("X-RateLimit-Limit", "167")
            .With("X-RateLimit-Remaining", "0")
            .With("X-RateLimit-Reset", seconds.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Adds a header.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public FakeAnswer With(string name, string value)
    {
        Headers[name] = value;
        return this;
    }

    /// <summary>The headers of the answer to one call.</summary>
    internal IEnumerable<KeyValuePair<string, string>> HeadersFor(FakeCall call) =>
        Headers.ContainsKey("X-Request-Id") ? Headers : Headers.Append(new("X-Request-Id", call.RequestId));

    internal async Task WriteAsync(Stream body, CancellationToken cancellationToken)
    {
        if (_write is not null)
            await _write(body, cancellationToken).ConfigureAwait(false);
        else if (!Body.IsEmpty)
            await body.WriteAsync(Body, cancellationToken).ConfigureAwait(false);
    }
}
