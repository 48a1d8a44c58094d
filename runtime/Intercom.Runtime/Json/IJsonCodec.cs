using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Intercom.Json;

/// <summary>How the items of a list, or the values of a map, are read and written.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
public interface IJsonCodec<T>
{
    /// <summary>Reads the value at which the cursor stands.</summary>
    /// <param name="json">The cursor.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether there was a value of the type.</returns>
    static abstract bool TryRead(ref JsonCursor json, [MaybeNullWhen(false)] out T value);

    /// <summary>Writes a value.</summary>
    /// <param name="json">The output.</param>
    /// <param name="value">The value.</param>
    static abstract void Write(JsonOutput json, T value);
}

/// <summary>Emitted types as items.</summary>
/// <typeparam name="T">The type.</typeparam>
public readonly struct JsonItem<T> : IJsonCodec<T>
    where T : IJson<T>
{
    /// <inheritdoc/>
    public static bool TryRead(ref JsonCursor json, [MaybeNullWhen(false)] out T value)
    {
        if (json.CanHold<T>())
        {
            value = T.Read(ref json);
            return true;
        }

        json.Skip();
        value = default;
        return false;
    }

    /// <inheritdoc/>
    public static void Write(JsonOutput json, T value) => value.Write(json);
}
