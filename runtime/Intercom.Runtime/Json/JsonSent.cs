namespace Intercom.Json;

/// <summary>Which optional properties of a request were assigned, so that an assigned null is sent and what was not assigned is not.</summary>
public struct JsonSent : IEquatable<JsonSent>
{
    private ulong _low;
    private ulong _high;

    /// <summary>Notes that a property was assigned.</summary>
    /// <param name="index">The property's index, from 0. From 128 on nothing is noted: a null is then not sent.</param>
    public void Add(int index)
    {
        if (index < 64)
            _low |= 1UL << index;
        else if (index < 128)
            _high |= 1UL << index;
    }

    internal readonly bool Contains(int index) => index < 128 && ((index < 64 ? _low : _high) >> index & 1) != 0;

    /// <inheritdoc/>
    public readonly bool Equals(JsonSent other) => _low == other._low && _high == other._high;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is JsonSent other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(_low, _high);

    /// <summary>Whether the same properties were assigned.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(JsonSent left, JsonSent right) => left.Equals(right);

    /// <summary>Whether other properties were assigned.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(JsonSent left, JsonSent right) => !left.Equals(right);
}
