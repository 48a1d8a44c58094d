namespace Intercom.Json;

/// <summary>A union that does not say itself which case it holds: a property beside it does.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface INamedJson<TSelf> : IJson<TSelf>
    where TSelf : INamedJson<TSelf>
{
    /// <summary>Reads the value at which the cursor stands.</summary>
    /// <param name="name">The name of the case, as the property beside it says; null where it says none.</param>
    /// <param name="json">The cursor.</param>
    static abstract TSelf Read(string? name, ref JsonCursor json);
}
