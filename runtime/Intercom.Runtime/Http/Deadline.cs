using Polly.Timeout;

namespace Intercom;

/// <summary>The time that one call may take. Whatever else ends it is an exception of this library already.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly Call _call;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _byCaller;
    private readonly CancellationToken _byOptions;
    private readonly CancellationTokenRegistration _caller;
    private readonly CancellationTokenRegistration _options;

    public Deadline(Call call, TimeProvider time, CancellationToken cancellationToken)
    {
        _call = call;
        _time = time;
        _source = IdleSources.Take(call.Timeout, time);
        _byCaller = cancellationToken;
        _byOptions = call.Options?.CancellationToken ?? default;
        _caller = EndWith(_byCaller);
        _options = EndWith(_byOptions);
    }

    public async ValueTask<T> Run<TState, T>(TState state, Func<TState, CancellationToken, ValueTask<T>> action)
    {
        try
        {
            return await action(state, _source.Token).ConfigureAwait(false);
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
        _caller.Dispose();
        _options.Dispose();
        IdleSources.Give(_source, _time);
    }

    private CancellationTokenRegistration EndWith(CancellationToken token) =>
        token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);

    private CancellationToken? Ended() => _byCaller.IsCancellationRequested ? _byCaller
        : _byOptions.IsCancellationRequested ? _byOptions
        : null;
}
