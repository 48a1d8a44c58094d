using System.ComponentModel;

namespace Intercom.Json;

/// <summary>
/// What every emitted union does in the same way: two are equal if they write the same JSON, and printing writes JSON without secrets.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonModel
{
    /// <summary>Whether two values write the same JSON.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool Same<T>(T left, T right)
        where T : struct, IJson => JsonDocuments.Same(left, right);

    /// <summary>A hash of the JSON that a value writes.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The value.</param>
    public static int Hash<T>(T value)
        where T : struct, IJson => JsonDocuments.Hash(value);

    /// <summary>The JSON that a value writes, secrets left out.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The value.</param>
    public static string Print<T>(T value)
        where T : struct, IJson => JsonDocuments.Print(value);
}
