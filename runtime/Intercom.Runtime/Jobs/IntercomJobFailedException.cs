namespace Intercom;

/// <summary>
/// A job ended without having done, or having done in full, what was asked; or Intercom took it on and did not say how to ask for it.
/// </summary>
public sealed class IntercomJobFailedException : IntercomException
{
    /// <inheritdoc/>
    public IntercomJobFailedException()
    {
    }

    /// <inheritdoc/>
    public IntercomJobFailedException(string? message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public IntercomJobFailedException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    private IntercomJobFailedException(string message, string id, string state, object? status)
        : base("Job", message, null)
    {
        Id = id;
        State = state;
        Status = status;
    }

    /// <summary>The job's identifier; empty where the answer named none.</summary>
    public string Id { get; init; } = "";

    /// <summary>The word for its state; empty where it could not be asked for.</summary>
    public string State { get; init; } = "";

    /// <summary>
    /// What Intercom says of the job: the record that waiting for it would have returned, or the answer that names no job.
    /// </summary>
    public object? Status { get; init; }

    internal static IntercomJobFailedException Ended(string id, string state, object? status) =>
        new($"The job {id} ended as '{state}'.", id, state, status);

    internal static IntercomJobFailedException Unnamed(object? started) =>
        new("Intercom accepted the job, and did not say under which identifier.", "", "", started);
}
