using System.ComponentModel;

namespace Intercom;

/// <summary>Work that goes on at Intercom after the call that asked for it: an export, a bulk change, a ticket in the making.</summary>
/// <typeparam name="TStatus">What Intercom says of the job.</typeparam>
/// <remarks>Store <see cref="Id"/> to go on with the job later, in another process, by the method <c>Resume…Job</c>.</remarks>
public sealed class IntercomJob<TStatus>
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private readonly Func<CancellationToken, Task<TStatus>> _poll;
    private readonly Func<TStatus, string?> _state;
    private readonly IReadOnlyList<string> _succeeded;
    private readonly IReadOnlyList<string> _failed;
    private readonly Func<CancellationToken, Task<IntercomDownload>>? _download;

    /// <summary>Describes a job, as emitted code and test doubles do.</summary>
    /// <param name="id">The job's identifier.</param>
    /// <param name="poll">Reads what Intercom says of the job.</param>
    /// <param name="state">The word for its state.</param>
    /// <param name="succeeded">The words of a job that has succeeded.</param>
    /// <param name="failed">The words of a job that has failed.</param>
    /// <param name="download">Fetches what the job made; null where it makes no file.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty.</exception>
    [EditorBrowsable(EditorBrowsableState.Advanced)]
    public IntercomJob(
        string id,
        Func<CancellationToken, Task<TStatus>> poll,
        Func<TStatus, string?> state,
        IReadOnlyList<string> succeeded,
        IReadOnlyList<string> failed,
        Func<CancellationToken, Task<IntercomDownload>>? download = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        Id = id;
        _poll = poll;
        _state = state;
        _succeeded = succeeded;
        _failed = failed;
        _download = download;
    }

    /// <summary>A job that has succeeded, for test doubles.</summary>
    /// <param name="id">The job's identifier.</param>
    /// <param name="status">What Intercom says of the job.</param>
    /// <param name="download">Makes the file that the job made; null where it makes no file.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty.</exception>
    public IntercomJob(string id, TStatus status, Func<IntercomDownload>? download = null)
        : this(id, _ => Task.FromResult(status), static _ => "", [""], [], download is null ? null : _ => Task.FromResult(download()))
    {
    }

    /// <summary>The job's identifier.</summary>
    public string Id { get; }

    /// <summary>Reads once what Intercom says of the job.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<TStatus> GetAsync(CancellationToken cancellationToken = default) => _poll(cancellationToken);

    /// <summary>Waits until the job has ended.</summary>
    /// <param name="progress">Told what Intercom says of the job, each time that it is asked.</param>
    /// <param name="timeProvider">The clock; the system's where it is null.</param>
    /// <param name="cancellationToken">Ends the waiting; the job goes on.</param>
    /// <returns>What Intercom says of the job at its end.</returns>
    /// <exception cref="IntercomJobFailedException">The job has failed.</exception>
    /// <remarks>
    /// It asks at once, and then after pauses of 1, 2, 4, 8, 16 and from there on 30 seconds. A state that is not known counts as not
    /// ended.
    /// It waits for as long as the job takes, which can be hours; the token ends that.
    /// </remarks>
    public async Task<TStatus> WaitAsync(
        IProgress<TStatus>? progress = null, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        for (var delay = FirstDelay; ; delay = delay * 2 > LongestDelay ? LongestDelay : delay * 2)
        {
            var status = await _poll(cancellationToken).ConfigureAwait(false);
            progress?.Report(status);
            var state = _state(status) ?? "";
            if (_succeeded.Contains(state))
                return status;
            if (_failed.Contains(state))
                throw IntercomJobFailedException.Ended(Id, state, status);
            await Task.Delay(delay, timeProvider ?? TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Fetches what the job made. Wait for its end before.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidOperationException">This kind of job makes no file.</exception>
    public Task<IntercomDownload> DownloadAsync(CancellationToken cancellationToken = default) =>
        _download is null ? throw new InvalidOperationException("This kind of job makes no file.") : _download(cancellationToken);
}
