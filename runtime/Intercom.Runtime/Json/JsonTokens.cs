using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

/// <summary>Takes a UTF-8 text apart into JSON tokens.</summary>
/// <remarks>
/// <see cref="Utf8JsonReader"/> also reads texts that come in pieces, and carries that with every token; a body is one piece. A text that is not JSON
/// throws; strings are not checked for valid UTF-8, because a bad byte in a name must not cost the caller the whole page.
/// </remarks>
internal ref struct JsonTokens
{
    private const int MaxDepth = 64;
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);

    private readonly ReadOnlySpan<byte> _utf8;
    private int _next;
    private int _valueStart;
    private int _valueEnd;
    private int _depth;

    // One bit for each container around the current token: set for an object.
    private ulong _objects;

    public JsonTokens(ReadOnlySpan<byte> utf8) => _utf8 = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    public JsonTokenType TokenType { get; private set; }

    /// <summary>Where the token starts, in bytes from the start of the text.</summary>
    public int TokenStartIndex { get; private set; }

    public bool ValueIsEscaped { get; private set; }

    /// <summary>A string without its quotes, as it is escaped; or a number.</summary>
    public readonly ReadOnlySpan<byte> ValueSpan => _utf8[_valueStart.._valueEnd];

    /// <summary>The whole text of the value at which the reader stands, which it passes over.</summary>
    public ReadOnlySpan<byte> TakeRaw()
    {
        var start = TokenStartIndex;
        Skip();
        return _utf8[start.._next];
    }

    /// <summary>Moves to the next token.</summary>
    /// <returns>False at the end of the root value.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public bool Read()
    {
        var utf8 = _utf8;
        var at = _next;
        while ((uint)at < (uint)utf8.Length && utf8[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at++;
        var isInside = _depth > 0;
        if (TokenType is not (JsonTokenType.None or JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            if (!isInside)
                return false;
            if ((uint)at < (uint)utf8.Length && utf8[at] == ',')
                at = SkipBlank(at + 1);
            else if ((uint)at >= (uint)utf8.Length || utf8[at] is not ((byte)'}' or (byte)']'))
                Throw(at);
        }

        if ((uint)at >= (uint)utf8.Length)
            Throw(at);
        TokenStartIndex = at;
        var isInObject = isInside && (_objects & 1) != 0;
        switch (utf8[at])
        {
            case (byte)'"':
                ReadString(at + 1);
                if (isInObject && TokenType != JsonTokenType.PropertyName)
                    ReadColon();
                else
                    TokenType = JsonTokenType.String;
                return true;
            case (byte)'}' when isInObject && TokenType != JsonTokenType.PropertyName:
                Leave(at, JsonTokenType.EndObject);
                return true;
            case (byte)']' when isInside && !isInObject:
                Leave(at, JsonTokenType.EndArray);
                return true;
        }

        if (isInObject && TokenType != JsonTokenType.PropertyName)
            Throw(at);
        switch (utf8[at])
        {
            case (byte)'{':
                Enter(at, JsonTokenType.StartObject, 1);
                break;
            case (byte)'[':
                Enter(at, JsonTokenType.StartArray, 0);
                break;
            case (byte)'t':
                Word(at, "true"u8, JsonTokenType.True);
                break;
            case (byte)'f':
                Word(at, "false"u8, JsonTokenType.False);
                break;
            case (byte)'n':
                Word(at, "null"u8, JsonTokenType.Null);
                break;
            default:
                ReadNumber(at);
                break;
        }

        return true;
    }

    /// <summary>Passes over the value at which the reader stands.</summary>
    public void Skip()
    {
        if (TokenType == JsonTokenType.PropertyName)
            Read();
        if (TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;
        var at = _next;
        for (var depth = 1; depth > 0;)
        {
            var step = _utf8[at..].IndexOfAny(Structure);
            if (step < 0)
                Throw(_utf8.Length);
            at += step;
            switch (_utf8[at++])
            {
                case (byte)'"':
                    at = EndOfString(at) + 1;
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                default:
                    depth--;
                    break;
            }
        }

        Leave(at - 1, (_objects & 1) != 0 ? JsonTokenType.EndObject : JsonTokenType.EndArray);
    }

    public readonly string GetString() => ValueIsEscaped ? JsonEscapes.Unescape(ValueSpan) : Encoding.UTF8.GetString(ValueSpan);

    public readonly bool ValueTextEquals(string text) => ValueIsEscaped ? GetString() == text : JsonEscapes.Same(ValueSpan, text);

    public readonly bool TryGetInt64(out long value) => Utf8Parser.TryParse(ValueSpan, out value, out var consumed) && consumed == _valueEnd - _valueStart;

    public readonly bool TryGetDouble(out double value) => Utf8Parser.TryParse(ValueSpan, out value, out var consumed) && consumed == _valueEnd - _valueStart;

    public readonly bool TryGetDateTimeOffset(out DateTimeOffset value)
    {
        value = default;
        if (ValueIsEscaped || _valueEnd - _valueStart is < 10 or > 40)
            return false;
        // The platform's own reader of ISO 8601 takes a whole token.
        var token = new Utf8JsonReader(_utf8[(_valueStart - 1)..(_valueEnd + 1)]);
        return token.Read() && token.TryGetDateTimeOffset(out value);
    }

    private void ReadString(int start)
    {
        var end = EndOfString(start);
        _valueStart = start;
        _valueEnd = end;
        _next = end + 1;
    }

    private int EndOfString(int start)
    {
        var rest = _utf8[start..];
        var at = rest.IndexOfAny((byte)'"', (byte)'\\');
        ValueIsEscaped = false;
        while (at >= 0 && rest[at] == '\\')
        {
            ValueIsEscaped = true;
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

    private void ReadColon()
    {
        TokenType = JsonTokenType.PropertyName;
        var at = _next;
        if ((uint)at >= (uint)_utf8.Length || _utf8[at] != ':')
            at = SkipBlank(at);
        if ((uint)at >= (uint)_utf8.Length || _utf8[at] != ':')
            Throw(at);
        _next = at + 1;
    }

    private void ReadNumber(int start)
    {
        var at = start;
        while ((uint)at < (uint)_utf8.Length && _utf8[at] is >= (byte)'0' and <= (byte)'9' or (byte)'-' or (byte)'+' or (byte)'.' or (byte)'e' or (byte)'E')
            at++;
        if (at == start || _utf8[start] is not ((byte)'-' or (>= (byte)'0' and <= (byte)'9')))
            Throw(start);
        ValueIsEscaped = false;
        _valueStart = start;
        _valueEnd = at;
        _next = at;
        TokenType = JsonTokenType.Number;
    }

    private void Word(int at, ReadOnlySpan<byte> word, JsonTokenType type)
    {
        if (!_utf8[at..].StartsWith(word))
            Throw(at);
        _next = at + word.Length;
        TokenType = type;
    }

    private void Enter(int at, JsonTokenType type, ulong isObject)
    {
        if (_depth == MaxDepth)
            Throw(at);
        _depth++;
        _objects = (_objects << 1) | isObject;
        _next = at + 1;
        TokenType = type;
    }

    private void Leave(int at, JsonTokenType type)
    {
        _depth--;
        _objects >>= 1;
        _next = at + 1;
        TokenType = type;
    }

    private readonly int SkipBlank(int at)
    {
        while ((uint)at < (uint)_utf8.Length && _utf8[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at++;
        return at;
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void Throw(int at) => throw new JsonException(
        at >= _utf8.Length ? "The JSON ends too early." : $"The JSON is not valid at byte {at}: '{(char)_utf8[at]}' is not expected there.", null, null, at);
}
