namespace Intercom;

/// <summary>
/// A job ended without having done, or having done in full, what was asked; or Intercom took it on and did not say how to ask for it.
/// </summary>
public sealed class IntercomJobFailedException : IntercomException
{
    internal IntercomJobFailedException(string id, string state, object? status)
        : base("Job", $"The job {id} ended as '{state}'.", null)
    {
        Id = id;
        State = state;
        Status = status;
    }

    internal IntercomJobFailedException(object? started)
        : base("Job", "Intercom accepted the job, and did not say under which identifier.", null)
    {
        Id = "";
        State = "";
        Status = started;
    }

    /// <summary>The job's identifier; empty where the answer named none.</summary>
    public string Id { get; }

    /// <summary>The word for its state; empty where it could not be asked for.</summary>
    public string State { get; }

    /// <summary>
    /// What Intercom says of the job: the record that waiting for it would have returned, or the answer that names no job.
    /// </summary>
    public object? Status { get; }
}
