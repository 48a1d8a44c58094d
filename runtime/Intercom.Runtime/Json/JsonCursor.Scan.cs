using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Intercom.Json;

/// <remarks>
/// <see cref="Utf8JsonReader"/> also reads texts that come in pieces, and makes a token of everything; a body is one piece, and its readers
/// know what they look for. What is read and what is passed over is checked in the same pass, so that nothing that is kept as text turns
/// out later not to be JSON.
/// </remarks>
public ref partial struct JsonCursor
{
    // What is typed is read by recursion. What lies deeper is kept as it is, which takes no stack.
    private const int MaxDepth = 64;

    /// <summary>The byte at which the cursor stands; NUL at the end.</summary>
    private readonly byte Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => At(_at);
    }

    private readonly bool IsTooDeep => _depth >= MaxDepth && Current is (byte)'{' or (byte)'[';

    /// <summary>Checks that a text is one JSON value and nothing else.</summary>
    /// <exception cref="JsonException">It is not.</exception>
    internal static void Check(ReadOnlySpan<byte> utf8)
    {
        var json = new JsonCursor(utf8);
        json.Take();
        json.End();
    }

    /// <summary>Checks that nothing follows.</summary>
    /// <exception cref="JsonException">Something does.</exception>
    internal void End()
    {
        SkipBlank();
        if (_at < _utf8.Length)
            Throw();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte At(int at) => (uint)at < (uint)_utf8.Length ? _utf8[at] : (byte)0;

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
        _depth++;
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
            return true;
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
    private ReadOnlySpan<byte> Name(out JsonStringForm form)
    {
        if (Current != '"')
            Throw();
        var start = _at + 1;
        var end = EndOfString(start, out form);
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
        if (Current is (byte)'{' or (byte)'[')
            TakeContainer();
        else
            TakeScalar();
        return _utf8[start.._at];
    }

    private void TakeContainer()
    {
        var nesting = default(JsonNesting);
        do
        {
            if (Current is (byte)'{' or (byte)'[')
            {
                nesting.Open(Current == '{');
                if (Enter(nesting.Close))
                {
                    if (nesting.IsObject)
                        Name(out _);
                    continue;
                }

                nesting.Leave();
            }
            else
            {
                TakeScalar();
            }

            while (nesting.Depth > 0 && !More(nesting.Close))
                nesting.Leave();
            if (nesting.Depth > 0 && nesting.IsObject)
                Name(out _);
        }
        while (nesting.Depth > 0);
    }

    private void TakeScalar()
    {
        switch (Kind(Current))
        {
            case JsonTokenType.String:
                _at = EndOfString(_at + 1, out _) + 1;
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
                _at = EndOfNumber();
                break;
            default:
                Throw();
                break;
        }
    }

    /// <summary>Passes over a word if it is the one.</summary>
    private void Word(ReadOnlySpan<byte> word)
    {
        if (!_utf8[_at..].StartsWith(word))
            Throw();
        _at += word.Length;
    }

    [DoesNotReturn]
    private readonly void Throw() => throw Invalid(_at);

    [DoesNotReturn]
    private readonly void Throw(int at) => throw Invalid(at);

    private readonly JsonException Invalid() => Invalid(_at);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly JsonException Invalid(int at) => new(
        at >= _utf8.Length
            ? "The JSON ends too early."
            : $"The JSON is not valid at byte {at}: {Describe(_utf8[at])} is not expected there.",
        null,
        null,
        at);

    private static string Describe(byte value) => value is > (byte)' ' and < 0x7F ? $"'{(char)value}'" : $"0x{value:X2}";
}
