using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

public ref partial struct JsonCursor
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Reads a day: <c>2026-01-31</c>.</summary>
    public DateOnly? Date()
    {
        var ahead = this;
        if (Current != '"'
            || !DateOnly.TryParseExact(ahead.TakeString(), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return NullOr<DateOnly>("date");
        _at = ahead._at;
        return day;
    }

    /// <summary>Reads a decimal number; a number in a string is read as well.</summary>
    public decimal? Decimal()
    {
        var ahead = this;
        switch (Token)
        {
            case JsonTokenType.Number when TryDecimal(Encoding.ASCII.GetString(ahead.Take()), out var number):
                _at = ahead._at;
                return number;
            case JsonTokenType.String when TryDecimal(ahead.TakeString(), out var number):
                Report("number");
                _at = ahead._at;
                return number;
            default:
                return NullOr<decimal>("number");
        }
    }

    /// <summary>Reads bytes from base64.</summary>
    public ReadOnlyMemory<byte>? Bytes()
    {
        if (Current != '"')
            return NullOr<ReadOnlyMemory<byte>>("base64");
        var ahead = this;
        var text = ahead.TakeString();
        var bytes = new byte[(text.Length * 3L / 4) + 3];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
            return NullOr<ReadOnlyMemory<byte>>("base64");
        // White space between the digits would be gone where they are written again.
        if (text.Length == (length + 2) / 3 * 4)
            _at = ahead._at;
        else
            Keep(Kept.Verbatim);
        return bytes.AsMemory(0, length);
    }

    /// <summary>Reads a value where it is one of the type, and reports nothing where it is none.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">How it is read.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>Whether it is one; where not, the cursor stays where it is.</returns>
    public bool Takes<T, TCodec>(out T value)
        where TCodec : IJsonCodec<T>
    {
        value = default!;
        return Token != JsonTokenType.Null && IsWhole<T, TCodec>() && TCodec.TryRead(ref this, out value!);
    }

    /// <summary>A value that its codec reads and writes.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">How it is read and written.</typeparam>
    /// <param name="value">The property's field.</param>
    public void Value<T, TCodec>(ref T? value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (_output is null)
            value = TCodec.TryRead(ref this, out var read) ? read : null;
        else if (Begins(value.HasValue) && !WroteAsRead<T, TCodec>(value.GetValueOrDefault()))
            TCodec.Write(_output, value.GetValueOrDefault());
    }

    /// <inheritdoc cref="Value{T, TCodec}(ref T?)"/>
    public void Object<T, TCodec>(ref T? value)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        if (_output is null)
            value = TCodec.TryRead(ref this, out var read) ? read : null;
        else if (Begins(value is not null) && !WroteAsRead<T, TCodec>(value!))
            TCodec.Write(_output, value!);
    }

    private T? NullOr<T>(string expected)
        where T : struct
    {
        if (!SkippedNull())
            Misfit(expected);
        return null;
    }

    private static bool TryDecimal(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
