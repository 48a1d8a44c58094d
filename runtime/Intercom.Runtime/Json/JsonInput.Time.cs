using System.Globalization;
using System.Text.Json;

namespace Intercom.Json;

public ref partial struct JsonInput
{
    // From here on a number of seconds would lie after the year 5138: it counts milliseconds.
    private const long FirstMilliseconds = 100_000_000_000;

    /// <summary>Reads a point in time that is declared as unix seconds.</summary>
    public DateTimeOffset? UnixTime()
    {
        if (_reader.TokenType == JsonTokenType.Number && TryUnix(out var time))
            return time;
        return OtherTime("unix time");
    }

    /// <summary>Reads a point in time that is declared as an ISO 8601 string.</summary>
    public DateTimeOffset? IsoTime()
    {
        if (_reader.TokenType == JsonTokenType.String && TryIso(out var time))
        {
            if (!JsonTime.IsCanonical(_reader, time))
                KeepVerbatim();
            return time;
        }

        return OtherTime("ISO 8601 time");
    }

    /// <summary>Reads a point in time that is declared as unix seconds or as an ISO 8601 string.</summary>
    public DateTimeOffset? AnyTime() => _reader.TokenType == JsonTokenType.Number ? UnixTime() : IsoTime();

    private DateTimeOffset? OtherTime(string expected)
    {
        if (_reader.TokenType == JsonTokenType.Null)
            return null;
        if ((_reader.TokenType == JsonTokenType.Number && TryUnix(out var time)) || (_reader.TokenType == JsonTokenType.String && (TryIso(out time) || TryUnixText(out time))))
        {
            Report(expected);
            KeepVerbatim();
            return time;
        }

        Misfit(expected);
        return null;
    }

    private readonly bool TryUnix(out DateTimeOffset time)
    {
        if (_reader.TryGetInt64(out var seconds))
            return TryUnix(seconds, out time);
        time = default;
        return false;
    }

    private readonly bool TryUnixText(out DateTimeOffset time)
    {
        if (long.TryParse(_reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            return TryUnix(seconds, out time);
        time = default;
        return false;
    }

    private static bool TryUnix(long value, out DateTimeOffset time)
    {
        var milliseconds = value is > -FirstMilliseconds and < FirstMilliseconds ? value * 1000 : value;
        var fits = milliseconds is >= -62_135_596_800_000 and <= 253_402_300_799_999;
        time = fits ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : default;
        return fits;
    }

    private readonly bool TryIso(out DateTimeOffset time)
    {
        if (_reader.TryGetDateTimeOffset(out time))
            return true;
        var text = _reader.GetString();
        return text is { Length: >= 10 } && char.IsAsciiDigit(text[0]) && text[4] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }
}
