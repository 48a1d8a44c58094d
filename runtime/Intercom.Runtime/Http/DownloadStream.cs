namespace Intercom;

/// <summary>
/// The bytes of a download: what fails while they are read is an exception of this library, and so is a silence that lasts too long.
/// </summary>
internal sealed class DownloadStream : ReadStream
{
    private readonly Stream _inner;
    private readonly Call _call;
    private readonly CancellationTokenSource _silence;
    private bool _isDisposed;

    public DownloadStream(Stream inner, Call call, TimeProvider time)
    {
        _inner = inner;
        _call = call;
        _silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_call.DownloadIdleTimeout == Timeout.InfiniteTimeSpan)
            return await ReadOnAsync(buffer, cancellationToken).ConfigureAwait(false);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _silence.Token);
        _silence.CancelAfter(_call.DownloadIdleTimeout);
        try
        {
            return await ReadOnAsync(buffer, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (OperationCanceledException e)
        {
            throw IntercomTimeoutException.OfSilence(_call.Operation, _call.DownloadIdleTimeout, e);
        }
        finally
        {
            _silence.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            _inner.Dispose();
            _silence.Dispose();
        }

        base.Dispose(disposing);
    }

    private ValueTask<int> ReadOnAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        Transport.RunAsync(
            _call,
            (_inner, buffer),
            static (state, token) => state._inner.ReadAsync(state.buffer, token),
            cancellationToken);
}
