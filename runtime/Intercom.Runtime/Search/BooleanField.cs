using System.Diagnostics.CodeAnalysis;

namespace Intercom;

/// <summary>A field that is true or false.</summary>
/// <param name="name">The name of the field.</param>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Is and IsNot are their names.")]
public sealed class BooleanField(string name) : SearchField(name)
{
    /// <summary>Finds where the field has a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static SearchQuery operator ==(BooleanField field, bool value) => Given(field).Is(value);

    /// <summary>Finds where the field has the other value, or none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static SearchQuery operator !=(BooleanField field, bool value) => Given(field).IsNot(value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
