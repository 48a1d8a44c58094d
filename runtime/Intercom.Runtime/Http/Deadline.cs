namespace Intercom;

/// <summary>The time that one call may take, and the one place where its failures become exceptions of this library.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly TimeSpan _timeout;
    private readonly CancellationToken _callers;
    private readonly CancellationTokenSource _source;

    public Deadline(TimeSpan timeout, CancellationToken cancellationToken)
    {
        _timeout = timeout;
        _callers = cancellationToken;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (timeout != Timeout.InfiniteTimeSpan)
            _source.CancelAfter(timeout);
    }

    public async Task<T> Run<T>(string operation, Func<CancellationToken, Task<T>> action)
    {
        try
        {
            return await action(_source.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!_callers.IsCancellationRequested)
        {
            throw new IntercomTimeoutException(operation, _timeout, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new IntercomConnectionException(operation, e);
        }
    }

    public void Dispose() => _source.Dispose();
}
