using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

/// <summary>A place in a JSON text that is read, or in an object that is written.</summary>
/// <remarks>
/// It reads the way a client must: what has another shape than declared is kept and reported, and never throws. Each method without an
/// argument reads the value at which the cursor stands and leaves the cursor behind it; each method that takes the field of a property
/// reads it, or writes it.
/// </remarks>
public ref partial struct JsonCursor
{
    private readonly ReadOnlySpan<byte> _utf8;
    private readonly JsonDeviations? _deviations;
    private readonly JsonOutput? _output;
    private readonly JsonRecord? _written;
    private readonly JsonProperties? _rest;
    private JsonNames _names;
    private JsonScratch? _scratch;
    private int _at;
    private int _depth;
    private int _index;
    private int _keptStart;
    private int _keptEnd;
    private Kept _kept;
    private bool _hasScratch;
    private bool _isDeferred;
    private bool _isList;

    /// <summary>Reads a text.</summary>
    /// <param name="utf8">The JSON text, in UTF-8.</param>
    public JsonCursor(ReadOnlySpan<byte> utf8)
        : this(utf8, null)
    {
    }

    internal JsonCursor(ReadOnlySpan<byte> utf8, JsonDeviations? deviations)
    {
        _utf8 = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        _deviations = deviations;
        _names = null!;
        SkipBlank();
    }

    private static string Shallower => $"at most {MaxDepth} levels";

    private enum Kept : byte
    {
        Nothing,
        Misfit,
        Verbatim,
    }

    // The platform's reader is strict by itself, and as deep as a text is: it takes no stack either.
    internal static JsonReaderOptions ReaderOptions => new() { MaxDepth = int.MaxValue };

    /// <summary>The first token of the value at which the cursor stands; <see cref="JsonTokenType.None"/> where there is none.</summary>
    public readonly JsonTokenType Token => Kind(Current);

    /// <summary>Whether the cursor stands at a whole number.</summary>
    public readonly bool IsInteger
    {
        get
        {
            var ahead = this;
            return ahead.Token == JsonTokenType.Number && ahead.TryTakeInteger(out _);
        }
    }

    /// <summary>Reads a string; a number is read as its text.</summary>
    public string? Text()
    {
        if (Current != '"')
            return OtherText();
        var start = _at + 1;
        if (!JsonStrings.TryRead(_utf8[start..], out var value))
            return LongText();
        _at = start + value.Length + 1;
        return value;
    }

    /// <summary>Reads the value of an enum; a known one is not allocated again.</summary>
    /// <param name="known">The known values.</param>
    public string? Known(JsonNames known)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (Current != '"')
            return OtherText();
        var start = _at + 1;
        var end = EndOfString(start, out var form);
        _at = end + 1;
        var text = _utf8[start..end];
        return known.Find(text)?.Text ?? Text(text, form);
    }

    /// <summary>Reads a boolean.</summary>
    public bool? Boolean()
    {
        switch (Token)
        {
            case JsonTokenType.True:
                Word("true"u8);
                return true;
            case JsonTokenType.False:
                Word("false"u8);
                return false;
            case JsonTokenType.Null:
                Null();
                return null;
            default:
                Misfit("boolean");
                return null;
        }
    }

    /// <summary>Reads any value as it is; a JSON null gives null.</summary>
    public JsonElement? Element()
    {
        if (Token == JsonTokenType.Null)
        {
            Null();
            return null;
        }

        var start = this;
        var text = Take();
        if (JsonDocuments.TryParse(text, out var element))
        {
            _deviations?.Open(text);
            return element;
        }

        this = start;
        Misfit(Shallower);
        return null;
    }

    /// <summary>Reads any value as it is, a JSON null included, where one of some types is declared.</summary>
    public JsonElement Raw()
    {
        if (!IsEmptyObject)
            Report("a known type", JsonDeviationKind.UnknownType);
        var start = _at;
        Take();
        _deviations?.Untyped(_utf8[start.._at]);
        return ElementFrom(start);
    }

    // An object that says nothing is of no type, and of no other either.
    private readonly bool IsEmptyObject => Current == '{' && _utf8[(_at + 1)..].TrimStart(" \t\r\n"u8) is [(byte)'}', ..];

    /// <summary>Reads any value as it is, a JSON null included, where anything is declared.</summary>
    internal JsonElement Open()
    {
        var start = _at;
        Take();
        _deviations?.Open(_utf8[start.._at]);
        return ElementFrom(start);
    }

    // What is too deep for an element is written back as it stood all the same.
    private JsonElement ElementFrom(int start)
    {
        var text = _utf8[start.._at];
        if (JsonDocuments.TryParse(text, out var element))
            return element;
        KeepFrom(start);
        return JsonDocuments.Parse(text);
    }

    /// <summary>Reads an object of any properties.</summary>
    public JsonProperties? Properties()
    {
        if (!Begins(JsonTokenType.StartObject, "object"))
            return null;
        var text = Take();
        _deviations?.Open(text);
        return new JsonProperties(text[1..^1].ToArray());
    }

    /// <summary>Reads an object of an emitted type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public T? Record<T>()
        where T : JsonRecord, IJson<T> => Begins(JsonTokenType.StartObject, "object") ? T.Read(ref this) : null;

    /// <summary>Reads an enum or a union.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public T? Value<T>()
        where T : struct, IJson<T>
    {
        if (CanHold<T>())
        {
            var value = T.Read(ref this);
            return _kept == Kept.Misfit ? null : value;
        }

        if (Token == JsonTokenType.Null)
            Null();
        else
            Misfit(T.Accepts(Token) ? Shallower : "string");
        return null;
    }

    /// <summary>Passes over the value at which the cursor stands.</summary>
    public void Skip() => Take();

    /// <summary>Whether a value begins as declared; what does not is read as null, and kept where it is none.</summary>
    private bool Begins(JsonTokenType token, string expected)
    {
        if (Token == token && !IsTooDeep)
            return true;
        if (Token == JsonTokenType.Null)
            Null();
        else
            Misfit(Token == token ? Shallower : expected);
        return false;
    }

    /// <summary>Whether the value at which the cursor stands is read as a type.</summary>
    internal readonly bool CanHold<T>()
        where T : IJson<T> => T.Accepts(Token) && !IsTooDeep;

    private void Null() => Word("null"u8);

    private string? OtherText()
    {
        switch (Token)
        {
            case JsonTokenType.Null:
                Null();
                return null;
            case JsonTokenType.Number:
                Report("string");
                Keep(Kept.Verbatim);
                return Encoding.UTF8.GetString(_utf8[_keptStart.._keptEnd]);
            default:
                Misfit("string");
                return null;
        }
    }

    /// <summary>Keeps the value raw, for the object that holds it, because it has not the declared shape.</summary>
    private void Misfit(string expected)
    {
        Report(expected);
        Keep(Kept.Misfit);
    }

    private void Keep(Kept kept)
    {
        _keptStart = _at;
        Take();
        (_keptEnd, _kept) = (_at, kept);
    }

    /// <summary>Keeps how a value stood that the cursor has passed over, so that it is written back in the same form.</summary>
    private void KeepFrom(int start) => (_keptStart, _keptEnd, _kept) = (start, _at, Kept.Verbatim);

    // Half of a character cannot be written but as it stood.
    private string LongText()
    {
        var start = _at;
        var end = EndOfString(start + 1, out var form);
        _at = end + 1;
        var text = Text(_utf8[(start + 1)..end], form);
        if (form == JsonStringForm.Escaped && WellFormedText.IsCut(text))
            KeepFrom(start);
        return text;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void Report(string expected, JsonDeviationKind kind = JsonDeviationKind.Value, string? found = null) =>
        _deviations?.Add(_at, kind, expected, found ?? Describe(Token));

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "object",
        JsonTokenType.StartArray => "array",
        JsonTokenType.String => "string",
        JsonTokenType.Number => "number",
        JsonTokenType.True or JsonTokenType.False => "boolean",
        _ => "null",
    };
}
