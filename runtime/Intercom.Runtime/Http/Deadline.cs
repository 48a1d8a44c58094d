using Polly.Timeout;

namespace Intercom;

/// <summary>The time that one call may take. Whatever else ends it is an exception of this library already.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly Call _call;
    private readonly CancellationToken[] _callers;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _source;

    public Deadline(Call call, TimeProvider time, CancellationToken cancellationToken)
    {
        _call = call;
        _timer = new CancellationTokenSource(call.Timeout, time);
        _callers = [cancellationToken, call.Options?.CancellationToken ?? default];
        _source = CancellationTokenSource.CreateLinkedTokenSource([.. _callers, _timer.Token]);
    }

    public async Task<T> Run<T>(Func<CancellationToken, ValueTask<T>> action)
    {
        try
        {
            return await action(_source.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (Ended() is { } ended)
        {
            throw new OperationCanceledException(e.Message, _call.Secrets.Redact(e), ended);
        }
        catch (OperationCanceledException e)
        {
            throw new IntercomTimeoutException(_call.Operation, _call.Timeout, _call.Secrets.Redact(e));
        }
        catch (TimeoutRejectedException e)
        {
            throw new IntercomTimeoutException(_call.Operation, e.Timeout, _call.Secrets.Redact(e));
        }
    }

    public void Dispose()
    {
        _source.Dispose();
        _timer.Dispose();
    }

    private CancellationToken? Ended() =>
        Array.Find(_callers, static token => token.IsCancellationRequested) is { IsCancellationRequested: true } ended ? ended : null;
}
