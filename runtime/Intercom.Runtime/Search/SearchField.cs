namespace Intercom;

/// <summary>
/// A field that can be searched, by its name: with every operator that there is, whether Intercom takes it for that field or not.
/// </summary>
/// <param name="name">The name, such as <c>custom_attributes.plan</c>.</param>
public class SearchField(string name)
{
    /// <summary>The name of the field.</summary>
    public string Name { get; } = name is { Length: > 0 } ? name : throw new ArgumentException("A field has a name.", nameof(name));

    /// <summary>Finds where the field has this value.</summary>
    /// <param name="value">The value.</param>
    public SearchQuery Is(SearchValue value) => Compare("=", value);

    /// <summary>Finds where the field has another value, or none.</summary>
    /// <param name="value">The value.</param>
    public SearchQuery IsNot(SearchValue value) => Compare("!=", value);

    /// <summary>Compares the field in any way.</summary>
    /// <param name="comparison">The operator as Intercom writes it, such as <c>=</c> or <c>NIN</c>.</param>
    /// <param name="value">The value.</param>
    public SearchQuery Compare(string comparison, SearchValue value)
    {
        ArgumentException.ThrowIfNullOrEmpty(comparison);
        return new SearchCondition(Name, comparison, value);
    }

    /// <summary>The name of the field.</summary>
    public override string ToString() => Name;

    private protected static T Given<T>(T field)
        where T : SearchField
    {
        ArgumentNullException.ThrowIfNull((object?)field, nameof(field));
        return field;
    }
}
