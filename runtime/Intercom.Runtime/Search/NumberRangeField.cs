using System.Diagnostics.CodeAnalysis;

namespace Intercom;

/// <summary>A field that holds a number, and takes <c>&gt;=</c> and <c>&lt;=</c> too.</summary>
/// <param name="name">The name of the field.</param>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Is, IsNot and Compare are their names.")]
public sealed class NumberRangeField(string name) : NumberField(name)
{
    /// <summary>Finds where the field is this number, or greater.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static SearchQuery operator >=(NumberRangeField field, double value) => Given(field).Compare(">=", value);

    /// <summary>Finds where the field is this number, or less.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static SearchQuery operator <=(NumberRangeField field, double value) => Given(field).Compare("<=", value);
}
