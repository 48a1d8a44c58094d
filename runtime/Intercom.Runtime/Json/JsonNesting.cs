namespace Intercom.Json;

/// <summary>Which containers are open around a place: a bit for each, so that no depth costs stack.</summary>
internal ref struct JsonNesting
{
    private const int BitsOfWord = 64;
    private ulong _innermost;
    private ulong[]? _around;

    /// <summary>How many containers are open.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether the innermost is an object; else it is an array.</summary>
    public readonly bool IsObject => (_innermost & 1) != 0;

    /// <summary>The byte that closes the innermost.</summary>
    public readonly byte Close => IsObject ? (byte)'}' : (byte)']';

    public void Open(bool isObject)
    {
        if (Depth != 0 && Depth % BitsOfWord == 0)
            Store(Depth / BitsOfWord - 1);
        _innermost = (_innermost << 1) | (isObject ? 1UL : 0);
        Depth++;
    }

    public void Leave()
    {
        Depth--;
        _innermost = Depth != 0 && Depth % BitsOfWord == 0 ? _around![Depth / BitsOfWord - 1] : _innermost >> 1;
    }

    private void Store(int word)
    {
        _around ??= new ulong[8];
        if (word == _around.Length)
            Array.Resize(ref _around, word * 2);
        _around[word] = _innermost;
    }
}
