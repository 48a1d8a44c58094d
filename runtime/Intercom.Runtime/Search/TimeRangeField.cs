using System.Diagnostics.CodeAnalysis;

namespace Intercom;

/// <summary>A field that holds a point in time, compared in seconds, and takes <c>&gt;=</c> and <c>&lt;=</c> too.</summary>
/// <param name="name">The name of the field.</param>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Is, IsNot and Compare are their names.")]
public sealed class TimeRangeField(string name) : TimeField(name)
{
    /// <summary>Finds where the field is this second, or later.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static SearchQuery operator >=(TimeRangeField field, DateTimeOffset value) => Given(field).Compare(">=", value);

    /// <summary>Finds where the field is this second, or earlier.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static SearchQuery operator <=(TimeRangeField field, DateTimeOffset value) => Given(field).Compare("<=", value);
}
