using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

/// <remarks>
/// <see cref="Utf8JsonReader"/> also reads texts that come in pieces, and makes a token of everything; a body is one piece, and its readers know what they look for.
/// A text that is not JSON throws; strings are not checked for valid UTF-8, because a bad byte in a name must not cost the caller the whole page.
/// </remarks>
public ref partial struct JsonCursor
{
    private const int MaxDepth = 64;
    private static readonly System.Buffers.SearchValues<byte> Structure = System.Buffers.SearchValues.Create("\"{}[]"u8);

    /// <summary>The byte at which the cursor stands; NUL at the end.</summary>
    private readonly byte Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (uint)_at < (uint)_utf8.Length ? _utf8[_at] : (byte)0;
    }

    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    private static JsonTokenType Kind(byte first) => first switch
    {
        (byte)'"' => JsonTokenType.String,
        (byte)'{' => JsonTokenType.StartObject,
        (byte)'[' => JsonTokenType.StartArray,
        (byte)'t' => JsonTokenType.True,
        (byte)'f' => JsonTokenType.False,
        (byte)'n' => JsonTokenType.Null,
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => JsonTokenType.Number,
        (byte)']' => JsonTokenType.EndArray,
        (byte)'}' => JsonTokenType.EndObject,
        _ => JsonTokenType.None,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SkipBlank()
    {
        if (Current <= ' ')
            SkipBlanks();
    }

    private void SkipBlanks()
    {
        while (IsBlank(Current))
            _at++;
    }

    /// <summary>Steps into a container.</summary>
    /// <returns>False where it is empty; the cursor stands behind it then.</returns>
    private bool Enter(byte close)
    {
        if (++_depth > MaxDepth)
            Throw();
        _at++;
        SkipBlank();
        return Current != close || Leave();
    }

    /// <summary>Goes on to the next item of a container, or behind the container.</summary>
    /// <returns>False at its end.</returns>
    private bool More(byte close)
    {
        SkipBlank();
        if (Current == ',')
        {
            _at++;
            SkipBlank();
            return Current != close || Leave();
        }

        return Current == close ? Leave() : throw Invalid();
    }

    private bool Leave()
    {
        _at++;
        _depth--;
        return false;
    }

    /// <summary>Reads the name of a property, as it is escaped, and goes to its value.</summary>
    private ReadOnlySpan<byte> Name(out bool isEscaped)
    {
        if (Current != '"')
            Throw();
        var start = _at + 1;
        var end = EndOfString(start, out isEscaped);
        _at = end + 1;
        SkipBlank();
        if (Current != ':')
            Throw();
        _at++;
        SkipBlank();
        return _utf8[start..end];
    }

    /// <summary>Passes over a value.</summary>
    /// <returns>Its whole text.</returns>
    private ReadOnlySpan<byte> Take()
    {
        var start = _at;
        switch (Kind(Current))
        {
            case JsonTokenType.String:
                _at = EndOfString(_at + 1, out _) + 1;
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                SkipContainer();
                break;
            case JsonTokenType.True:
                Word("true"u8);
                break;
            case JsonTokenType.False:
                Word("false"u8);
                break;
            case JsonTokenType.Null:
                Word("null"u8);
                break;
            case JsonTokenType.Number:
                _at += Digits().Length;
                break;
            default:
                Throw();
                break;
        }

        return _utf8[start.._at];
    }

    private void SkipContainer()
    {
        var depth = 0;
        do
        {
            var step = _utf8[_at..].IndexOfAny(Structure);
            if (step < 0)
                Throw(_utf8.Length);
            _at += step;
            switch (_utf8[_at++])
            {
                case (byte)'"':
                    _at = EndOfString(_at, out _) + 1;
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                default:
                    depth--;
                    break;
            }
        }
        while (depth > 0);
    }

    /// <summary>Passes over a word if it is the one.</summary>
    private void Word(ReadOnlySpan<byte> word)
    {
        if (!_utf8[_at..].StartsWith(word))
            Throw();
        _at += word.Length;
    }

    /// <summary>Passes over a whole number of 64 bits, or leaves the cursor where it stands.</summary>
    private bool TryTakeInteger(out long value)
    {
        value = 0;
        var isNegative = Current == '-';
        var start = isNegative ? _at + 1 : _at;
        var at = start;
        // No number of 18 digits overflows.
        for (uint digit; (uint)at < (uint)_utf8.Length && (digit = (uint)(_utf8[at] - '0')) <= 9 && at - start < 18; at++)
            value = (value * 10) + digit;
        if (at == start || ((uint)at < (uint)_utf8.Length && _utf8[at] is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'e' or (byte)'E' or (byte)'+' or (byte)'-'))
            return TryTakeLong(out value);
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
    private readonly ReadOnlySpan<byte> Digits()
    {
        var end = _at;
        while ((uint)end < (uint)_utf8.Length && _utf8[end] is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.' or (byte)'e' or (byte)'E')
            end++;
        return _utf8[_at..end];
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

        var end = EndOfString(start, out var isEscaped);
        _at = end + 1;
        var text = _utf8[start..end];
        return isEscaped ? JsonEscapes.Unescape(text) : Plain(text);
    }

    // Most texts are ASCII, of which Latin-1 is made in one pass; UTF-8 needs one more to know how long the string is.
    private static string Plain(ReadOnlySpan<byte> text) => Ascii.IsValid(text) ? Encoding.Latin1.GetString(text) : Encoding.UTF8.GetString(text);

    /// <summary>The place of the quote that ends a string.</summary>
    private readonly int EndOfString(int start, out bool isEscaped)
    {
        var rest = _utf8[start..];
        var at = rest.IndexOfAny((byte)'"', (byte)'\\');
        isEscaped = false;
        while (at >= 0 && rest[at] == '\\')
        {
            isEscaped = true;
            at += 2;
            if (at > rest.Length)
                break;
            var step = rest[at..].IndexOfAny((byte)'"', (byte)'\\');
            at = step < 0 ? -1 : at + step;
        }

        if ((uint)at >= (uint)rest.Length)
            Throw(_utf8.Length);
        return start + at;
    }

    [DoesNotReturn]
    private readonly void Throw() => throw Invalid();

    [DoesNotReturn]
    private readonly void Throw(int at) => throw Invalid(at);

    private readonly JsonException Invalid() => Invalid(_at);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly JsonException Invalid(int at) => new(
        at >= _utf8.Length ? "The JSON ends too early." : $"The JSON is not valid at byte {at}: '{(char)_utf8[at]}' is not expected there.", null, null, at);
}
