using System.Globalization;

namespace Intercom;

/// <summary>The times that a stream may take.</summary>
internal sealed class FinDeadlines : IDisposable
{
    private readonly FinStreamOptions _options;
    private readonly CancellationToken[] _callers;
    private readonly CancellationTokenSource _whole;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _any;

    public FinDeadlines(FinStreamOptions options, CancellationToken cancellationToken)
    {
        _options = options;
        _callers = [cancellationToken, options.CancellationToken];
        _whole = new CancellationTokenSource(options.Timeout, options.TimeProvider);
        _silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, options.TimeProvider);
        _any = CancellationTokenSource.CreateLinkedTokenSource([.. _callers, _whole.Token, _silence.Token]);
    }

    public CancellationToken Token => _any.Token;

    public void AwaitSignOfLife() => _silence.CancelAfter(_options.IdleTimeout);

    public void SignOfLife() => _silence.CancelAfter(Timeout.InfiniteTimeSpan);

    public void ThrowIfCallerEnds()
    {
        foreach (var token in _callers)
            token.ThrowIfCancellationRequested();
    }

    /// <summary>Throws if the time is over, or if the caller has ended the stream.</summary>
    public void ThrowIfOver(Exception? inner)
    {
        ThrowIfCallerEnds();
        if (_silence.IsCancellationRequested)
            throw Over(
                FinStreamFailure.Idle,
                $"no sign of life for {Seconds(_options.IdleTimeout)}, and Fin has not said that it is done.",
                inner);
        if (_whole.IsCancellationRequested)
            throw Over(
                FinStreamFailure.Timeout,
                $"Fin has not said that it is done within {Seconds(_options.Timeout)}; the URL is of no use after 3 minutes.",
                inner);
    }

    public void Dispose()
    {
        _any.Dispose();
        _silence.Dispose();
        _whole.Dispose();
    }

    private static FinStreamException Over(FinStreamFailure reason, string message, Exception? inner) =>
        new(reason, message + " Ask again, or rely on webhooks.", inner);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";
}
