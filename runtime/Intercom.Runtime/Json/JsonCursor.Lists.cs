using System.Text;
using System.Text.Json;

namespace Intercom.Json;

public ref partial struct JsonCursor
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
        if (!Begins(JsonTokenType.StartArray, "array"))
            return null;
        var start = _at;
        if (!Enter((byte)']'))
            return [];
        using var items = new JsonItems<T>();
        var isComplete = true;
        do
        {
            var item = _at;
            if (TCodec.TryRead(ref this, out var value) && _kept == Kept.Nothing)
            {
                items.Add(value);
                continue;
            }

            if (_kept == Kept.Nothing)
                ReportAt(item, "item");
            if (_kept == Kept.Verbatim)
                items.Add(value!);
            isComplete = false;
            _kept = Kept.Nothing;
        }
        while (More((byte)']'));
        KeepUnless(isComplete, start);
        return items.ToArray();
    }

    /// <summary>Reads an object as a dictionary.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <typeparam name="TCodec">How a value is read.</typeparam>
    public IReadOnlyDictionary<string, T>? Map<T, TCodec>()
        where TCodec : IJsonCodec<T>
    {
        if (!Begins(JsonTokenType.StartObject, "object"))
            return null;
        var start = _at;
        var values = new Dictionary<string, T>(StringComparer.Ordinal);
        if (!Enter((byte)'}'))
            return values;
        var isComplete = true;
        do
        {
            var name = Name(out var isEscaped);
            var key = isEscaped ? JsonEscapes.Unescape(name) : Encoding.UTF8.GetString(name);
            var item = _at;
            if (TCodec.TryRead(ref this, out var value) && _kept == Kept.Nothing)
            {
                values[key] = value;
                continue;
            }

            if (_kept == Kept.Nothing)
                ReportAt(item, "value");
            if (_kept == Kept.Verbatim)
                values[key] = value!;
            isComplete = false;
            _kept = Kept.Nothing;
        }
        while (More((byte)'}'));
        KeepUnless(isComplete, start);
        return values;
    }

    private void KeepUnless(bool isComplete, int start)
    {
        if (!isComplete)
            (_kept, _keptStart, _keptEnd) = (Kept.Verbatim, start, _at);
    }

    private readonly void ReportAt(int place, string expected)
    {
        var there = this;
        there._at = place;
        there.Report(expected);
    }
}
