namespace Intercom.Json;

/// <summary>Which properties of a record were assigned. From index 128 on nothing is noted: a null is then not sent.</summary>
internal struct JsonSent
{
    private ulong _low;
    private ulong _high;

    public void Add(int index)
    {
        if (index < 64)
            _low |= 1UL << index;
        else if (index < 128)
            _high |= 1UL << index;
    }

    public readonly bool Contains(int index) => index < 128 && ((index < 64 ? _low : _high) >> index & 1) != 0;
}
