using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Intercom.Json;

/// <summary>Days as items: <c>2026-01-31</c>.</summary>
public readonly struct JsonDate : IJsonCodec<DateOnly>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, out DateOnly value) => JsonOptional.TryGet(json.Date(), out value);

    /// <inheritdoc/>
    public static void Write(JsonOutput json, DateOnly value) =>
        json.Writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
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
    public static bool TryRead(ref JsonCursor json, [MaybeNullWhen(false)] out JsonProperties value) =>
        (value = json.Properties()) is not null;

    /// <inheritdoc/>
    public static void Write(JsonOutput json, JsonProperties value) => json.Properties(value);
}
