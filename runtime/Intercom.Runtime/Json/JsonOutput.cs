using System.Text.Encodings.Web;
using System.Text.Json;

namespace Intercom.Json;

/// <summary>Writes JSON.</summary>
public sealed class JsonOutput
{
    private readonly Utf8JsonWriter _writer;
    private List<string>? _hidden;

    /// <summary>Writes to a writer.</summary>
    /// <param name="writer">The writer.</param>
    public JsonOutput(Utf8JsonWriter writer)
        : this(writer, SecretValues.Written)
    {
    }

    internal JsonOutput(Utf8JsonWriter writer, SecretValues secrets, DateTimeOffset? sentAt = null)
    {
        _writer = writer;
        Secrets = secrets;
        SentAt = sentAt;
    }

    // Bodies are sent as application/json, never inside HTML: nothing beyond JSON's own rules is escaped.
    internal static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    internal static JsonWriterOptions Options => new() { Encoder = Encoder, SkipValidation = true, MaxDepth = int.MaxValue };

    /// <summary>When what is written is sent; null where it is not sent.</summary>
    internal DateTimeOffset? SentAt { get; }

    internal Utf8JsonWriter Writer => _writer;

    /// <summary>What is written of properties that hold secrets.</summary>
    internal SecretValues Secrets { get; }

    /// <summary>How many names are hidden.</summary>
    internal int HiddenCount => _hidden?.Count ?? 0;

    /// <summary>Writes a string.</summary>
    /// <param name="value">The string; null is written as null.</param>
    public void Text(string? value) => _writer.WriteStringValue(value);

    /// <summary>Writes an identifier that is declared as a number; one that is no whole number as the text that it is.</summary>
    /// <param name="value">The identifier; null is written as null.</param>
    public void Identifier(string? value)
    {
        if (value is not null && IsNumber(value))
            _writer.WriteRawValue(value, skipInputValidation: true);
        else
            _writer.WriteStringValue(value);
    }

    /// <summary>Whether a text is a whole number as JSON writes one.</summary>
    internal static bool IsNumber(ReadOnlySpan<char> text)
    {
        var digits = text is ['-', ..] ? text[1..] : text;
        return digits is ['0'] or [>= '1' and <= '9', ..] && !digits.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Writes a null.</summary>
    public void Null() => _writer.WriteNullValue();

    /// <summary>Writes a whole number.</summary>
    /// <param name="value">The number.</param>
    public void Integer(long value) => _writer.WriteNumberValue(value);

    /// <summary>Writes a number.</summary>
    /// <param name="value">The number, finite.</param>
    public void Number(double value) => _writer.WriteNumberValue(value);

    /// <summary>Writes a boolean.</summary>
    /// <param name="value">The boolean.</param>
    public void Boolean(bool value) => _writer.WriteBooleanValue(value);

    /// <summary>Writes a point in time as unix seconds.</summary>
    /// <param name="value">The time.</param>
    public void UnixTime(DateTimeOffset value) => _writer.WriteNumberValue(value.ToUnixTimeSeconds());

    /// <summary>Writes a point in time in ISO 8601, in UTC.</summary>
    /// <param name="value">The time.</param>
    public void IsoTime(DateTimeOffset value) => _writer.WriteStringValue(JsonTime.Iso(value));

    /// <summary>Writes any value; an undefined one as null.</summary>
    /// <param name="value">The value.</param>
    public void Element(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            _writer.WriteNullValue();
        else if (IsTooDeep(value))
            _writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
        else
            value.WriteTo(_writer);
    }

    /// <summary>Writes a value of an emitted type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The value.</param>
    public void Item<T>(T value)
        where T : IJson => value.Write(this);

    /// <summary>Writes an object of any properties.</summary>
    /// <param name="value">The properties.</param>
    public void Properties(JsonProperties value)
    {
        _writer.WriteStartObject();
        value.Write(this);
        _writer.WriteEndObject();
    }

    /// <summary>Writes a list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TCodec">How an item is written.</typeparam>
    /// <param name="items">The items.</param>
    public void List<T, TCodec>(IReadOnlyList<T> items)
        where TCodec : IJsonCodec<T>
    {
        _writer.WriteStartArray();
        for (var i = 0; i < items.Count; i++)
            TCodec.Write(this, items[i]);
        _writer.WriteEndArray();
    }

    /// <summary>Writes a map as an object.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <typeparam name="TCodec">How a value is written.</typeparam>
    /// <param name="values">The values.</param>
    public void Map<T, TCodec>(IReadOnlyDictionary<string, T> values)
        where TCodec : IJsonCodec<T>
    {
        _writer.WriteStartObject();
        foreach (var (name, value) in values)
        {
            _writer.WritePropertyName(name);
            TCodec.Write(this, value);
        }

        _writer.WriteEndObject();
    }

    // A serializer's own writer refuses what is nested deeper than its options say.
    private bool IsTooDeep(JsonElement value)
    {
        if (_writer.Options.MaxDepth == int.MaxValue || value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            return false;
        var json = new Utf8JsonReader(
            JsonDocuments.Utf8(value),
            JsonCursor.ReaderOptions with { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var room = _writer.Options.MaxDepth - _writer.CurrentDepth;
        while (json.Read())
            if (json.CurrentDepth >= room)
                return true;
        return false;
    }

    /// <summary>Notes that a property of the record that is being written is not shown, by whatever way it was set.</summary>
    internal void Hide(string name) => (_hidden ??= []).Add(name);

    /// <summary>Whether a property is not shown of the record at whose start so many names were hidden.</summary>
    internal bool Hides(string name, int count) => _hidden is not null && _hidden.IndexOf(name, count) >= 0;

    /// <summary>Ends a record at whose start so many names were hidden.</summary>
    internal void Unhide(int count) => _hidden?.RemoveRange(count, _hidden.Count - count);
}
