using System.Diagnostics.CodeAnalysis;

namespace Intercom;

/// <summary>A field that names tags by their ids: something has the tag, or has it not.</summary>
/// <param name="name">The name of the field.</param>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Is and IsNot are their names.")]
public sealed class TagField(string name) : SearchField(name)
{
    /// <summary>Finds what has a tag.</summary>
    /// <param name="field">The field.</param>
    /// <param name="id">The id of the tag.</param>
    public static SearchQuery operator ==(TagField field, string id) => Given(field).Is(id);

    /// <summary>Finds what does not have a tag.</summary>
    /// <param name="field">The field.</param>
    /// <param name="id">The id of the tag.</param>
    public static SearchQuery operator !=(TagField field, string id) => Given(field).IsNot(id);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
