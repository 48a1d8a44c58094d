using System.Diagnostics.CodeAnalysis;

namespace Intercom;

/// <summary>A field that holds a point in time, compared in seconds.</summary>
/// <param name="name">The name of the field.</param>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Is, IsNot and Compare are their names.")]
public class TimeField(string name) : SearchField(name)
{
    /// <summary>Finds where the field is this second.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static SearchQuery operator ==(TimeField field, DateTimeOffset value) => Given(field).Is(value);

    /// <summary>Finds where the field is not this second, or has no value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static SearchQuery operator !=(TimeField field, DateTimeOffset value) => Given(field).IsNot(value);

    /// <summary>Finds where the field is later.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static SearchQuery operator >(TimeField field, DateTimeOffset value) => Given(field).Compare(">", value);

    /// <summary>Finds where the field is earlier.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static SearchQuery operator <(TimeField field, DateTimeOffset value) => Given(field).Compare("<", value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
