using System.Text.Json;

namespace Intercom;

/// <summary>An event of Fin's stream.</summary>
/// <typeparam name="TEvent">The emitted type of the events.</typeparam>
public sealed class FinStreamEvent<TEvent>
{
    /// <summary>The event, typed.</summary>
    public required TEvent Event { get; init; }

    /// <summary>The event's name: <c>fin_reply_chunk</c>, <c>fin_replied</c>, <c>fin_status_updated</c>, <c>csat_requested</c>, …</summary>
    public required string Name { get; init; }

    /// <summary>The event as it was sent, taken out of its envelope.</summary>
    public required JsonElement Raw { get; init; }

    /// <summary>The event's id in the stream; null where it has none.</summary>
    public string? Id { get; init; }

    /// <summary>The reply's plain text up to and with this chunk; null where the event is no chunk.</summary>
    public string? TextSoFar { get; init; }

    /// <summary>What this chunk adds to the text of the chunk before it, or the whole text where <see cref="IsRewritten"/>; null where the
    /// event is no chunk.</summary>
    public string? TextDelta { get; init; }

    /// <summary>Whether the text no longer starts with the text of the chunk before it: what was shown is to be replaced.</summary>
    public bool IsRewritten { get; init; }

    /// <summary>The name and the id.</summary>
    public override string ToString() => Id is null ? Name : $"{Name} {Id}";
}
