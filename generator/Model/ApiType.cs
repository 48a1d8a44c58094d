using Intercom.Generator.SafeText;

namespace Intercom.Generator.Model;

/// <summary>A type to emit.</summary>
internal abstract record ApiType(string Name, Doc Doc);

/// <summary>An object.</summary>
/// <param name="IsRequest">Whether it is sent as JSON: assigned properties are tracked then.</param>
/// <param name="IsForm">Whether it is sent as form parts.</param>
/// <param name="IsJson">Whether it is read or written as JSON.</param>
/// <param name="IsOpen">Whether it may have properties of other names, and is not told of for them.</param>
/// <param name="Items">What it lists, where the document calls that by another name.</param>
internal sealed record RecordType(string Name, Doc Doc, EquatableArray<Property> Properties, bool IsRequest, bool IsForm, bool IsJson,
    bool IsOpen = false, ListedItems? Items = null)
    : ApiType(Name, Doc);

/// <summary>What an object lists, under the name that all lists have for it.</summary>
/// <param name="Path">The C# path to it: <c>Data</c>, <c>Data?.Articles</c>.</param>
/// <param name="IsNamed">Whether the document itself calls it so.</param>
/// <param name="IsDeep">Whether it stands in a property of a property.</param>
/// <param name="IsNullable">Whether the path may lead to nothing.</param>
internal sealed record ListedItems(Code Path, TypeName Item, bool IsNamed, bool IsDeep, bool IsNullable)
{
    public const string Name = "Items";
}

/// <summary>A property of an object.</summary>
/// <param name="WireName">The name in JSON.</param>
/// <param name="Type">The type as it is declared.</param>
/// <param name="Field">The type of the field behind it.</param>
/// <param name="Unwrapping">What makes of the field what is declared.</param>
/// <param name="Method">The cursor's method that reads and writes the field.</param>
/// <param name="IsRequired">Whether it must be assigned when the record is made.</param>
/// <param name="Constant">The one value that the document allows, where the record writes it by itself.</param>
/// <param name="Case">What of the same record tells which case the property's union holds.</param>
/// <param name="CaseName">What the property says of a new record that is received, where a union knows its case by it.</param>
/// <param name="Part">How it is added to a form.</param>
/// <param name="Since">Since which version it is there; null where all have it.</param>
/// <param name="IsAlwaysThere">Whether an object that is received without it is told of.</param>
internal sealed record Property(
    string Name,
    string WireName,
    TypeName Type,
    TypeName Field,
    Unwrapping Unwrapping,
    TypeName Method,
    Doc Doc,
    bool IsRequired = false,
    Constant? Constant = null,
    bool IsSecret = false,
    bool IsDeprecated = false,
    CaseTeller? Case = null,
    EquatableArray<string> Aliases = default,
    string? CaseName = null,
    FormPart? Part = null,
    Since? Since = null,
    bool IsAlwaysThere = false);

/// <summary>What makes a value that must be there of a field that may be empty.</summary>
internal enum Unwrapping
{
    None,
    Value,
    Reference,

    /// <summary>What is not there is an empty text.</summary>
    EmptyText,

    /// <summary>What is not there is an empty list.</summary>
    EmptyList,
}

/// <summary>The one value that a property can have: a text, a whole number or a boolean.</summary>
internal sealed record Constant(string? Text = null, long? Integer = null, bool? Boolean = null);

/// <summary>The property beside a union that tells which case it holds.</summary>
/// <param name="Property">Its name; null where the record has none.</param>
/// <param name="IsEnum">Whether it is an enum, whose text tells the case.</param>
internal sealed record CaseTeller(string? Property, bool IsEnum);

/// <summary>How a property is added to a form.</summary>
/// <param name="Method">The form's method.</param>
/// <param name="ContentType">The media type that the document gives the part.</param>
internal sealed record FormPart(TypeName Method, string? ContentType);

/// <summary>What a call can be asked for besides what it must be given.</summary>
internal sealed record QueryType(string Name, Doc Doc, EquatableArray<Argument> Arguments) : ApiType(Name, Doc);

/// <summary>The fields by which an operation finds.</summary>
internal sealed record FieldsType(string Name, Doc Doc, EquatableArray<SearchableField> Fields) : ApiType(Name, Doc);

/// <summary>A field by which is searched.</summary>
/// <param name="Type">The type of the runtime that has the operators of the field.</param>
/// <param name="Text">The field as it is sent.</param>
internal sealed record SearchableField(string Name, TypeName Type, string Text);

/// <summary>A string with well-known values.</summary>
internal sealed record EnumType(string Name, Doc Doc, EquatableArray<EnumValue> Values) : ApiType(Name, Doc);

internal sealed record EnumValue(string Name, string Value);

/// <summary>A value that is one of several types.</summary>
/// <param name="Discriminator">The property that tells the cases apart; null where their shapes do.</param>
/// <param name="IsSibling">Whether the discriminator stands in the object that holds the union.</param>
/// <param name="Fallback">The case of an object that the discriminator does not name; null where such an object is none of them.</param>
internal sealed record UnionType(
    string Name, Doc Doc, EquatableArray<UnionCase> Cases, string? Discriminator, bool IsSibling, ValueShape? Fallback)
    : ApiType(Name, Doc);

/// <summary>One of the types that a union can hold.</summary>
/// <param name="IsRecord">Whether a discriminator can name it.</param>
/// <param name="Values">The discriminator's values that name this case.</param>
/// <param name="Required">Properties that an object must have to be of this case, where there is no discriminator.</param>
internal sealed record UnionCase(ValueShape Shape, bool IsRecord, EquatableArray<string> Values, EquatableArray<string> Required);
