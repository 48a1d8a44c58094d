using System.Buffers;
using System.Text.Json;

namespace Intercom.Json;

/// <summary>How points in time are written: ISO 8601 in UTC, with milliseconds only where there are any.</summary>
internal static class JsonTime
{
    private const int LongestText = 40;

    // Anything else would not be one token for the platform's reader.
    private static readonly SearchValues<byte> Characters = SearchValues.Create("0123456789-:.+TZtz "u8);

    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString(
        time.Ticks % TimeSpan.TicksPerSecond == 0
            ? "yyyy-MM-dd'T'HH:mm:ss'Z'"
            : time.Ticks % TimeSpan.TicksPerMillisecond == 0
                ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"
                : "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'",
        System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Reads ISO 8601 by the platform's own reader, which takes a whole token.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length > LongestText || text.ContainsAnyExcept(Characters))
            return false;
        Span<byte> token = stackalloc byte[LongestText + 2];
        token[0] = (byte)'"';
        text.CopyTo(token[1..]);
        token[text.Length + 1] = (byte)'"';
        var reader = new Utf8JsonReader(token[..(text.Length + 2)]);
        return reader.Read() && reader.TryGetDateTimeOffset(out time);
    }

    /// <summary>Whether writing the time gives the text that was read; the two usual forms are recognised by their length.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> text, DateTimeOffset time)
    {
        var fraction = time.Ticks % TimeSpan.TicksPerSecond;
        return time.Offset == TimeSpan.Zero
            && text[^1] == 'Z'
            && text[10] == 'T'
            && (text.Length == 20 ? fraction == 0 : text.Length == 24 && fraction != 0);
    }
}
