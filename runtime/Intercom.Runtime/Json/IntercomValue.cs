using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Intercom.Json;

/// <summary>Any JSON value, made from the C# value beside it.</summary>
/// <remarks>A value that was read and is nested deeper than 64 levels is a string that holds its JSON.</remarks>
/// <param name="Element">The value.</param>
[SuppressMessage(
    "Usage",
    "CA2225:Operator overloads have named alternates",
    Justification = "The constructor takes the element; Of takes everything that writes itself.")]
public readonly record struct IntercomValue(JsonElement Element) : IJson<IntercomValue>
{
    /// <summary>A string.</summary>
    /// <param name="value">The string; null gives a JSON null.</param>
    public static implicit operator IntercomValue(string? value) => Make(value, static (json, v) => json.WriteStringValue(v));

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator IntercomValue(long value) => Make(value, static (json, v) => json.WriteNumberValue(v));

    /// <summary>A number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator IntercomValue(double value) => Make(value, static (json, v) => json.WriteNumberValue(v));

    /// <summary>A boolean.</summary>
    /// <param name="value">The boolean.</param>
    public static implicit operator IntercomValue(bool value) => Make(value, static (json, v) => json.WriteBooleanValue(v));

    /// <summary>A list of strings.</summary>
    /// <param name="values">The strings.</param>
    public static implicit operator IntercomValue(string[] values) => Make(values, static (json, all) =>
    {
        json.WriteStartArray();
        foreach (var value in all)
            json.WriteStringValue(value);
        json.WriteEndArray();
    });

    /// <summary>A JSON value as it is.</summary>
    /// <param name="element">The value.</param>
    public static implicit operator IntercomValue(JsonElement element) => new(element);

    /// <summary>The JSON value as it is.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator JsonElement(IntercomValue value) => value.Element;

    /// <summary>What an emitted record or union writes.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The value.</param>
    public static IntercomValue Of<T>(T value)
        where T : IJson => Make(value, static (json, v) => v.Write(new JsonOutput(json)));

    static bool IJson<IntercomValue>.Accepts(JsonTokenType token) => token != JsonTokenType.None;

    static IntercomValue IJson<IntercomValue>.Read(ref JsonCursor json) => new(json.Open());

    void IJson.Write(JsonOutput json) => json.Element(Element);

    /// <summary>Whether both write the same JSON.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(IntercomValue other) => JsonDocuments.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => JsonDocuments.Hash(this);

    /// <summary>The JSON text.</summary>
    public override string ToString() => Element.ValueKind == JsonValueKind.Undefined ? "" : Element.GetRawText();

    private static IntercomValue Make<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var json = new Utf8JsonWriter(buffer, JsonOutput.Options))
            write(json, value);
        var reader = new Utf8JsonReader(buffer.WrittenSpan, JsonCursor.ReaderOptions);
        return new IntercomValue(JsonElement.ParseValue(ref reader));
    }
}
