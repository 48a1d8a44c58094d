using System.Diagnostics.CodeAnalysis;

namespace Intercom;

/// <summary>A field that holds text.</summary>
/// <param name="name">The name of the field.</param>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Is and IsNot are their names.")]
public sealed class TextField(string name) : SearchField(name)
{
    /// <summary>Finds where the field is this text.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The text; null stands for no value.</param>
    public static SearchQuery operator ==(TextField field, string? value) => Given(field).Is(value);

    /// <summary>Finds where the field is another text, or none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The text; null stands for no value.</param>
    public static SearchQuery operator !=(TextField field, string? value) => Given(field).IsNot(value);

    /// <summary>Finds where the field is one of some texts.</summary>
    /// <param name="values">The texts.</param>
    public SearchQuery In(params string[] values) => Compare("IN", SearchValue.Of(values, static value => value));

    /// <summary>Finds where the field is none of some texts.</summary>
    /// <param name="values">The texts.</param>
    public SearchQuery NotIn(params string[] values) => Compare("NIN", SearchValue.Of(values, static value => value));

    /// <summary>Finds where the field holds a text.</summary>
    /// <param name="part">The text.</param>
    public SearchQuery Contains(string part) => Compare("~", part);

    /// <summary>Finds where the field does not hold a text.</summary>
    /// <param name="part">The text.</param>
    public SearchQuery DoesNotContain(string part) => Compare("!~", part);

    /// <summary>Finds where the field starts with a text.</summary>
    /// <param name="start">The text.</param>
    public SearchQuery StartsWith(string start) => Compare("^", start);

    /// <summary>Finds where the field ends with a text.</summary>
    /// <param name="end">The text.</param>
    public SearchQuery EndsWith(string end) => Compare("$", end);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
