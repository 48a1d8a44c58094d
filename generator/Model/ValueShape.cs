namespace Intercom.Generator.Model;

/// <summary>How C# holds a value, and what of the runtime reads and writes it.</summary>
/// <param name="Type">The type, without the question mark of an optional one.</param>
/// <param name="IsValue">Whether C# holds it as a value, so that an optional one is a <c>Nullable</c>.</param>
/// <param name="Codec">The codec that reads and writes it wherever there is no method of its own.</param>
/// <param name="Property">The cursor's method that reads and writes it as a property.</param>
/// <param name="Reader">The cursor's method that reads it where it stands.</param>
/// <param name="Recognition">How it is told from other values.</param>
/// <param name="Assigned">The type from which a union is made of it: C# converts from no interface.</param>
internal sealed record ValueShape(
    TypeName Type,
    bool IsValue,
    TypeName Codec,
    TypeName Property,
    TypeName Reader,
    Recognition Recognition,
    TypeName Assigned);

/// <summary>How a value is told from others by how its JSON begins.</summary>
internal enum Recognition
{
    Object,

    /// <summary>An object of any names.</summary>
    AnyObject,
    String,
    Integer,
    Number,
    Boolean,
    Array,
    ArrayOfStrings,
    ArrayOfNumbers,
    ArrayOfObjects,

    /// <summary>Whether its codec can read it.</summary>
    Codec,
}
