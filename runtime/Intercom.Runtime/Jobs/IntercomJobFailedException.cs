namespace Intercom;

/// <summary>A job ended without having done, or having done in full, what was asked.</summary>
public sealed class IntercomJobFailedException : Exception
{
    internal IntercomJobFailedException(string id, string state, object? status)
        : base($"The job {id} ended as '{state}'.")
    {
        Id = id;
        State = state;
        Status = status;
    }

    /// <summary>The job's identifier.</summary>
    public string Id { get; }

    /// <summary>The word for its state.</summary>
    public string State { get; }

    /// <summary>What Intercom says of the job: the record that waiting for it would have returned.</summary>
    public object? Status { get; }
}
