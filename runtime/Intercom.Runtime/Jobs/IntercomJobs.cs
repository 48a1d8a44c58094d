using System.ComponentModel;

namespace Intercom;

/// <summary>Starts jobs, for emitted code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IntercomJobs
{
    /// <summary>Awaits the call that starts a job, and gives the job.</summary>
    /// <typeparam name="TStarted">What the call answers.</typeparam>
    /// <typeparam name="TStatus">What Intercom says of the job.</typeparam>
    /// <param name="start">The call.</param>
    /// <param name="id">The job's identifier in the answer.</param>
    /// <param name="resume">Makes the job of its identifier.</param>
    /// <exception cref="InvalidOperationException">The answer names no job.</exception>
    public static async Task<IntercomJob<TStatus>> StartAsync<TStarted, TStatus>(Task<TStarted> start, Func<TStarted, string?> id, Func<string, IntercomJob<TStatus>> resume) =>
        resume(id(await start.ConfigureAwait(false)) is { Length: > 0 } named ? named : throw new InvalidOperationException("Intercom accepted the job, and did not say under which identifier."));
}
