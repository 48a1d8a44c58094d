using System.Text.Json;

namespace Intercom.Json;

public ref partial struct JsonCursor
{
    /// <summary>A string; a number is read as its text.</summary>
    /// <param name="value">The property's field.</param>
    public void Text(ref string? value)
    {
        if (_output is null)
            value = Text();
        else if (Begins(value is not null) && !WroteAsRead(value!))
            _output.Text(value);
    }

    /// <summary>A string that is not shown where a record is printed, or written by <see cref="JsonSerializer"/>.</summary>
    /// <param name="value">The property's field.</param>
    public void Secret(ref string? value)
    {
        if (_output is null)
            value = Text();
        else
            WriteSecret(value);
    }

    /// <summary>An identifier that is a number on the wire, and a text for whoever holds it.</summary>
    /// <param name="value">The property's field.</param>
    public void Identifier(ref string? value)
    {
        if (_output is null)
            value = Identifier();
        else if (Begins(value is not null) && !WroteAsRead(value!))
            _output.Identifier(value!);
    }

    /// <summary>A whole number.</summary>
    /// <param name="value">The property's field.</param>
    public void Integer(ref long? value)
    {
        if (_output is null)
            value = Integer();
        else if (Begins(value.HasValue) && !WroteAsRead(value.GetValueOrDefault()))
            _output.Integer(value.GetValueOrDefault());
    }

    /// <summary>A number.</summary>
    /// <param name="value">The property's field.</param>
    public void Number(ref double? value)
    {
        if (_output is null)
            value = Number();
        else if (Begins(value.HasValue) && !WroteAsRead(value.GetValueOrDefault()))
            _output.Number(value.GetValueOrDefault());
    }

    /// <summary>A boolean.</summary>
    /// <param name="value">The property's field.</param>
    public void Boolean(ref bool? value)
    {
        if (_output is null)
            value = Boolean();
        else if (Begins(value.HasValue))
            _output.Boolean(value.GetValueOrDefault());
    }

    /// <summary>A point in time as unix seconds, or in the form in which the same time was read.</summary>
    /// <param name="value">The property's field.</param>
    public void UnixTime(ref UnixTime value)
    {
        if (_output is null)
            value = TakeUnixTime();
        else if (Begins(value.HasValue) && !WroteAsRead(value.GetValueOrDefault()))
            _output.UnixTime(value.GetValueOrDefault());
    }

    /// <summary>A point in time in ISO 8601, or in the form in which the same time was read.</summary>
    /// <param name="value">The property's field.</param>
    public void IsoTime(ref DateTimeOffset? value)
    {
        if (_output is null)
            value = IsoTime();
        else
            WriteIso(value);
    }

    /// <summary>A point in time as unix seconds or in ISO 8601; as unix seconds where it was not read.</summary>
    /// <param name="value">The property's field.</param>
    public void AnyTime(ref DateTimeOffset? value)
    {
        if (_output is null)
            value = AnyTime();
        else if (Begins(value.HasValue) && !WroteAsRead(value.GetValueOrDefault()))
            _output.UnixTime(value.GetValueOrDefault());
    }

    /// <summary>A point in time in ISO 8601; where none was assigned and the object is sent, the time of sending.</summary>
    /// <param name="value">The property's field.</param>
    /// <remarks>Only what stands directly in a body is filled: a message of the past, further inside, has not just been written.</remarks>
    public void FilledTime(ref DateTimeOffset? value)
    {
        if (_output is null)
            value = IsoTime();
        else
            WriteIso(value ?? (_output.Writer.CurrentDepth <= 2 && !_written!.Sent.Contains(_index) ? _output.SentAt : null));
    }

    /// <summary>An object of any properties.</summary>
    /// <param name="value">The property's field.</param>
    public void Properties(ref JsonProperties? value)
    {
        if (_output is null)
            value = Properties();
        else if (Begins(value is not null))
            _output.Properties(value!);
    }

    /// <summary>Any value.</summary>
    /// <param name="value">The property's field.</param>
    public void Element(ref JsonElement? value)
    {
        if (_output is null)
            value = Element();
        else if (Begins(value.HasValue))
            _output.Element(value.GetValueOrDefault());
    }

    /// <summary>Any value.</summary>
    /// <param name="value">The property's field.</param>
    public void Element(ref IntercomValue? value)
    {
        if (_output is null)
            value = Element() is { } element ? new IntercomValue(element) : default(IntercomValue?);
        else if (Begins(value.HasValue))
            _output.Element(value.GetValueOrDefault().Element);
    }

    /// <summary>An object.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The property's field.</param>
    public void Record<T>(ref T? value)
        where T : JsonRecord, IJson<T>
    {
        if (_output is null)
            value = Record<T>();
        else if (Begins(value is not null))
            Write(value!, _output);
    }

    /// <summary>An enum or a union.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The property's field.</param>
    public void Value<T>(ref T? value)
        where T : struct, IJson<T>
    {
        if (_output is null)
            value = Value<T>();
        else if (Begins(value.HasValue) && !WroteAsRead<T, JsonItem<T>>(value.GetValueOrDefault()))
            value.GetValueOrDefault().Write(_output);
    }

    /// <summary>A union whose case is named by a property beside it.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The property's field.</param>
    /// <param name="name">The name of the case, as far as it is read.</param>
    public void Value<T>(ref T? value, string? name)
        where T : struct, INamedJson<T>
    {
        if (_output is not null)
            Value(ref value);
        else if (_isDeferred)
            value = ReadNamed<T>(name);
        else
            Defer();
    }

    /// <summary>A list of an emitted type.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="value">The property's field.</param>
    public void List<T>(ref IReadOnlyList<T>? value)
        where T : IJson<T> => List<T, JsonItem<T>>(ref value);

    /// <summary>A list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TCodec">How an item is read and written.</typeparam>
    /// <param name="value">The property's field.</param>
    public void List<T, TCodec>(ref IReadOnlyList<T>? value)
        where TCodec : IJsonCodec<T>
    {
        if (_output is null)
            value = List<T, TCodec>();
        else if (Begins(value is not null) && !WroteAsRead<IReadOnlyList<T>, JsonListOf<T, TCodec>>(value!))
            _output.List<T, TCodec>(value!);
    }

    /// <summary>A map.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <typeparam name="TCodec">How a value is read and written.</typeparam>
    /// <param name="value">The property's field.</param>
    public void Map<T, TCodec>(ref IReadOnlyDictionary<string, T>? value)
        where TCodec : IJsonCodec<T>
    {
        if (_output is null)
            value = Map<T, TCodec>();
        else if (Begins(value is not null) && !WroteAsRead<IReadOnlyDictionary<string, T>, JsonMapOf<T, TCodec>>(value!))
            _output.Map<T, TCodec>(value!);
    }

    private T ReadNamed<T>(string? name)
        where T : struct, INamedJson<T>
    {
        _isDeferred = false;
        var value = T.Read(name, ref this);
        _isDeferred = true;
        return value;
    }

    // Which case it is is known when the whole object is.
    private void Defer()
    {
        Scratch().Defer(_index, _at);
        Take();
    }
}
