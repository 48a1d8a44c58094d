using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Intercom.Json;

/// <summary>
/// How a record holds an optional point in time: in a third of the memory of a <see cref="Nullable{T}"/> of <see cref="DateTimeOffset"/>,
/// in UTC.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage(
    "Usage",
    "CA2225:Operator overloads have named alternates",
    Justification = "Emitted fields alone are of this type; their properties convert it.")]
public readonly record struct UnixTime
{
    // One more than the ticks, so that zero is no time at all.
    private readonly long _ticks;

    private UnixTime(long ticks) => _ticks = ticks;

    /// <summary>A point in time.</summary>
    /// <param name="seconds">The seconds since 1970, of the years 1 to 9999.</param>
    internal static UnixTime OfSeconds(long seconds) => new((seconds * TimeSpan.TicksPerSecond) + DateTime.UnixEpoch.Ticks + 1);

    /// <summary>Whether there is a point in time.</summary>
    public bool HasValue => _ticks != 0;

    /// <summary>The point in time; the first of all times where there is none.</summary>
    public DateTimeOffset GetValueOrDefault() => new(Math.Max(0, _ticks - 1), TimeSpan.Zero);

    /// <summary>Holds a point in time, or none.</summary>
    /// <param name="time">The point in time.</param>
    public static implicit operator UnixTime(DateTimeOffset? time) => time is { } value ? new(value.UtcTicks + 1) : default;

    /// <summary>The point in time, or null.</summary>
    /// <param name="time">What is held.</param>
    public static implicit operator DateTimeOffset?(UnixTime time) => time.HasValue ? time.GetValueOrDefault() : null;
}
