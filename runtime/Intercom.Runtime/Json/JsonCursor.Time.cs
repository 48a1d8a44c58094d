using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

public ref partial struct JsonCursor
{
    // From here on a number of seconds would lie after the year 5138: it counts milliseconds.
    private const long FirstMilliseconds = 100_000_000_000;

    /// <summary>Reads a point in time that is declared as unix seconds.</summary>
    public DateTimeOffset? UnixTime() => TryUnix(out var time) ? time : OtherTime("unix time");

    /// <summary>Reads a point in time that is declared as an ISO 8601 string.</summary>
    public DateTimeOffset? IsoTime()
    {
        if (Current != '"')
            return OtherTime("ISO 8601 time");
        var end = EndOfString(_at + 1, out var isEscaped);
        var text = _utf8[(_at + 1)..end];
        if (isEscaped || !TryIso(text, out var time))
            return OtherTime("ISO 8601 time");
        if (JsonTime.IsCanonical(text, time))
            _at = end + 1;
        else
            Keep(Kept.Verbatim);
        return time;
    }

    /// <summary>Reads a point in time that is declared as unix seconds or as an ISO 8601 string.</summary>
    public DateTimeOffset? AnyTime() => Token == JsonTokenType.Number ? UnixTime() : IsoTime();

    private DateTimeOffset? OtherTime(string expected)
    {
        if (Token == JsonTokenType.Null)
        {
            Null();
            return null;
        }

        var ahead = this;
        if (ahead.TryUnix(out var time) || (Token == JsonTokenType.String && TryText(ahead.TakeString(), out time)))
        {
            Report(expected);
            Keep(Kept.Verbatim);
            return time;
        }

        Misfit(expected);
        return null;
    }

    /// <summary>Reads unix seconds, or leaves the cursor where it stands.</summary>
    private bool TryUnix(out DateTimeOffset time)
    {
        time = default;
        var start = _at;
        if (Token == JsonTokenType.Number && TryTakeInteger(out var seconds) && TryUnix(seconds, out time))
            return true;
        _at = start;
        return false;
    }

    private static bool TryUnix(long value, out DateTimeOffset time)
    {
        var milliseconds = value is > -FirstMilliseconds and < FirstMilliseconds ? value * 1000 : value;
        var fits = milliseconds is >= -62_135_596_800_000 and <= 253_402_300_799_999;
        time = fits ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : default;
        return fits;
    }

    private static bool TryText(string text, out DateTimeOffset time) =>
        TryIso(Encoding.UTF8.GetBytes(text), out time) || (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) && TryUnix(seconds, out time));

    private static bool TryIso(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length is < 10 or > 40 || text[0] is < (byte)'0' or > (byte)'9' || text[4] != '-')
            return false;
        return JsonTime.TryParse(text, out time) || DateTimeOffset.TryParse(Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }
}
