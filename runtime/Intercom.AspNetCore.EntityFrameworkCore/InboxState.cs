namespace Intercom.AspNetCore;

/// <summary>How far a stored delivery is.</summary>
public enum InboxState
{
    /// <summary>It waits for its first attempt, or for the next one after a failure.</summary>
    Waiting,

    /// <summary>A process holds it and runs its handlers.</summary>
    Running,

    /// <summary>It was handled.</summary>
    Done,

    /// <summary>It failed as often as it may. It stays until it is put back or dropped.</summary>
    Dead,

    /// <summary>Somebody has dropped it.</summary>
    Dropped,
}
