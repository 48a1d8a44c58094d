using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Intercom.Json;

/// <summary>Strings as items.</summary>
public readonly struct JsonText : IJsonCodec<string>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, [MaybeNullWhen(false)] out string value) => (value = json.Text()) is not null;

    /// <inheritdoc/>
    public static void Write(JsonOutput json, string value) => json.Text(value);
}

/// <summary>Identifiers that are numbers on the wire as items.</summary>
public readonly struct JsonIdentifier : IJsonCodec<string>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, [MaybeNullWhen(false)] out string value) => (value = json.Identifier()) is not null;

    /// <inheritdoc/>
    public static void Write(JsonOutput json, string value) => json.Identifier(value);
}

/// <summary>Whole numbers as items.</summary>
public readonly struct JsonInteger : IJsonCodec<long>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, out long value) => JsonOptional.TryGet(json.Integer(), out value);

    /// <inheritdoc/>
    public static void Write(JsonOutput json, long value) => json.Integer(value);
}

/// <summary>Numbers as items.</summary>
public readonly struct JsonNumber : IJsonCodec<double>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, out double value) => JsonOptional.TryGet(json.Number(), out value);

    /// <inheritdoc/>
    public static void Write(JsonOutput json, double value) => json.Number(value);
}

/// <summary>Booleans as items.</summary>
public readonly struct JsonBoolean : IJsonCodec<bool>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, out bool value) => JsonOptional.TryGet(json.Boolean(), out value);

    /// <inheritdoc/>
    public static void Write(JsonOutput json, bool value) => json.Boolean(value);
}

/// <summary>Points in time in unix seconds as items.</summary>
public readonly struct JsonUnixTime : IJsonCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, out DateTimeOffset value) => JsonOptional.TryGet(json.UnixTime(), out value);

    /// <inheritdoc/>
    public static void Write(JsonOutput json, DateTimeOffset value) => json.UnixTime(value);
}

/// <summary>Points in time in ISO 8601 as items.</summary>
public readonly struct JsonIsoTime : IJsonCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, out DateTimeOffset value) => JsonOptional.TryGet(json.IsoTime(), out value);

    /// <inheritdoc/>
    public static void Write(JsonOutput json, DateTimeOffset value) => json.IsoTime(value);
}

/// <summary>Any JSON values as items, nulls included.</summary>
public readonly struct JsonAny : IJsonCodec<JsonElement>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, out JsonElement value)
    {
        value = json.Open();
        return true;
    }

    /// <inheritdoc/>
    public static void Write(JsonOutput json, JsonElement value) => json.Element(value);
}

/// <summary>Lists as items.</summary>
/// <typeparam name="T">The type of the inner items.</typeparam>
/// <typeparam name="TCodec">How an inner item is read.</typeparam>
public readonly struct JsonListOf<T, TCodec> : IJsonCodec<IReadOnlyList<T>>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, [MaybeNullWhen(false)] out IReadOnlyList<T> value) =>
        (value = json.List<T, TCodec>()) is not null;

    /// <inheritdoc/>
    public static void Write(JsonOutput json, IReadOnlyList<T> value) => json.List<T, TCodec>(value);
}

/// <summary>Maps as items.</summary>
/// <typeparam name="T">The type of the inner values.</typeparam>
/// <typeparam name="TCodec">How an inner value is read.</typeparam>
public readonly struct JsonMapOf<T, TCodec> : IJsonCodec<IReadOnlyDictionary<string, T>>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, [MaybeNullWhen(false)] out IReadOnlyDictionary<string, T> value) =>
        (value = json.Map<T, TCodec>()) is not null;

    /// <inheritdoc/>
    public static void Write(JsonOutput json, IReadOnlyDictionary<string, T> value) => json.Map<T, TCodec>(value);
}

internal static class JsonOptional
{
    public static bool TryGet<T>(T? optional, out T value)
        where T : struct
    {
        value = optional.GetValueOrDefault();
        return optional.HasValue;
    }
}
