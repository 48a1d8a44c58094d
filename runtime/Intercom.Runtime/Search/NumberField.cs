using System.Diagnostics.CodeAnalysis;

namespace Intercom;

/// <summary>A field that holds a number.</summary>
/// <param name="name">The name of the field.</param>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Is, IsNot and Compare are their names.")]
public class NumberField(string name) : SearchField(name)
{
    /// <summary>Finds where the field is this number.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static SearchQuery operator ==(NumberField field, double value) => Given(field).Is(value);

    /// <summary>Finds where the field is not this number, or has no value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static SearchQuery operator !=(NumberField field, double value) => Given(field).IsNot(value);

    /// <summary>Finds where the field is greater.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static SearchQuery operator >(NumberField field, double value) => Given(field).Compare(">", value);

    /// <summary>Finds where the field is less.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static SearchQuery operator <(NumberField field, double value) => Given(field).Compare("<", value);

    /// <summary>Finds where the field is one of some numbers.</summary>
    /// <param name="values">The numbers.</param>
    public SearchQuery In(params double[] values) => Compare("IN", SearchValue.Of(values, static value => value));

    /// <summary>Finds where the field is none of some numbers.</summary>
    /// <param name="values">The numbers.</param>
    public SearchQuery NotIn(params double[] values) => Compare("NIN", SearchValue.Of(values, static value => value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
