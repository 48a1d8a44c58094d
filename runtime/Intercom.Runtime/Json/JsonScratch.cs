namespace Intercom.Json;

/// <summary>
/// What is kept of the objects that are being read, besides their typed properties: of each object on top of the one around it.
/// </summary>
internal sealed class JsonScratch
{
    private const int LargestKept = 1 << 16;

    [ThreadStatic]
    private static JsonScratch? t_free;

    private readonly List<JsonProperties.Misfit> _misfits = [];
    private readonly List<JsonProperties.Verbatim> _verbatim = [];
    private readonly List<(int Index, int At)> _deferred = [];
    private readonly Stack<Marks> _around = new();
    private byte[] _text = new byte[512];
    private int _length;
    private int _count;
    private Marks _marks;

    public static JsonScratch Rent()
    {
        var rented = t_free ?? new JsonScratch();
        t_free = null;
        return rented;
    }

    public void Return()
    {
        if (_text.Length <= LargestKept)
            t_free = this;
    }

    /// <summary>Begins an object.</summary>
    public void Begin()
    {
        _around.Push(_marks with { Count = _count });
        _marks = new Marks(_length, 0, _misfits.Count, _verbatim.Count, _deferred.Count);
        _count = 0;
    }

    /// <summary>Keeps an undeclared property.</summary>
    /// <param name="text">Its name and value as they stand.</param>
    public void Add(ReadOnlySpan<byte> text)
    {
        if (_count++ > 0)
            Append(","u8);
        Append(text);
    }

    /// <summary>Keeps the value of a declared property that has not the declared shape.</summary>
    public void AddMisfit(JsonNames names, int index, ReadOnlySpan<byte> value)
    {
        _misfits.Add(new(index, names[index], _count, value.ToArray()));
        Add("\""u8);
        Append(names.Name(index).Encoded.EncodedUtf8Bytes);
        Append("\":"u8);
        Append(value);
    }

    /// <summary>Keeps how a property stood in the text: under which name, in which form.</summary>
    public void AddVerbatim(JsonProperties.Verbatim verbatim) => _verbatim.Add(verbatim);

    /// <summary>Drops what was kept of a property, because it comes again.</summary>
    public void Forget(int index)
    {
        for (var i = _marks.Misfits; i < _misfits.Count; i++)
            if (_misfits[i].Index == index)
                _misfits[i] = _misfits[i] with { Value = [] };
        for (var i = _verbatim.Count - 1; i >= _marks.Verbatim; i--)
            if (_verbatim[i].Name.Index == index)
                _verbatim.RemoveAt(i);
    }

    /// <summary>Notes a property that is read when the whole object is known.</summary>
    public void Defer(int index, int at) => _deferred.Add((index, at));

    /// <summary>Gives the next property that was noted in this object.</summary>
    public bool TryTakeDeferred(out (int Index, int At) deferred)
    {
        deferred = default;
        if (_deferred.Count == _marks.Deferred)
            return false;
        deferred = _deferred[_marks.Deferred];
        _deferred.RemoveAt(_marks.Deferred);
        return true;
    }

    /// <summary>Ends an object.</summary>
    /// <returns>What was kept of it; null where that is nothing.</returns>
    public JsonProperties? End()
    {
        var rest = _count == 0 && _verbatim.Count == _marks.Verbatim
            ? null
            : new JsonProperties(Take(_marks.Text), Take(_misfits, _marks.Misfits), Take(_verbatim, _marks.Verbatim));
        _marks = _around.Pop();
        _count = _marks.Count;
        return rest;
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        if (_length + text.Length > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + text.Length));
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private byte[] Take(int start)
    {
        var taken = _text.AsSpan(start, _length - start).ToArray();
        _length = start;
        return taken;
    }

    private static T[]? Take<T>(List<T> all, int start)
    {
        if (all.Count == start)
            return null;
        var taken = all.GetRange(start, all.Count - start).ToArray();
        all.RemoveRange(start, all.Count - start);
        return taken;
    }

    private readonly record struct Marks(int Text, int Count, int Misfits, int Verbatim, int Deferred);
}
