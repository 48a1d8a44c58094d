using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Intercom.Json;

/// <summary>Reads JSON the way a client must: what has another shape than declared is kept and reported, and never throws.</summary>
/// <remarks>Each method reads the value at which the input stands and leaves the input at the last token of that value.</remarks>
public ref partial struct JsonInput
{
    private JsonTokens _reader;
    private readonly JsonDeviations? _deviations;
    private Kept _kept;
    private ReadOnlySpan<byte> _keptValue;

    /// <summary>Reads a text.</summary>
    /// <param name="utf8">The JSON text, in UTF-8.</param>
    /// <exception cref="JsonException">There is no JSON value at the start of the text.</exception>
    public JsonInput(ReadOnlySpan<byte> utf8)
        : this(utf8, null)
    {
    }

    internal JsonInput(ReadOnlySpan<byte> utf8, JsonDeviations? deviations)
    {
        _reader = new JsonTokens(utf8);
        _deviations = deviations;
        _reader.Read();
    }

    private enum Kept : byte
    {
        Nothing,
        Misfit,
        Verbatim,
    }

    internal static JsonReaderOptions ReaderOptions => new() { AllowTrailingCommas = true };

    /// <summary>The token at which the input stands.</summary>
    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>Whether the input stands at a whole number.</summary>
    public readonly bool IsInteger => _reader.TokenType == JsonTokenType.Number && _reader.TryGetInt64(out _);

    /// <summary>Reads a string; a number is read as its text.</summary>
    public string? Text()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                return _reader.GetString();
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number:
                Report("string");
                return NumberText();
            default:
                Misfit("string");
                return null;
        }
    }

    /// <summary>Reads the value of an enum; a known one is not allocated again.</summary>
    /// <param name="known">The known values.</param>
    public string? Known(JsonNames known)
    {
        if (_reader.TokenType != JsonTokenType.String || _reader.ValueIsEscaped)
            return Text();
        var entry = known.Find(_reader.ValueSpan, -1);
        return entry >= 0 ? known[entry] : _reader.GetString();
    }

    /// <summary>Reads a whole number of 64 bits; a number in a string, and one with a zero fraction, are read as well.</summary>
    public long? Integer()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.Number:
                if (_reader.TryGetInt64(out var whole))
                    return whole;
                if (_reader.TryGetDouble(out var number) && IsWhole(number))
                    return (long)number;
                break;
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                var text = _reader.GetString();
                if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole))
                    return Tolerated("integer", whole);
                if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && IsWhole(number))
                    return Tolerated("integer", (long)number);
                break;
        }

        Misfit("integer");
        return null;
    }

    /// <summary>Reads a number; a number in a string is read as well.</summary>
    public double? Number()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.Number when _reader.TryGetDouble(out var number) && double.IsFinite(number):
                return number;
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String when double.TryParse(_reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                return Tolerated("number", number);
            default:
                Misfit("number");
                return null;
        }
    }

    /// <summary>Reads a boolean.</summary>
    public bool? Boolean()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Null:
                return null;
            default:
                Misfit("boolean");
                return null;
        }
    }

    /// <summary>Reads any value as it is; a JSON null gives null.</summary>
    public JsonElement? Element() => _reader.TokenType == JsonTokenType.Null ? null : Raw();

    /// <summary>Reads an object of any properties.</summary>
    public JsonProperties? Properties()
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            if (_reader.TokenType != JsonTokenType.Null)
                Misfit("object");
            return null;
        }

        var properties = new JsonProperties();
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
            AddTo(properties);
        return properties;
    }

    /// <summary>Passes over the value and gives an input that stands at it still, to be read once more is known; none at a null.</summary>
    public JsonInput Later()
    {
        if (_reader.TokenType == JsonTokenType.Null)
            return default;
        var later = this;
        _reader.Skip();
        return later;
    }

    /// <summary>Reads a union whose case is named beside it.</summary>
    /// <typeparam name="T">The union.</typeparam>
    /// <param name="name">The name of the case; null where there is none.</param>
    public T Named<T>(string? name)
        where T : struct, INamedJson<T> => T.Read(name, ref this);

    /// <summary>Reads any value as it is, a JSON null included.</summary>
    public JsonElement Raw() => JsonDocuments.Parse(_reader.TakeRaw());

    /// <summary>Reads an object of an emitted type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public T? Record<T>()
        where T : class, IJson<T>
    {
        if (_reader.TokenType == JsonTokenType.StartObject)
            return T.Read(ref this);
        if (_reader.TokenType != JsonTokenType.Null)
            Misfit("object");
        return null;
    }

    /// <summary>Reads an enum or a union.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public T? Value<T>()
        where T : struct, IJson<T>
    {
        if (_reader.TokenType == JsonTokenType.Null)
            return null;
        if (T.Accepts(_reader.TokenType))
            return T.Read(ref this);
        Misfit("string");
        return null;
    }

    /// <summary>Starts to read an object's properties.</summary>
    /// <param name="names">The properties that the type declares.</param>
    public static JsonObjectInput Object(JsonNames names) => new(names);

    /// <summary>Looks ahead for the string value of one property of the object at which the input stands.</summary>
    /// <param name="name">The property's name.</param>
    /// <returns>The value, or null where it is absent or of another kind; a boolean as <c>true</c> or <c>false</c>.</returns>
    public readonly string? Peek(string name)
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
            return null;
        var ahead = _reader;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var found = ahead.ValueTextEquals(name);
            ahead.Read();
            if (found)
                return ahead.TokenType switch
                {
                    JsonTokenType.String => ahead.GetString(),
                    JsonTokenType.True => "true",
                    JsonTokenType.False => "false",
                    _ => null,
                };
            ahead.Skip();
        }

        return null;
    }

    /// <summary>Looks ahead whether the object at which the input stands has a property that is not null.</summary>
    /// <param name="name">The property's name.</param>
    public readonly bool Has(string name)
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
            return false;
        var ahead = _reader;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var found = ahead.ValueTextEquals(name);
            ahead.Read();
            if (found)
                return ahead.TokenType != JsonTokenType.Null;
            ahead.Skip();
        }

        return false;
    }

    /// <summary>The first token inside the array at which the input stands; <see cref="JsonTokenType.None"/> where it stands at no array.</summary>
    public readonly JsonTokenType FirstItem()
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
            return JsonTokenType.None;
        var ahead = _reader;
        ahead.Read();
        return ahead.TokenType;
    }

    /// <summary>Passes over the value at which the input stands.</summary>
    public void Skip() => _reader.Skip();

    /// <summary>Moves to the next token.</summary>
    internal bool Advance() => _reader.Read();

    /// <summary>Takes what the last value left to be kept, if it left anything.</summary>
    internal readonly bool HasKept => _kept != Kept.Nothing;

    internal bool TakeKept(out ReadOnlySpan<byte> value)
    {
        value = _keptValue;
        var isMisfit = _kept == Kept.Misfit;
        _kept = Kept.Nothing;
        return isMisfit;
    }

    internal readonly int Find(JsonNames names, int guess) => _reader.ValueIsEscaped ? names.Find(_reader.GetString()) : names.Find(_reader.ValueSpan, guess);

    /// <summary>Adds the property at whose name the input stands, and passes over its value.</summary>
    internal void AddTo(JsonProperties properties)
    {
        var name = _reader.ValueIsEscaped ? System.Text.Encoding.UTF8.GetBytes(_reader.GetString()) : _reader.ValueSpan;
        _reader.Read();
        properties.Add(name, _reader.TakeRaw());
    }

    /// <summary>Keeps the value raw, for the object that holds it, because it has not the declared shape.</summary>
    private void Misfit(string expected)
    {
        Report(expected);
        _keptValue = _reader.TakeRaw();
        _kept = Kept.Misfit;
    }

    private void KeepVerbatim()
    {
        _keptValue = _reader.TakeRaw();
        _kept = Kept.Verbatim;
    }

    private readonly T Tolerated<T>(string expected, T value)
    {
        Report(expected);
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void Report(string expected) => _deviations?.Add(_reader.TokenStartIndex, expected, Describe(_reader.TokenType));

    private readonly string NumberText() => System.Text.Encoding.UTF8.GetString(_reader.ValueSpan);

    private static bool IsWhole(double number) => Math.Floor(number) == number && Math.Abs(number) < 9.2e18;

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
