namespace Intercom.Generator.Model;

/// <summary>A type to emit.</summary>
internal abstract record ApiType(string Name, Doc Doc);

/// <summary>An object.</summary>
/// <param name="IsRequest">Whether it is sent: assigned properties are tracked then.</param>
/// <param name="IsForm">Whether it is sent as form parts.</param>
internal sealed record RecordType(string Name, Doc Doc, EquatableArray<Property> Properties, bool IsRequest, bool IsForm) : ApiType(Name, Doc);

/// <summary>A property of an object.</summary>
/// <param name="WireName">The name in JSON.</param>
/// <param name="IsRequired">Whether it must be assigned when the record is made.</param>
/// <param name="Constant">The one value that the document allows, where the record writes it by itself.</param>
/// <param name="Discriminator">The name of the sibling property that tells which case a union holds.</param>
/// <param name="CaseName">What the property says of a new record that is received, where a union knows its case by it.</param>
internal sealed record Property(
    string Name,
    string WireName,
    TypeRef Type,
    Doc Doc,
    bool IsRequired = false,
    bool IsNullable = true,
    string? Constant = null,
    bool IsSecret = false,
    bool IsDeprecated = false,
    bool FillsNow = false,
    string? Discriminator = null,
    EquatableArray<string> Aliases = default,
    string? CaseName = null);

/// <summary>A string with well-known values.</summary>
internal sealed record EnumType(string Name, Doc Doc, EquatableArray<EnumValue> Values) : ApiType(Name, Doc);

internal sealed record EnumValue(string Name, string Value);

/// <summary>A value that is one of several types.</summary>
/// <param name="Discriminator">The property that tells the cases apart; null where their shapes do.</param>
/// <param name="IsSibling">Whether the discriminator stands in the object that holds the union.</param>
internal sealed record UnionType(string Name, Doc Doc, EquatableArray<UnionCase> Cases, string? Discriminator, bool IsSibling) : ApiType(Name, Doc);

/// <summary>One of the types that a union can hold.</summary>
/// <param name="Values">The discriminator's values that name this case.</param>
/// <param name="Required">Properties that an object must have to be of this case, where there is no discriminator.</param>
internal sealed record UnionCase(TypeRef Type, EquatableArray<string> Values, EquatableArray<string> Required);
