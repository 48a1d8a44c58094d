using System.ComponentModel;
using System.Text;

namespace Intercom.Json;

/// <summary>What every emitted record is: an object that reads, writes, compares and prints itself by one list of its properties.</summary>
/// <remarks>Two records are equal if they write the same JSON. Printing writes JSON, secrets left out.</remarks>
public abstract record JsonRecord : IJson
{
    private JsonProperties? _rest;

    /// <summary>Properties that the document does not declare, and values that did not fit; null where there are none.</summary>
    public JsonProperties? AdditionalProperties { get => _rest is { HoldsFormsAlone: true } ? null : _rest; init => _rest = value; }

    /// <summary>The names of the properties, in the order of <see cref="Visit"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract JsonNames Names { get; }

    /// <summary>Which properties were assigned, where that is kept.</summary>
    internal virtual JsonSent Sent => default;

    /// <inheritdoc/>
    public virtual bool Equals(JsonRecord? other) =>
        ReferenceEquals(this, other) || (other is not null && GetType() == other.GetType() && Same(other));

    /// <inheritdoc/>
    public override int GetHashCode() => JsonDocuments.Hash(this);

    /// <summary>The type and the JSON, secrets left out.</summary>
    public sealed override string ToString()
    {
        var text = new StringBuilder(GetType().Name).Append(" { ");
        return (PrintMembers(text) ? text.Append(' ') : text).Append('}').ToString();
    }

    void IJson.Write(JsonOutput json) => JsonCursor.Write(this, json);

    /// <summary>Reads or writes one property.</summary>
    /// <param name="json">What reads or writes it.</param>
    /// <param name="index">The property's index.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void Visit(ref JsonCursor json, int index);

    /// <summary>Appends the JSON without the braces around it, secrets left out.</summary>
    /// <param name="builder">Where to append.</param>
    /// <returns>Whether there was anything to append.</returns>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var json = JsonDocuments.Print(this);
        builder.Append(json, 1, json.Length - 2);
        return json.Length > 2;
    }

    /// <summary>Whether another record writes the same JSON.</summary>
    /// <param name="other">The other record.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool Same(JsonRecord? other) => ReferenceEquals(this, other) || (other is not null && JsonDocuments.Same(this, other));

    internal JsonNames NamesOfProperties => Names;

    /// <summary>What was read besides the declared properties, and in which form these stood.</summary>
    internal JsonProperties? Rest => _rest;

    internal void VisitProperty(ref JsonCursor json, int index) => Visit(ref json, index);

    /// <summary>Takes over what was read besides the declared properties.</summary>
    internal void Keep(JsonProperties? rest) => _rest = rest;
}
