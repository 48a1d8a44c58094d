using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Intercom.Json;

/// <summary>Of which characters a string of a JSON text is made.</summary>
internal enum JsonStringForm : byte
{
    /// <summary>Of ASCII alone, without escapes.</summary>
    Ascii,

    /// <summary>Without escapes.</summary>
    Plain,

    /// <summary>With escapes.</summary>
    Escaped,
}

/// <remarks>
/// Strings and numbers. A number ends where its grammar ends; that something else may follow it is seen by whoever goes on.
/// </remarks>
public ref partial struct JsonCursor
{
    private const int EscapedUnitLength = 6;

    // A quote, an escape, and the control characters, which a string must escape.
    private static readonly SearchValues<byte> StringStops =
        SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, ' ').Select(static c => (byte)c)]);

    /// <summary>Passes over a whole number of 64 bits, or leaves the cursor where it stands.</summary>
    private bool TryTakeInteger(out long value)
    {
        value = 0;
        var isNegative = Current == '-';
        var start = isNegative ? _at + 1 : _at;
        var at = start;
        // No number of 18 digits overflows.
        for (uint digit; (digit = (uint)(At(at) - '0')) <= 9 && at - start < 18; at++)
            value = (value * 10) + digit;
        if (at == start || At(at) is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'e' or (byte)'E')
            return TryTakeLong(out value);
        if (_utf8[start] == '0' && at > start + 1)
            Throw(start + 1);
        value = isNegative ? -value : value;
        _at = at;
        return true;
    }

    private bool TryTakeLong(out long value)
    {
        var digits = Digits();
        if (!Utf8Parser.TryParse(digits, out value, out int consumed) || consumed != digits.Length)
            return false;
        _at += consumed;
        return true;
    }

    /// <summary>The characters of the number at which the cursor stands.</summary>
    private readonly ReadOnlySpan<byte> Digits() => _utf8[_at..EndOfNumber()];

    private readonly int EndOfNumber()
    {
        var at = Current == '-' ? _at + 1 : _at;
        at = At(at) == '0' ? at + 1 : EndOfDigits(at);
        if (At(at) == '.')
            at = EndOfDigits(at + 1);
        if (At(at) is (byte)'e' or (byte)'E')
            at = EndOfDigits(At(at + 1) is (byte)'+' or (byte)'-' ? at + 2 : at + 1);
        return at;
    }

    private readonly int EndOfDigits(int start)
    {
        var end = start;
        while (At(end) is >= (byte)'0' and <= (byte)'9')
            end++;
        if (end == start)
            Throw(start);
        return end;
    }

    /// <summary>The text of the string at which the cursor stands, which it passes over.</summary>
    private string TakeString()
    {
        var start = _at + 1;
        if (JsonStrings.TryRead(_utf8[start..], out var value))
        {
            _at = start + value.Length + 1;
            return value;
        }

        var end = EndOfString(start, out var form);
        _at = end + 1;
        return Text(_utf8[start..end], form);
    }

    // Of ASCII a string is made in one pass; UTF-8 needs one more to know how long the string is.
    private static string Text(ReadOnlySpan<byte> text, JsonStringForm form) => form switch
    {
        JsonStringForm.Ascii => Encoding.Latin1.GetString(text),
        JsonStringForm.Plain => Encoding.UTF8.GetString(text),
        _ => JsonEscapes.Unescape(text),
    };

    /// <summary>The place of the quote that ends a string.</summary>
    private readonly int EndOfString(int start, out JsonStringForm form)
    {
        form = JsonStringForm.Ascii;
        var length = JsonStrings.EndOfPlain(_utf8[start..]);
        return length >= 0 ? start + length : EndOfAnyString(start, ref form);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly int EndOfAnyString(int start, ref JsonStringForm form)
    {
        var end = NextStop(start);
        for (; At(end) == '\\'; end = NextStop(EndOfEscape(end)))
            form = JsonStringForm.Escaped;
        if (At(end) != '"')
            Throw(end);
        var text = _utf8[start..end];
        if (Ascii.IsValid(text))
            return end;
        if (!Utf8.IsValid(text))
            Throw(start + ValidLength(text));
        if (form == JsonStringForm.Ascii)
            form = JsonStringForm.Plain;
        return end;
    }

    private readonly int NextStop(int start)
    {
        var step = _utf8[start..].IndexOfAny(StringStops);
        return step < 0 ? _utf8.Length : start + step;
    }

    private readonly int EndOfEscape(int start)
    {
        switch (At(start + 1))
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                return start + 2;
            case (byte)'u':
                for (var at = start + 2; at < start + EscapedUnitLength; at++)
                    if (!char.IsAsciiHexDigit((char)At(at)))
                        Throw(at);
                return start + EscapedUnitLength;
            default:
                Throw(start + 1);
                return start;
        }
    }

    private static int ValidLength(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var length) == OperationStatus.Done)
            at += length;
        return at;
    }
}
