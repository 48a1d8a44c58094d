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
    /// <param name="resume">Makes the job of its identifier, and of the options of its calls.</param>
    /// <param name="options">The options of the call. A token among them ends that call, and none that comes after it.</param>
    /// <exception cref="IntercomJobFailedException">The answer names no job.</exception>
    public static async Task<IntercomJob<TStatus>> StartAsync<TStarted, TStatus>(
        Task<TStarted> start,
        Func<TStarted, string?> id,
        Func<string, RequestOptions?, IntercomJob<TStatus>> resume,
        RequestOptions? options)
    {
        var started = await start.ConfigureAwait(false);
        return id(started) is { Length: > 0 } named
            ? resume(named, options?.WithoutCancellation())
            : throw IntercomJobFailedException.Unnamed(started);
    }
}
