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
        _isList = true;
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

            if (!IsLeftOut(item, "item"))
                items.Add(value!);
            isComplete = false;
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
            var key = Text(Name(out var form), form);
            var item = _at;
            if (TCodec.TryRead(ref this, out var value) && _kept == Kept.Nothing)
            {
                values[key] = value;
                continue;
            }

            if (IsLeftOut(item, "value"))
                values.Remove(key);
            else
                values[key] = value!;
            isComplete = false;
        }
        while (More((byte)'}'));
        KeepUnless(isComplete, start);
        return values;
    }

    /// <summary>
    /// Whether an item, which the cursor has passed over, is none of its type, as opposed to one that is only written in another form.
    /// </summary>
    private bool IsLeftOut(int item, string expected)
    {
        var kept = _kept;
        _kept = Kept.Nothing;
        if (kept == Kept.Verbatim)
            return false;
        if (kept == Kept.Nothing)
            ReportAt(item, expected);
        _deviations?.Untyped(_utf8[item.._at]);
        return true;
    }

    private void KeepUnless(bool isComplete, int start)
    {
        if (!isComplete)
            (_kept, _keptStart, _keptEnd) = (Kept.Verbatim, start, _at);
    }

    private readonly void ReportAt(int place, string expected, JsonDeviationKind kind = JsonDeviationKind.Value)
    {
        var there = this;
        there._at = place;
        there.Report(expected, kind);
    }
}
