using System.Text.Json;

namespace Intercom.Json;

/// <summary>
/// How many of the values of a JSON text landed in properties of their declared type. Strings, numbers, booleans and nulls count, at
/// every depth.
/// </summary>
/// <param name="Typed">How many landed in typed properties.</param>
/// <param name="Untyped">
/// How many are in <see cref="JsonRecord.AdditionalProperties"/>, in a list of another shape, or in a case of a union that is not known.
/// </param>
/// <param name="Open">How many stand where the document takes anything, such as custom attributes.</param>
public readonly record struct JsonCoverage(long Typed, long Untyped, long Open)
{
    /// <summary>The share of typed values, from 0 to 1, among those that are typed or untyped; 1 where there is neither.</summary>
    public double Share => Typed + Untyped == 0 ? 1 : (double)Typed / (Typed + Untyped);

    /// <summary>Both together.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static JsonCoverage operator +(JsonCoverage left, JsonCoverage right) => left.Add(right);

    /// <summary>Reads a text as a type, and counts.</summary>
    /// <typeparam name="T">The emitted type.</typeparam>
    /// <param name="utf8Json">The JSON text in UTF-8.</param>
    /// <exception cref="JsonException">The text is not JSON, or its root cannot be a <typeparamref name="T"/>.</exception>
    public static JsonCoverage Of<T>(ReadOnlyMemory<byte> utf8Json)
        where T : IJson<T>
    {
        var deviations = new JsonDeviations("", utf8Json, measures: true);
        IntercomJson.Parse<T>(utf8Json.Span, deviations);
        return deviations.Coverage;
    }

    /// <summary>Both together.</summary>
    /// <param name="other">The other.</param>
    public JsonCoverage Add(JsonCoverage other) => new(Typed + other.Typed, Untyped + other.Untyped, Open + other.Open);

    /// <summary>Counts the values in a text that is known to be JSON: a value, or properties separated by commas.</summary>
    internal static long CountOf(ReadOnlySpan<byte> text) => new JsonCursor(text).CountValues();
}
