using System.Text.Json;

namespace Intercom.Json;

public ref partial struct JsonInput
{
    /// <summary>Reads a list of an emitted type.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <remarks>An item that is null, or has another shape, is left out of the list; then the whole list is kept raw as well.</remarks>
    public IReadOnlyList<T>? List<T>()
        where T : IJson<T> => List<T, JsonItem<T>>();

    /// <summary>Reads a list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TCodec">How an item is read.</typeparam>
    /// <remarks>An item that is null, or has another shape, is left out of the list; then the whole list is kept raw as well.</remarks>
    public IReadOnlyList<T>? List<T, TCodec>()
        where TCodec : IJsonCodec<T>
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            if (_reader.TokenType != JsonTokenType.Null)
                Misfit("array");
            return null;
        }

        var start = _reader;
        if (!_reader.Read() || _reader.TokenType == JsonTokenType.EndArray)
            return [];
        var items = new List<T>();
        var complete = true;
        do
        {
            if (TCodec.TryRead(ref this, out var item) && _kept == Kept.Nothing)
            {
                items.Add(item);
                continue;
            }

            if (_kept == Kept.Nothing)
                Report("item");
            if (_kept == Kept.Verbatim)
                items.Add(item!);
            _kept = Kept.Nothing;
            complete = false;
        }
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray);
        if (!complete)
            KeepWhole(start);
        return items;
    }

    /// <summary>Reads an object as a dictionary.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <typeparam name="TCodec">How a value is read.</typeparam>
    public IReadOnlyDictionary<string, T>? Map<T, TCodec>()
        where TCodec : IJsonCodec<T>
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            if (_reader.TokenType != JsonTokenType.Null)
                Misfit("object");
            return null;
        }

        var start = _reader;
        var values = new Dictionary<string, T>(StringComparer.Ordinal);
        var complete = true;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = _reader.GetString()!;
            _reader.Read();
            if (TCodec.TryRead(ref this, out var value) && _kept == Kept.Nothing)
            {
                values[name] = value;
                continue;
            }

            if (_kept == Kept.Nothing)
                Report("value");
            if (_kept == Kept.Verbatim)
                values[name] = value!;
            _kept = Kept.Nothing;
            complete = false;
        }

        if (!complete)
            KeepWhole(start);
        return values;
    }

    private void KeepWhole(JsonTokens start)
    {
        _keptValue = start.TakeRaw();
        _kept = Kept.Verbatim;
    }
}
