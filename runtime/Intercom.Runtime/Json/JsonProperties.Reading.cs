using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Intercom.Json;

public sealed partial class JsonProperties
{
    /// <summary>The text of a property: of a string without its quotes, of a number or a boolean as it stands.</summary>
    /// <param name="name">The property's name.</param>
    /// <returns>Null where there is no such property, or where it is null, an object or a list.</returns>
    public string? GetString(string name) => Find(name)?.Value is { } value
        ? value.ValueKind is JsonValueKind.True ? "true" : value.ValueKind is JsonValueKind.False ? "false" : value.Text()
        : null;

    /// <summary>A property as a whole number; a number in a string is one too.</summary>
    /// <param name="name">The property's name.</param>
    /// <returns>Null where there is no such property, or where it is no whole number of 64 bits.</returns>
    public long? GetInt64(string name) => TryOpen(name, out var json) ? json.Integer() : null;

    /// <summary>A property as a number; a number in a string is one too.</summary>
    /// <param name="name">The property's name.</param>
    /// <returns>Null where there is no such property, or where it is no finite number.</returns>
    public double? GetDouble(string name) => TryOpen(name, out var json) ? json.Number() : null;

    /// <summary>A property as a boolean.</summary>
    /// <param name="name">The property's name.</param>
    /// <returns>Null where there is no such property, or where it is no boolean.</returns>
    public bool? GetBoolean(string name) => TryOpen(name, out var json) ? json.Boolean() : null;

    /// <summary>A property as a point in time: unix seconds or milliseconds, or ISO 8601.</summary>
    /// <param name="name">The property's name.</param>
    /// <returns>Null where there is no such property, or where it is no time.</returns>
    public DateTimeOffset? GetDateTimeOffset(string name) => TryOpen(name, out var json) ? json.AnyTime() : null;

    /// <summary>A property as an emitted type.</summary>
    /// <typeparam name="T">The type: a record, an enum or a union; <see cref="IntercomValue"/> takes anything.</typeparam>
    /// <param name="name">The property's name.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether there is such a property, and its value can be a <typeparamref name="T"/>.</returns>
    public bool TryGet<T>(string name, [MaybeNullWhen(false)] out T value)
        where T : IJson<T>
    {
        value = default;
        return TryOpen(name, out var json) && JsonItem<T>.TryRead(ref json, out value);
    }

    /// <summary>The properties as a JSON object.</summary>
    public override string ToString() => JsonDocuments.Print(new Whole(this));

    private bool TryOpen(string name, out JsonCursor json)
    {
        var entry = Find(name);
        json = entry is null ? default : new JsonCursor(entry.Utf8);
        return entry is not null;
    }

    private readonly struct Whole(JsonProperties properties) : IJson
    {
        public void Write(JsonOutput json) => json.Properties(properties);
    }
}
