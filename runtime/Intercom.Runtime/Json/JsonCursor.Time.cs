using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

public ref partial struct JsonCursor
{
    // The seconds of the years 1 to 9999. Beyond them a number counts milliseconds, of which these would lie between
    // 1968 and 1978, before there was anything to tell of.
    private const long FirstSecond = -62_135_596_800;
    private const long LastSecond = 253_402_300_799;

    /// <summary>Reads a point in time that is declared as unix seconds.</summary>
    public DateTimeOffset? UnixTime() => TakeUnixTime();

    private UnixTime TakeUnixTime()
    {
        var start = _at;
        if (Token == JsonTokenType.Number && TryTakeInteger(out var seconds) && seconds is >= FirstSecond and <= LastSecond)
            return Json.UnixTime.OfSeconds(seconds);
        _at = start;
        return OtherTime("unix time");
    }

    /// <summary>Reads a point in time that is declared as an ISO 8601 string.</summary>
    public DateTimeOffset? IsoTime() => IsoTime(isWrittenSo: true);

    private DateTimeOffset? IsoTime(bool isWrittenSo)
    {
        if (Current != '"')
            return OtherTime("ISO 8601 time");
        var end = EndOfString(_at + 1, out var form);
        var text = _utf8[(_at + 1)..end];
        if (form != JsonStringForm.Ascii || !TryIso(text, out var time))
            return OtherTime("ISO 8601 time");
        if (isWrittenSo && JsonTime.IsCanonical(text, time))
            _at = end + 1;
        else
            Keep(Kept.Verbatim);
        return time;
    }

    /// <summary>Reads a point in time that is declared as unix seconds or as an ISO 8601 string.</summary>
    public DateTimeOffset? AnyTime() => Token == JsonTokenType.Number ? UnixTime() : IsoTime(isWrittenSo: false);

    private DateTimeOffset? OtherTime(string expected)
    {
        if (Token == JsonTokenType.Null)
        {
            Null();
            return null;
        }

        var ahead = this;
        string? found = null;
        if ((Token == JsonTokenType.Number && TryUnix(Encoding.ASCII.GetString(Digits()), out var time, out found))
            || (Token == JsonTokenType.String && TryText(ahead.TakeString(), out time)))
        {
            Report(expected, found: found);
            Keep(Kept.Verbatim);
            return time;
        }

        Misfit(expected);
        return null;
    }

    private static bool TryText(string text, out DateTimeOffset time) =>
        TryIso(Encoding.UTF8.GetBytes(text), out time) || TryUnix(text, out time, out _);

    /// <summary>Reads a number of seconds or milliseconds, be it whole or not.</summary>
    private static bool TryUnix(string text, out DateTimeOffset time, out string? found)
    {
        (time, found) = (default, null);
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return false;
        if (number is >= LastSecond + 1 or < FirstSecond)
            (number, found) = (number / 1000, "milliseconds");
        if (number is >= LastSecond + 1 or < FirstSecond)
            return false;
        time = DateTimeOffset.UnixEpoch.AddTicks((long)(number * TimeSpan.TicksPerSecond));
        return true;
    }

    private static bool TryIso(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length is < 10 or > 40 || text[0] is < (byte)'0' or > (byte)'9' || text[4] != '-')
            return false;
        return JsonTime.TryParse(text, out time)
            || DateTimeOffset.TryParse(
                Encoding.UTF8.GetString(text),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out time);
    }
}
