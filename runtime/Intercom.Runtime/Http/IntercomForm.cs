using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Intercom.Json;

namespace Intercom;

/// <summary>A <c>multipart/form-data</c> body. Parts without a value are left out.</summary>
public sealed class IntercomForm
{
    private readonly List<Part> _parts = [];
    private readonly string _boundary = $"intercom-{Guid.NewGuid():N}";

    /// <summary>Whether it can be sent again.</summary>
    internal bool IsRepeatable => _parts.TrueForAll(static part => part.File?.IsRepeatable != false);

    /// <summary>Adds a text.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="value">The text; null adds no part.</param>
    /// <param name="contentType">The media type of the part; null sends it as plain text.</param>
    public IntercomForm Add(string name, string? value, string? contentType = null)
    {
        if (value is not null)
            _parts.Add(new(name, value, null, contentType));
        return this;
    }

    /// <inheritdoc cref="Add(string, string?, string?)"/>
    public IntercomForm Add(string name, long? value, string? contentType = null) =>
        Add(name, value?.ToString(CultureInfo.InvariantCulture), contentType);

    /// <inheritdoc cref="Add(string, string?, string?)"/>
    public IntercomForm Add(string name, double? value, string? contentType = null) =>
        Add(name, value?.ToString(CultureInfo.InvariantCulture), contentType);

    /// <inheritdoc cref="Add(string, string?, string?)"/>
    public IntercomForm Add(string name, bool? value, string? contentType = null) =>
        Add(name, value switch { true => "true", false => "false", null => null }, contentType);

    /// <inheritdoc cref="Add(string, string?, string?)"/>
    /// <typeparam name="T">The enum.</typeparam>
    public IntercomForm Add<T>(string name, T? value, string? contentType = null)
        where T : struct, IOpenEnum<T> => Add(name, value?.Value, contentType);

    /// <summary>Adds a file.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="value">The file; null adds no part.</param>
    /// <param name="contentType">The media type of a file that has none of its own.</param>
    public IntercomForm Add(string name, IntercomFile? value, string? contentType = null)
    {
        if (value is not null)
            _parts.Add(new(name, null, value, contentType));
        return this;
    }

    /// <summary>Adds files, each as a part of the same name.</summary>
    /// <param name="name">The parts' name.</param>
    /// <param name="values">The files; null adds no part.</param>
    /// <param name="contentType">The media type of files that have none of their own.</param>
    public IntercomForm Add(string name, IEnumerable<IntercomFile>? values, string? contentType = null)
    {
        foreach (var file in values ?? [])
            Add(name, file, contentType);
        return this;
    }

    /// <summary>Adds a value: a scalar as text, an object as JSON, each item of a list as a part of the same name.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">How it is written.</typeparam>
    /// <param name="name">The part's name.</param>
    /// <param name="value">The value; null adds no part.</param>
    /// <param name="contentType">The media type of the part; null sends a scalar as plain text, and an object as JSON.</param>
    public IntercomForm Add<T, TCodec>(string name, [AllowNull] T value, string? contentType = null)
        where TCodec : IJsonCodec<T> => value is null ? this : AddParts(name, PlainValue.Of<T, TCodec>(value), contentType);

    /// <inheritdoc cref="Add{T, TCodec}(string, T, string?)"/>
    public IntercomForm Add<T, TCodec>(string name, T? value, string? contentType = null)
        where T : struct
        where TCodec : IJsonCodec<T> => value is { } given ? AddParts(name, PlainValue.Of<T, TCodec>(given), contentType) : this;

    internal HttpContent ToContent()
    {
        var content = new MultipartContent("form-data", _boundary) { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        // As browsers write it: the boundary without quotes, names in quotes and UTF-8, no second name beside the first,
        // no type for a text.
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={_boundary}");
        foreach (var part in _parts)
            content.Add(part.ToContent());
        return content;
    }

    private IntercomForm AddParts(string name, JsonElement value, string? contentType)
    {
        var isJson = contentType is not null && MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (type.MediaType == "application/json" || type.MediaType!.EndsWith("+json", StringComparison.Ordinal));
        if (value.ValueKind != JsonValueKind.Array || isJson)
            return PlainValue.IsNothing(value) ? this : AddPart(name, value, contentType, isJson);
        foreach (var item in value.EnumerateArray().Where(static item => !PlainValue.IsNothing(item)))
            AddPart(name, item, contentType, isJson: false);
        return this;
    }

    private IntercomForm AddPart(string name, JsonElement value, string? contentType, bool isJson) => value.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array => Add(name, value.GetRawText(), contentType ?? "application/json"),
        _ => Add(name, isJson ? value.GetRawText() : PlainValue.Text(value), contentType),
    };

    private sealed record Part(string Name, string? Text, IntercomFile? File, string? ContentType)
    {
        public HttpContent ToContent()
        {
            var content = File?.ToContent(ContentType) ?? new ByteArrayContent(Encoding.UTF8.GetBytes(Text!));
            var type = File is null && ContentType is not null ? MediaTypeHeaderValue.Parse(ContentType) : content.Headers.ContentType;
            content.Headers.ContentType = null;
            var fileName = File is null ? "" : $"; filename={FileNames.Quoted(File.Name)}";
            content.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name={FileNames.Quoted(Name)}{fileName}");
            content.Headers.ContentType = type;
            return content;
        }
    }
}
