using Polly.Timeout;

namespace Intercom;

/// <summary>The time that one call may take, and the one place where its failures become exceptions of this library.</summary>
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
        catch (OperationCanceledException e) when (Array.Find(_callers, static token => token.IsCancellationRequested) is { IsCancellationRequested: true } ended)
        {
            throw new OperationCanceledException(e.Message, e, ended);
        }
        catch (OperationCanceledException e)
        {
            // An HttpClient that was handed over may have a shorter timeout of its own.
            throw new IntercomTimeoutException(_call.Operation, _timer.IsCancellationRequested ? _call.Timeout : _call.Elapsed, e);
        }
        catch (TimeoutRejectedException e)
        {
            throw new IntercomTimeoutException(_call.Operation, e.Timeout, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new IntercomConnectionException(_call.Operation, e);
        }
    }

    public void Dispose()
    {
        _source.Dispose();
        _timer.Dispose();
    }
}
