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
public sealed partial class ApiRequest
{
    private readonly string _path;
    private (string From, string To)? _server;
    private List<(string Name, string Value)>? _query;
    private string? _cursor;
    private string[] _versions = [];
    private (string Version, string After)? _since;

    /// <summary>Describes a call.</summary>
    /// <param name="operation">The verb and the path template: <c>GET /contacts/{id}</c>.</param>
    /// <param name="path">The values of the template's parameters, in its order.</param>
    /// <exception cref="ArgumentException">
    /// A value is null or empty: the call would be another one. Or the operation is no verb and path.
    /// </exception>
    public ApiRequest(string operation, params PathValue[] path)
    {
        Operation = operation;
        ArgumentException.ThrowIfNullOrEmpty(operation);
        var space = operation.IndexOf(" /", StringComparison.Ordinal);
        // Whatever else stood between the base address and the path could make another host of it, and the token would go there.
        if (space <= 0)
            throw new ArgumentException("The operation is no verb and path that starts with a slash.", nameof(operation));
        Method = HttpMethod.Parse(operation.AsSpan(0, space));
        _path = PathTemplate.Fill(operation.AsSpan(space + 1), path);
    }

    private ApiRequest(ApiRequest other)
    {
        Operation = other.Operation;
        Method = other.Method;
        Headers = other.Headers;
        IsSafe = other.IsSafe;
        _versions = other._versions;
        _since = other._since;
        _path = other._path;
        _query = other._query is { } query ? [.. query] : null;
        _write = other._write;
        _mediaType = other._mediaType;
        _content = other._content;
        IsSentOnce = other.IsSentOnce;
        _server = other._server;
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

    /// <summary>Notes that the call may be repeated although its verb does not say so.</summary>
    public ApiRequest Safe()
    {
        IsSafe = true;
        return this;
    }

    /// <summary>
    /// The same call with one query parameter in place of another of its name, be that one of the call's or of its options.
    /// </summary>
    internal ApiRequest WithQuery(string name, string value)
    {
        var copy = new ApiRequest(this);
        copy._query?.RemoveAll(parameter => parameter.Name == name);
        copy._cursor = name;
        return copy.Query(name, value);
    }

    /// <summary>Calls the operation under another path of the same server, which the document gives it.</summary>
    /// <param name="from">The path that the document gives all operations.</param>
    /// <param name="to">The path that it gives this one.</param>
    /// <remarks>The host is never one that a document names: a token would go there.</remarks>
    public ApiRequest Server(string from, string to)
    {
        _server = (from, to);
        return this;
    }

    /// <summary>
    /// Says how the operation writes the versions that it takes, where that is not as the document writes its own: <c>preview</c>, say.
    /// </summary>
    /// <param name="versions">
    /// The versions. One of them stands in the place of the client's or the call's where they are the same but for capitals.
    /// </param>
    public ApiRequest Version(params string[] versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        _versions = versions;
        return this;
    }

    /// <summary>Says since which version of the API the operation is there, where that is not every one.</summary>
    /// <param name="version">The oldest version that is known to have it.</param>
    /// <param name="after">The newest version that is known not to have it.</param>
    public ApiRequest Since(string version, string after)
    {
        _since = (version, after);
        return this;
    }

    /// <summary>Why a version has no answer to the call, as a sentence; null where it is not known to lack the operation.</summary>
    internal string? Lack(string? spoken) => _since is { } since && VersionGap.Describe(spoken, since.Version, since.After) is { } gap
        ? $"This operation {gap}; the client speaks {spoken}."
        : null;

    /// <summary>A version in the letters of the operation.</summary>
    internal string VersionFor(string version) =>
        Array.Find(_versions, known => known.Equals(version, StringComparison.OrdinalIgnoreCase)) ?? version;

    internal Uri Address(string baseAddress, RequestOptions? options)
    {
        var root = Root(baseAddress);
        if (_query is null && options is null)
            return new Uri(root + _path, UriKind.Absolute);
        var address = new StringBuilder(root).Append(_path);
        var separator = '?';
        foreach (var (name, value) in _query ?? [])
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

    private string Root(string root) => _server is not { } server ? root
        : (root.EndsWith(server.From, StringComparison.Ordinal) ? root[..^server.From.Length] : root) + server.To;
}
