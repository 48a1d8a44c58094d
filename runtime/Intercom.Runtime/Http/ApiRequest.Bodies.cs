using System.Buffers;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Intercom.Json;

namespace Intercom;

public sealed partial class ApiRequest
{
    private const string JsonType = "application/json";

    private Action<JsonOutput>? _write;
    private Func<HttpContent>? _content;
    private string _mediaType = JsonType;
    private byte[]? _body;

    /// <summary>Whether the body is gone once it was sent.</summary>
    internal bool IsSentOnce { get; private set; }

    /// <summary>Adds a JSON body.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="body">The body.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="name">What the caller calls the body, for the error where it is null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null, or a union that holds nothing.</exception>
    public ApiRequest Body<T>(T body, string mediaType = JsonType, [CallerArgumentExpression(nameof(body))] string? name = null)
        where T : IJson<T>
    {
        if (EqualityComparer<T>.Default.Equals(body, default))
            throw new ArgumentNullException(name);
        return Write(body.Write, mediaType);
    }

    /// <summary>Adds a JSON body.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <typeparam name="TCodec">How it is written.</typeparam>
    /// <param name="body">The body.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="name">What the caller calls the body, for the error where it is null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    public ApiRequest Body<T, TCodec>(T body, string mediaType = JsonType, [CallerArgumentExpression(nameof(body))] string? name = null)
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(body, name);
        return Write(json => TCodec.Write(json, body), mediaType);
    }

    /// <summary>Adds a JSON body of no declared shape.</summary>
    /// <param name="body">The body.</param>
    /// <param name="mediaType">Its media type.</param>
    public ApiRequest RawBody(IntercomValue body, string mediaType = JsonType) => Write(json => json.Element(body.Element), mediaType);

    /// <summary>Adds a JSON body that holds secrets.</summary>
    internal ApiRequest Properties(JsonProperties body, params string[] secrets)
    {
        Secrets = secrets;
        return Write(json => json.Properties(body), JsonType);
    }

    /// <summary>Adds a JSON body, or none where it is null.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="body">The body.</param>
    /// <param name="mediaType">Its media type.</param>
    public ApiRequest OptionalBody<T>(T? body, string mediaType = JsonType)
        where T : class, IJson<T> => body is null ? this : Body(body, mediaType);

    /// <summary>Adds a body of form parts.</summary>
    /// <param name="request">What is sent in parts.</param>
    /// <param name="name">What the caller calls it, for the error where it is null.</param>
    public ApiRequest Form(IFormRequest request, [CallerArgumentExpression(nameof(request))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(request, name);
        var form = request.ToForm();
        IsSentOnce = !form.IsRepeatable;
        _content = form.ToContent;
        return this;
    }

    /// <summary>Adds the properties of an object as an <c>application/x-www-form-urlencoded</c> body; what is null is left out.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <typeparam name="TCodec">How it is written.</typeparam>
    /// <param name="body">The body.</param>
    /// <param name="styles">How properties of several values are written, where not each value by itself.</param>
    public ApiRequest UrlEncoded<T, TCodec>(T body, params (string Name, ParameterStyle Style)[] styles)
        where TCodec : IJsonCodec<T>
    {
        // Emitted methods call it so; an argument behind it would be taken for one of the styles.
        ArgumentNullException.ThrowIfNull(body, "request");
        var named = PlainValue.Parts(PlainValue.Of<T, TCodec>(body)).Where(static part => part.Name is not null);
        var pairs = named.SelectMany(part => StyledPairs.Of(
            part.Name!,
            part.Value,
            Array.Find(styles, style => style.Name == part.Name) is { Name: not null } declared ? declared.Style
                : part.Value.ValueKind == JsonValueKind.Object ? ParameterStyle.DeepObject : ParameterStyle.FormExploded));
        var text = string.Join('&', pairs.Select(static pair => $"{Uri.EscapeDataString(pair.Name)}={pair.Value}"))
            .Replace("%20", "+", StringComparison.Ordinal);
        return Bytes(Encoding.ASCII.GetBytes(text), "application/x-www-form-urlencoded");
    }

    /// <summary>Adds a body of text, in UTF-8.</summary>
    /// <param name="body">The text.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="name">What the caller calls the body, for the error where it is null.</param>
    public ApiRequest TextBody(string body, string mediaType, [CallerArgumentExpression(nameof(body))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(body, name);
        var type = MediaTypeHeaderValue.Parse(mediaType);
        type.CharSet ??= "utf-8";
        return Bytes(Encoding.UTF8.GetBytes(body), type.ToString());
    }

    /// <summary>Adds a body of any bytes.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="mediaType">The media type of bytes that have none of their own; null leaves them as they are.</param>
    /// <param name="name">What the caller calls the body, for the error where it is null.</param>
    public ApiRequest ContentBody(
        IntercomContent body,
        string? mediaType = null,
        [CallerArgumentExpression(nameof(body))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(body, name);
        IsSentOnce = !body.IsRepeatable;
        _content = () => body.ToContent(mediaType);
        return this;
    }

    /// <summary>The same call with another JSON body.</summary>
    internal ApiRequest WithBody(byte[] body) => new(this) { _body = body };

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
        if (_content is not null)
            return _content();
        if (WriteBody(sentAt) is { } utf8)
            return new ByteArrayContent(utf8) { Headers = { ContentType = MediaTypeHeaderValue.Parse(_mediaType) } };
        // .NET itself sends a call without content again when a connection that was kept open closes without an answer.
        // One with content, be it empty, it does not.
        return IsRepeatable ? null : new ByteArrayContent([]);
    }

    private ApiRequest Write(Action<JsonOutput> write, string mediaType)
    {
        (_write, _mediaType) = (write, mediaType);
        return this;
    }

    private ApiRequest Bytes(byte[] bytes, string mediaType)
    {
        _content = () => new ByteArrayContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };
        return this;
    }
}
