using System.Text;

namespace Intercom.Json;

public ref partial struct JsonCursor
{
    private JsonCursor(JsonRecord record, JsonOutput output)
    {
        _written = record;
        _output = output;
        _names = record.NamesOfProperties;
        _rest = record.Rest;
    }

    /// <summary>Writes a record: a property is written where it has a value, or where null was assigned to it.</summary>
    internal static void Write(JsonRecord record, JsonOutput output)
    {
        output.Writer.WriteStartObject();
        var hidden = output.HiddenCount;
        var cursor = new JsonCursor(record, output);
        for (var i = 0; i < cursor._names.Count; i++)
        {
            cursor._index = i;
            record.VisitProperty(ref cursor, i);
        }

        cursor._rest?.Write(output, cursor._names, hidden);
        output.Unhide(hidden);
        output.Writer.WriteEndObject();
    }

    /// <summary>Writes the name where the property is to be written; where null was assigned, the null as well.</summary>
    /// <returns>Whether the value is still to be written.</returns>
    private readonly bool Begins(bool hasValue)
    {
        if (_rest is not null && (_rest.IsSet(_names[_index]) || (!hasValue && WroteMisfit())))
            return false;
        if (!hasValue && !_written!.Sent.Contains(_index))
            return false;
        WriteName();
        if (!hasValue)
            _output!.Writer.WriteNullValue();
        return hasValue;
    }

    private readonly void WriteSecret(string? value)
    {
        if (_output!.Secrets == SecretValues.Written)
        {
            if (Begins(value is not null) && !WroteAsRead(value!))
                _output.Text(value);
            return;
        }

        var isSet = _rest?.IsSet(_names[_index]) == true;
        _output.Hide(_names[_index]);
        if (value is null && !isSet && _rest?.MisfitOf(_names, _index).IsEmpty != false)
        {
            Begins(hasValue: false);
        }
        else if (_output.Secrets == SecretValues.Masked)
        {
            WriteName();
            _output.Text("[secret]");
        }
    }

    private readonly void WriteIso(DateTimeOffset? value)
    {
        if (Begins(value.HasValue) && !WroteAsRead(value.GetValueOrDefault()))
            _output!.IsoTime(value.GetValueOrDefault());
    }

    private readonly void WriteName() =>
        _output!.Writer.WritePropertyName(
            (_rest is not null && _rest.TryGetVerbatim(_names, _index, out var kept) ? kept.Name : _names.Name(_index)).Encoded);

    private readonly bool WroteMisfit()
    {
        var raw = _rest!.MisfitOf(_names, _index);
        if (raw.IsEmpty)
            return false;
        WriteName();
        return Wrote(raw);
    }

    private readonly bool WroteAsRead(string value) => Stood(out var raw)
        && (raw[0] == '"' ? new JsonCursor(raw).Text() == value : Ascii.Equals(raw, value)) && Wrote(raw);

    private readonly bool WroteAsRead(long value) => Stood(out var raw) && new JsonCursor(raw).Integer() == value && Wrote(raw);

    private readonly bool WroteAsRead(double value) => Stood(out var raw) && new JsonCursor(raw).Number() == value && Wrote(raw);

    private readonly bool WroteAsRead(DateTimeOffset value) => Stood(out var raw) && new JsonCursor(raw).AnyTime() == value && Wrote(raw);

    private readonly bool WroteAsRead<T, TCodec>(T value)
        where TCodec : IJsonCodec<T>
    {
        if (!Stood(out var raw))
            return false;
        var json = new JsonCursor(raw);
        if (!TCodec.TryRead(ref json, out var read) || !JsonDocuments.Same<T, TCodec>(read, value))
            return false;
        return (_output!.Secrets == SecretValues.Written || !JsonDocuments.HoldsSecrets<T, TCodec>(value)) && Wrote(raw);
    }

    /// <summary>How the value of the property stood, where writing it would give another text.</summary>
    private readonly bool Stood(out ReadOnlySpan<byte> raw)
    {
        raw = _rest is not null && _rest.TryGetVerbatim(_names, _index, out var kept) ? kept.Raw : default;
        return !raw.IsEmpty;
    }

    private readonly bool Wrote(ReadOnlySpan<byte> raw)
    {
        _output!.Writer.WriteRawValue(raw, skipInputValidation: true);
        return true;
    }
}
