using System.Text.Json;

namespace Intercom.Json;

/// <summary>A type that reads itself from JSON and writes itself as JSON, without reflection.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IJson<TSelf>
    where TSelf : IJson<TSelf>
{
    /// <summary>Tells whether a value that starts with this token can be of this type; by default, whether it is an object.</summary>
    /// <param name="token">The first token of the value.</param>
    static virtual bool Accepts(JsonTokenType token) => token == JsonTokenType.StartObject;

    /// <summary>Reads the value at which the input stands, and leaves the input at the last token of it.</summary>
    /// <param name="json">The input, at the first token of a value that <see cref="Accepts"/> takes.</param>
    static abstract TSelf Read(ref JsonInput json);

    /// <summary>Writes the value.</summary>
    /// <param name="json">The output.</param>
    void Write(JsonOutput json);
}
