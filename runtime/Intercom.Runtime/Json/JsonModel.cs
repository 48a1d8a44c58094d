using System.ComponentModel;
using System.Text;

namespace Intercom.Json;

/// <summary>What every emitted record does in the same way: two are equal if they write the same JSON, and printing writes JSON without secrets.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonModel
{
    /// <summary>Whether two values write the same JSON.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool Same<T>(T left, T? right)
        where T : class, IJson<T> =>
        ReferenceEquals(left, right) || (right is not null && JsonDocuments.With(left, JsonDocuments.Bytes(right), static (utf8, other) => utf8.SequenceEqual(other)));

    /// <summary>Whether two unions write the same JSON.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool SameValue<T>(T left, T right)
        where T : struct, IJson<T> => JsonDocuments.With(left, JsonDocuments.Bytes(right), static (utf8, other) => utf8.SequenceEqual(other));

    /// <summary>A hash of the JSON that a value writes.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The value.</param>
    public static int Hash<T>(T value)
        where T : IJson<T> => JsonDocuments.With<T, object?, int>(value, null, static (utf8, _) =>
        {
            var hash = default(HashCode);
            hash.AddBytes(utf8);
            return hash.ToHashCode();
        });

    /// <summary>Appends the JSON that a value writes, secrets left out, without the braces around it.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="text">Where to append.</param>
    /// <returns>Whether there was anything to append.</returns>
    public static bool Print<T>(T value, StringBuilder text)
        where T : IJson<T> => JsonDocuments.With(
        value,
        text,
        static (utf8, text) =>
        {
            var json = Encoding.UTF8.GetString(utf8);
            _ = json.Length > 2 && json[0] == '{' ? text.Append(json, 1, json.Length - 2) : text.Append(json);
            return json.Length > 2;
        },
        redacts: true);

    /// <summary>The JSON that a value writes, secrets left out.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The value.</param>
    public static string Print<T>(T value)
        where T : IJson<T> => JsonDocuments.With<T, object?, string>(value, null, static (utf8, _) => Encoding.UTF8.GetString(utf8), redacts: true);
}
