using System.Text.Json;

namespace Intercom.Json;

/// <summary>A string with well-known values. A value that is not among them is kept as it is.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IOpenEnum<TSelf> : IJson<TSelf>
    where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>The value as it is sent.</summary>
    string Value { get; }

    /// <summary>The values that the document names.</summary>
    static abstract JsonNames Known { get; }

    /// <summary>Makes the enum of a value, known or not.</summary>
    /// <param name="value">The value as it is sent.</param>
    static abstract TSelf From(string value);

    static bool IJson<TSelf>.Accepts(JsonTokenType token) => token is JsonTokenType.String or JsonTokenType.Number;

    static TSelf IJson<TSelf>.Read(ref JsonCursor json) => TSelf.From(json.Known(TSelf.Known) ?? "");

    void IJson.Write(JsonOutput json) => json.Text(Value);
}
