using System.Globalization;
using System.Text;
using Intercom.Json;

namespace Intercom;

/// <summary>A <c>multipart/form-data</c> body. Parts without a value are left out.</summary>
public sealed class IntercomForm
{
    private readonly List<(string Name, string? Text, IntercomFile? File)> _parts = [];
    private readonly string _boundary = $"intercom-{Guid.NewGuid():N}";

    /// <summary>Adds a text.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="value">The text; null adds no part.</param>
    public IntercomForm Add(string name, string? value)
    {
        if (value is not null)
            _parts.Add((name, value, null));
        return this;
    }

    /// <inheritdoc cref="Add(string, string?)"/>
    public IntercomForm Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Add(string, string?)"/>
    public IntercomForm Add(string name, double? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Add(string, string?)"/>
    public IntercomForm Add(string name, bool? value) => Add(name, value switch { true => "true", false => "false", null => null });

    /// <inheritdoc cref="Add(string, string?)"/>
    /// <typeparam name="T">The enum.</typeparam>
    public IntercomForm Add<T>(string name, T? value)
        where T : struct, IOpenEnum<T> => Add(name, value?.Value);

    /// <summary>Adds a file.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="value">The file; null adds no part.</param>
    public IntercomForm Add(string name, IntercomFile? value)
    {
        if (value is not null)
            _parts.Add((name, null, value));
        return this;
    }

    internal HttpContent ToContent()
    {
        var content = new MultipartContent("form-data", _boundary) { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        // As browsers write it: the boundary without quotes, names in quotes and UTF-8, no second name beside the first, no type for a text.
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={_boundary}");
        foreach (var (name, text, file) in _parts)
        {
            var part = file?.ToContent() ?? new ByteArrayContent(Encoding.UTF8.GetBytes(text!));
            var type = part.Headers.ContentType;
            part.Headers.ContentType = null;
            var fileName = file is null ? "" : $"; filename={FileNames.Quoted(file.Name)}";
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name={FileNames.Quoted(name)}{fileName}");
            part.Headers.ContentType = type;
            content.Add(part);
        }

        return content;
    }
}
