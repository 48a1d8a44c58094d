using System.Buffers;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Intercom.Json;

namespace Intercom;

/// <summary>One call, as an emitted method describes it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiRequest
{
    private readonly string _path;
    private readonly List<(string Name, string Value)> _query;
    private Action<JsonOutput>? _write;
    private IntercomForm? _form;
    private byte[]? _body;
    private string? _cursor;
    private string[] _versions = [];

    /// <summary>Describes a call.</summary>
    /// <param name="operation">The verb and the path template: <c>GET /contacts/{id}</c>.</param>
    /// <param name="path">The values of the template's parameters, in its order.</param>
    /// <exception cref="ArgumentException">A value is null or empty: the call would be another one. Or the operation is no verb and path.</exception>
    public ApiRequest(string operation, params string[] path)
    {
        Operation = operation;
        ArgumentException.ThrowIfNullOrEmpty(operation);
        var space = operation.IndexOf(" /", StringComparison.Ordinal);
        // Whatever else stood between the base address and the path could make another host of it, and the token would go there.
        if (space <= 0)
            throw new ArgumentException("The operation is no verb and path that starts with a slash.", nameof(operation));
        Method = new HttpMethod(operation[..space]);
        _path = PathTemplate.Fill(operation.AsSpan(space + 1), path);
        _query = [];
    }

    private ApiRequest(ApiRequest other)
    {
        Operation = other.Operation;
        Method = other.Method;
        Headers = other.Headers;
        IsSafe = other.IsSafe;
        _versions = other._versions;
        _path = other._path;
        _query = [.. other._query];
        _write = other._write;
        _form = other._form;
    }

    /// <summary>The verb and the path template.</summary>
    public string Operation { get; }

    internal HttpMethod Method { get; }

    internal Dictionary<string, string>? Headers { get; private set; }

    /// <summary>What of the body no exception shows.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal IReadOnlyList<string> Secrets { get; private set; } = [];

    /// <summary>Whether the call may be done twice although its verb does not say so.</summary>
    internal bool IsSafe { get; private set; }

    /// <summary>Whether the call may be done twice.</summary>
    internal bool IsRepeatable => IsSafe || Method.Method is "GET" or "HEAD" or "PUT" or "DELETE";

    /// <summary>Adds a query parameter; null adds none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public ApiRequest Query(string name, string? value)
    {
        if (value is not null)
            _query.Add((name, Uri.EscapeDataString(value)));
        return this;
    }

    /// <inheritdoc cref="Query(string, string?)"/>
    public ApiRequest Query(string name, bool? value) => Query(name, value switch { true => "true", false => "false", null => null });

    /// <inheritdoc cref="Query(string, string?)"/>
    public ApiRequest Query(string name, long? value) => Query(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Query(string, string?)"/>
    public ApiRequest Query(string name, double? value) => Query(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a point in time in unix seconds; null adds none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public ApiRequest Query(string name, DateTimeOffset? value) => Query(name, value?.ToUnixTimeSeconds());

    /// <summary>Adds the value of an enum; null adds none.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public ApiRequest Query<T>(string name, T? value)
        where T : struct, IOpenEnum<T> => Query(name, value?.Value);

    /// <summary>Adds a list, separated by commas; null and an empty one add none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values.</param>
    public ApiRequest Query(string name, IEnumerable<string>? values) => QueryAll(name, values);

    /// <inheritdoc cref="Query(string, IEnumerable{string}?)"/>
    public ApiRequest Query(string name, IEnumerable<long>? values) => QueryAll(name, values?.Select(static v => v.ToString(CultureInfo.InvariantCulture)));

    /// <inheritdoc cref="Query(string, IEnumerable{string}?)"/>
    /// <typeparam name="T">The enum.</typeparam>
    public ApiRequest Query<T>(string name, IEnumerable<T>? values)
        where T : struct, IOpenEnum<T> => QueryAll(name, values?.Select(static v => v.Value));

    /// <summary>Adds a header that the document prescribes.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; null adds none.</param>
    public ApiRequest Header(string name, string? value)
    {
        if (value is not null)
            (Headers ??= [])[name] = value;
        return this;
    }

    /// <summary>Says how the operation writes the versions that it takes, where that is not as the document writes its own: <c>preview</c>, say.</summary>
    /// <param name="versions">The versions. One of them stands in the place of the client's or the call's where they are the same but for capitals.</param>
    public ApiRequest Version(params string[] versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        _versions = versions;
        return this;
    }

    /// <summary>Adds a JSON body.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="body">The body.</param>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    public ApiRequest Body<T>(T body)
        where T : IJson<T>
    {
        ArgumentNullException.ThrowIfNull(body);
        _write = body.Write;
        return this;
    }

    /// <summary>Adds a JSON body.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <typeparam name="TCodec">How it is written.</typeparam>
    /// <param name="body">The body.</param>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    public ApiRequest Body<T, TCodec>(T body)
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(body);
        _write = json => TCodec.Write(json, body);
        return this;
    }

    /// <summary>Adds a JSON body of no declared shape.</summary>
    /// <param name="body">The body.</param>
    public ApiRequest RawBody(IntercomValue body)
    {
        _write = json => json.Element(body.Element);
        return this;
    }

    /// <summary>Adds a JSON body that holds secrets.</summary>
    internal ApiRequest Properties(JsonProperties body, params string[] secrets)
    {
        _write = json => json.Properties(body);
        Secrets = secrets;
        return this;
    }

    /// <summary>Adds a JSON body, or none where it is null.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="body">The body.</param>
    public ApiRequest OptionalBody<T>(T? body)
        where T : class, IJson<T> => body is null ? this : Body(body);

    /// <summary>Adds a body of form parts.</summary>
    /// <param name="request">What is sent in parts.</param>
    public ApiRequest Form(IFormRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _form = request.ToForm();
        return this;
    }

    /// <summary>Notes that the call may be repeated although its verb does not say so.</summary>
    public ApiRequest Safe()
    {
        IsSafe = true;
        return this;
    }

    /// <summary>The same call with one query parameter in place of another of its name, be that one of the call's or of its options.</summary>
    internal ApiRequest WithQuery(string name, string value)
    {
        var copy = new ApiRequest(this);
        copy._query.RemoveAll(parameter => parameter.Name == name);
        copy._cursor = name;
        return copy.Query(name, value);
    }

    /// <summary>The same call with another JSON body.</summary>
    internal ApiRequest WithBody(byte[] body) => new(this) { _body = body };

    /// <summary>A version in the letters of the operation.</summary>
    internal string VersionFor(string version) => _versions.FirstOrDefault(known => known.Equals(version, StringComparison.OrdinalIgnoreCase)) ?? version;

    /// <summary>Writes the body, once: whatever is sent again is the same bytes.</summary>
    internal byte[]? WriteBody(DateTimeOffset sentAt)
    {
        if (_body is not null || _write is null)
            return _body;
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, JsonOutput.Options))
            _write(new JsonOutput(writer, SecretValues.Written, sentAt));
        return _body = buffer.WrittenSpan.ToArray();
    }

    internal HttpContent? Content(DateTimeOffset sentAt)
    {
        if (_form is not null)
            return _form.ToContent();
        if (WriteBody(sentAt) is { } utf8)
            return new ByteArrayContent(utf8) { Headers = { ContentType = new("application/json") } };
        // .NET itself sends a call without content again when a connection that was kept open closes without an answer. One with content, be it empty, it does not.
        return IsRepeatable ? null : new ByteArrayContent([]);
    }

    internal Uri Address(Uri baseAddress, RequestOptions? options)
    {
        var address = new StringBuilder(baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/')).Append(_path);
        var separator = '?';
        foreach (var (name, value) in _query)
        {
            address.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(value);
            separator = '&';
        }

        if (options is not null)
            foreach (var (name, value) in options.Query.Where(parameter => parameter.Key != _cursor))
            {
                address.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }

        return new Uri(address.ToString(), UriKind.Absolute);
    }

    private ApiRequest QueryAll(string name, IEnumerable<string>? values)
    {
        if (values is not null && string.Join(',', values.Select(Uri.EscapeDataString)) is { Length: > 0 } joined)
            _query.Add((name, joined));
        return this;
    }
}
