using System.Text.Json;

namespace Intercom.Json;

/// <summary>The state of writing one object: a property is written where it has a value, or where null was assigned to it.</summary>
public readonly ref struct JsonObjectOutput
{
    private const string Secret = "[secret]";
    private readonly JsonOutput _json;
    private readonly JsonNames _names;
    private readonly JsonProperties? _rest;
    private readonly JsonSent _sent;

    internal JsonObjectOutput(JsonOutput json, JsonNames names, JsonProperties? rest, JsonSent sent)
    {
        _json = json;
        _names = names;
        _rest = rest;
        _sent = sent;
    }

    /// <summary>Writes a string.</summary>
    /// <param name="index">The property's index.</param>
    /// <param name="value">The value.</param>
    public void Text(int index, string? value)
    {
        if (Begins(index, value is not null))
            _json.Text(value);
    }

    /// <summary>Writes a string that is left out where a record is printed.</summary>
    /// <param name="index">The property's index.</param>
    /// <param name="value">The value.</param>
    public void SecretText(int index, string? value)
    {
        if (Begins(index, value is not null || (_json.Redacts && _rest?.Misfit(_names, index).IsEmpty == false)))
            _json.Text(_json.Redacts ? Secret : value);
    }

    /// <summary>Writes a whole number.</summary>
    /// <param name="index">The property's index.</param>
    /// <param name="value">The value.</param>
    public void Integer(int index, long? value)
    {
        if (Begins(index, value.HasValue))
            _json.Integer(value.GetValueOrDefault());
    }

    /// <summary>Writes a number.</summary>
    /// <param name="index">The property's index.</param>
    /// <param name="value">The value.</param>
    public void Number(int index, double? value)
    {
        if (Begins(index, value.HasValue))
            _json.Number(value.GetValueOrDefault());
    }

    /// <summary>Writes a boolean.</summary>
    /// <param name="index">The property's index.</param>
    /// <param name="value">The value.</param>
    public void Boolean(int index, bool? value)
    {
        if (Begins(index, value.HasValue))
            _json.Boolean(value.GetValueOrDefault());
    }

    /// <summary>Writes a point in time as unix seconds, or in the form in which the same time was read.</summary>
    /// <param name="index">The property's index.</param>
    /// <param name="value">The value.</param>
    public void UnixTime(int index, DateTimeOffset? value)
    {
        if (Begins(index, value.HasValue) && !WroteAsRead(index, value.GetValueOrDefault()))
            _json.UnixTime(value.GetValueOrDefault());
    }

    /// <summary>Writes a point in time in ISO 8601, or in the form in which the same time was read.</summary>
    /// <param name="index">The property's index.</param>
    /// <param name="value">The value.</param>
    public void IsoTime(int index, DateTimeOffset? value)
    {
        if (Begins(index, value.HasValue) && !WroteAsRead(index, value.GetValueOrDefault()))
            _json.IsoTime(value.GetValueOrDefault());
    }

    /// <summary>Writes a point in time in ISO 8601; where none was assigned and the object is sent, the time of sending.</summary>
    /// <param name="index">The property's index.</param>
    /// <param name="value">The value.</param>
    /// <remarks>Only what stands directly in a body is filled: a message of the past, further inside, has not just been written.</remarks>
    public void FilledTime(int index, DateTimeOffset? value) =>
        IsoTime(index, value ?? (_json.Writer.CurrentDepth <= 2 && !_sent.Contains(index) ? _json.SentAt : null));

    /// <summary>Writes an object of any properties.</summary>
    /// <param name="index">The property's index.</param>
    /// <param name="value">The value.</param>
    public void Properties(int index, JsonProperties? value)
    {
        if (Begins(index, value is not null))
            _json.Properties(value!);
    }

    /// <summary>Writes any value.</summary>
    /// <param name="index">The property's index.</param>
    /// <param name="value">The value.</param>
    public void Element(int index, JsonElement? value)
    {
        if (Begins(index, value.HasValue))
            _json.Element(value.GetValueOrDefault());
    }

    /// <summary>Writes an object.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="index">The property's index.</param>
    /// <param name="value">The value.</param>
    public void Record<T>(int index, T? value)
        where T : class, IJson<T>
    {
        if (Begins(index, value is not null))
            value!.Write(_json);
    }

    /// <summary>Writes an enum or a union.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="index">The property's index.</param>
    /// <param name="value">The value.</param>
    public void Value<T>(int index, T? value)
        where T : struct, IJson<T>
    {
        if (Begins(index, value.HasValue) && !WroteAsRead<T, JsonItem<T>>(index, value.GetValueOrDefault()))
            value.GetValueOrDefault().Write(_json);
    }

    /// <summary>Writes a list of an emitted type.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="index">The property's index.</param>
    /// <param name="value">The value.</param>
    public void List<T>(int index, IReadOnlyList<T>? value)
        where T : IJson<T> => List<T, JsonItem<T>>(index, value);

    /// <summary>Writes a list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TCodec">How an item is written.</typeparam>
    /// <param name="index">The property's index.</param>
    /// <param name="value">The value.</param>
    public void List<T, TCodec>(int index, IReadOnlyList<T>? value)
        where TCodec : IJsonCodec<T>
    {
        if (Begins(index, value is not null) && !WroteAsRead<IReadOnlyList<T>, JsonListOf<T, TCodec>>(index, value!))
            _json.List<T, TCodec>(value!);
    }

    /// <summary>Writes a map.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <typeparam name="TCodec">How a value is written.</typeparam>
    /// <param name="index">The property's index.</param>
    /// <param name="value">The value.</param>
    public void Map<T, TCodec>(int index, IReadOnlyDictionary<string, T>? value)
        where TCodec : IJsonCodec<T>
    {
        if (Begins(index, value is not null) && !WroteAsRead<IReadOnlyDictionary<string, T>, JsonMapOf<T, TCodec>>(index, value!))
            _json.Map<T, TCodec>(value!);
    }

    /// <summary>Writes the properties besides, and ends the object.</summary>
    public void End()
    {
        _rest?.Write(_json.Writer, _names);
        _json.Writer.WriteEndObject();
    }

    /// <summary>Writes the name where the property is to be written; where null was assigned, the null as well.</summary>
    /// <param name="index">The property's index.</param>
    /// <param name="hasValue">Whether there is a value.</param>
    /// <returns>Whether the value is still to be written.</returns>
    private bool Begins(int index, bool hasValue)
    {
        if (_rest is not null && (_rest.IsSet(_names[index]) || (!hasValue && WroteMisfit(index))))
            return false;
        if (!hasValue && !_sent.Contains(index))
            return false;
        WriteName(index);
        if (!hasValue)
            _json.Writer.WriteNullValue();
        return hasValue;
    }

    private void WriteName(int index) =>
        _json.Writer.WritePropertyName(_names.Encoded(_rest is not null && _rest.TryGetVerbatim(index, out var kept) ? kept.NameEntry : index));

    private bool WroteMisfit(int index)
    {
        var raw = _rest!.Misfit(_names, index);
        if (raw.IsEmpty)
            return false;
        WriteName(index);
        _json.Writer.WriteRawValue(raw, skipInputValidation: true);
        return true;
    }

    private bool WroteAsRead(int index, DateTimeOffset value)
    {
        if (_rest is null || !_rest.TryGetVerbatim(index, out var kept) || kept.Raw is not { } raw)
            return false;
        var input = new JsonInput(raw);
        if (input.AnyTime() != value)
            return false;
        _json.Writer.WriteRawValue(raw, skipInputValidation: true);
        return true;
    }

    private bool WroteAsRead<T, TCodec>(int index, T value)
        where TCodec : IJsonCodec<T>
    {
        if (_rest is null || !_rest.TryGetVerbatim(index, out var kept) || kept.Raw is not { } raw)
            return false;
        var input = new JsonInput(raw);
        if (!TCodec.TryRead(ref input, out var read) || !JsonDocuments.Same<T, TCodec>(read, value))
            return false;
        _json.Writer.WriteRawValue(raw, skipInputValidation: true);
        return true;
    }
}
