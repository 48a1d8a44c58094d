using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

public ref partial struct JsonCursor
{
    // So many characters of a number are written by a double as they were read, or as what equals them.
    private const int ExactDigits = 15;

    /// <summary>Reads a whole number of 64 bits; a number in a string, and one with a zero fraction, are read as well.</summary>
    public long? Integer()
    {
        switch (Token)
        {
            case JsonTokenType.Number:
                if (TryTakeInteger(out var whole))
                    return whole;
                var digits = Digits();
                if (!TryNumber(digits, out var number) || !TryWhole(number, out whole))
                    break;
                _at += digits.Length;
                return whole;
            case JsonTokenType.Null:
                Null();
                return null;
            case JsonTokenType.String:
                var start = this;
                var text = TakeString();
                if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole)
                    || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && TryWhole(number, out whole)))
                {
                    start.Report("integer");
                    KeepFrom(start._at);
                    return whole;
                }

                this = start;
                break;
        }

        Misfit("integer");
        return null;
    }

    /// <summary>Reads an identifier that is declared as a number: its digits, however many they are; a string is read as well.</summary>
    public string? Identifier()
    {
        switch (Token)
        {
            case JsonTokenType.Number:
                var start = _at;
                if (TryTakeInteger(out var whole))
                    return whole.ToString(CultureInfo.InvariantCulture);
                _at = start + Digits().Length;
                var digits = Encoding.ASCII.GetString(_utf8[start.._at]);
                if (!JsonOutput.IsNumber(digits))
                    KeepFrom(start);
                return digits;
            case JsonTokenType.Null:
                Null();
                return null;
            case JsonTokenType.String:
                var before = this;
                var text = TakeString();
                before.Report("integer");
                KeepFrom(before._at);
                return text;
        }

        Misfit("integer");
        return null;
    }

    /// <summary>Reads a number; a number in a string is read as well.</summary>
    public double? Number()
    {
        switch (Token)
        {
            case JsonTokenType.Number:
                var digits = Digits();
                if (!TryNumber(digits, out var number))
                    break;
                _at += digits.Length;
                if (digits.Length > ExactDigits)
                    KeepFrom(_at - digits.Length);
                return number;
            case JsonTokenType.Null:
                Null();
                return null;
            case JsonTokenType.String:
                var start = this;
                if (double.TryParse(TakeString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number))
                {
                    start.Report("number");
                    KeepFrom(start._at);
                    return number;
                }

                this = start;
                break;
        }

        Misfit("number");
        return null;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out double value) =>
        Utf8Parser.TryParse(digits, out value, out int consumed) && consumed == digits.Length && double.IsFinite(value);

    private static bool TryWhole(double number, out long whole)
    {
        var isWhole = Math.Floor(number) == number && Math.Abs(number) < 9.2e18;
        whole = isWhole ? (long)number : 0;
        return isWhole;
    }
}
