namespace Intercom.Json;

/// <summary>Items that are declared nullable: an item that is null keeps its place in the list. With other codecs it is left out.</summary>
/// <typeparam name="T">The type of an item that is not null, a reference type.</typeparam>
/// <typeparam name="TCodec">How an item that is not null is read and written.</typeparam>
public readonly struct JsonOrNull<T, TCodec> : IJsonCodec<T?>
    where T : class
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, out T? value)
    {
        value = null;
        return json.SkippedNull() || TCodec.TryRead(ref json, out value);
    }

    /// <inheritdoc/>
    public static void Write(JsonOutput json, T? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (value is null)
            json.Null();
        else
            TCodec.Write(json, value);
    }
}

/// <summary>Items that are declared nullable: an item that is null keeps its place in the list. With other codecs it is left out.</summary>
/// <typeparam name="T">The type of an item that is not null, a value type.</typeparam>
/// <typeparam name="TCodec">How an item that is not null is read and written.</typeparam>
public readonly struct JsonValueOrNull<T, TCodec> : IJsonCodec<T?>
    where T : struct
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, out T? value)
    {
        value = null;
        if (json.SkippedNull())
            return true;
        if (!TCodec.TryRead(ref json, out var item))
            return false;
        value = item;
        return true;
    }

    /// <inheritdoc/>
    public static void Write(JsonOutput json, T? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (value is { } item)
            TCodec.Write(json, item);
        else
            json.Null();
    }
}
