using System.Text.Json;

namespace Intercom.Json;

/// <summary>Something that writes itself as JSON, without reflection.</summary>
public interface IJson
{
    /// <summary>Writes the value.</summary>
    /// <param name="json">The output.</param>
    void Write(JsonOutput json);
}

/// <summary>A type that reads itself from JSON and writes itself as JSON, without reflection.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IJson<TSelf> : IJson
    where TSelf : IJson<TSelf>
{
    /// <summary>Tells whether a value that starts with this token can be of this type; by default, whether it is an object.</summary>
    /// <param name="token">The first token of the value.</param>
    static virtual bool Accepts(JsonTokenType token) => token == JsonTokenType.StartObject;

    /// <summary>Reads the value at which the cursor stands, and leaves the cursor behind it.</summary>
    /// <param name="json">The cursor, at a value that <see cref="Accepts"/> takes.</param>
    static abstract TSelf Read(ref JsonCursor json);
}
