using System.ComponentModel;

namespace Intercom.Json;

/// <summary>
/// What every emitted record is that is sent: it knows which properties were assigned, so that an assigned null is sent and what was not
/// assigned is not.
/// </summary>
public abstract record JsonRequest : JsonRecord
{
    private JsonSent _sent;

    internal sealed override JsonSent Sent => _sent;

    /// <summary>Notes that a property was assigned.</summary>
    /// <param name="index">The property's index.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Assigned(int index) => _sent.Add(index);

    internal void AssignedAsRead(int index) => _sent.Add(index);

    /// <inheritdoc/>
    public virtual bool Equals(JsonRequest? other) => Equals((JsonRecord?)other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();

    /// <inheritdoc/>
    protected override bool PrintMembers(System.Text.StringBuilder builder) => base.PrintMembers(builder);
}
