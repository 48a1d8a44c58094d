using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

/// <summary>How points in time are written: ISO 8601 in UTC, with milliseconds only where there are any.</summary>
internal static class JsonTime
{
    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString(
        time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : time.Ticks % TimeSpan.TicksPerMillisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'",
        System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether writing the time gives the text that was read; the two usual forms are recognised by their length.</summary>
    public static bool IsCanonical(scoped in JsonTokens reader, DateTimeOffset time)
    {
        if (reader.ValueIsEscaped || time.Offset != TimeSpan.Zero)
            return false;
        var text = reader.ValueSpan;
        var fraction = time.Ticks % TimeSpan.TicksPerSecond;
        return text[^1] == 'Z' && text[10] == 'T' && (text.Length == 20 ? fraction == 0 : text.Length == 24 && fraction != 0);
    }
}
