using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Intercom.Json;

/// <summary>Days as items: <c>2026-01-31</c>.</summary>
public readonly struct JsonDate : IJsonCodec<DateOnly>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, out DateOnly value) => JsonOptional.TryGet(json.Date(), out value);

    /// <inheritdoc/>
    public static void Write(JsonOutput json, DateOnly value) => json.Writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <summary>Points in time in unix seconds or in ISO 8601 as items; in unix seconds where they were not read.</summary>
public readonly struct JsonAnyTime : IJsonCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, out DateTimeOffset value) => JsonOptional.TryGet(json.AnyTime(), out value);

    /// <inheritdoc/>
    public static void Write(JsonOutput json, DateTimeOffset value) => json.UnixTime(value);
}

/// <summary>Decimal numbers as items, of up to 28 digits.</summary>
public readonly struct JsonDecimal : IJsonCodec<decimal>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, out decimal value) => JsonOptional.TryGet(json.Decimal(), out value);

    /// <inheritdoc/>
    public static void Write(JsonOutput json, decimal value) => json.Writer.WriteNumberValue(value);
}

/// <summary>Bytes as items, in base64.</summary>
public readonly struct JsonBytes : IJsonCodec<ReadOnlyMemory<byte>>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, out ReadOnlyMemory<byte> value) => JsonOptional.TryGet(json.Bytes(), out value);

    /// <inheritdoc/>
    public static void Write(JsonOutput json, ReadOnlyMemory<byte> value) => json.Writer.WriteBase64StringValue(value.Span);
}

/// <summary>Objects of any properties as items.</summary>
public readonly struct JsonAnyObject : IJsonCodec<JsonProperties>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, [MaybeNullWhen(false)] out JsonProperties value) => (value = json.Properties()) is not null;

    /// <inheritdoc/>
    public static void Write(JsonOutput json, JsonProperties value) => json.Properties(value);
}

/// <summary>Items that can be null.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
/// <typeparam name="TCodec">How an item is read that is not null.</typeparam>
public readonly struct JsonOrNull<T, TCodec> : IJsonCodec<T?>
    where T : class
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, out T? value)
    {
        value = null;
        return json.TakesNull() || TCodec.TryRead(ref json, out value);
    }

    /// <inheritdoc/>
    public static void Write(JsonOutput json, T? value)
    {
        if (value is null)
            json.Text(null);
        else
            TCodec.Write(json, value);
    }
}

/// <summary>Values as items that can be null.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
/// <typeparam name="TCodec">How an item is read that is not null.</typeparam>
public readonly struct JsonValueOrNull<T, TCodec> : IJsonCodec<T?>
    where T : struct
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, out T? value)
    {
        value = null;
        if (json.TakesNull())
            return true;
        var isRead = TCodec.TryRead(ref json, out var read);
        value = isRead ? read : null;
        return isRead;
    }

    /// <inheritdoc/>
    public static void Write(JsonOutput json, T? value)
    {
        if (value is { } given)
            TCodec.Write(json, given);
        else
            json.Text(null);
    }
}
