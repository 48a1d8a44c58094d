namespace Intercom;

/// <summary>Reads the stream over as many connections as it takes.</summary>
internal sealed class FinReader(FinSubscription subscription, FinStreamOptions options, FinDeadlines deadlines) : IAsyncDisposable
{
    private const int MostDoublings = 10;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private FinConnection? _connection;
    private string? _lastId;
    private int _attempts;
    private TimeSpan _serversPause;
    private FinError? _error;
    private Exception? _failure;

    /// <summary>The next frame that holds something.</summary>
    /// <exception cref="FinStreamException">There is no next one.</exception>
    public async ValueTask<FinFrame> NextAsync()
    {
        while (true)
        {
            if (await TryNextAsync().ConfigureAwait(false) is { } frame)
            {
                _lastId = frame.Id ?? _lastId;
                _serversPause = frame.ReconnectionInterval ?? _serversPause;
                if (frame.Error is null)
                    return frame;
                _error = frame.Error;
            }

            await DropAsync().ConfigureAwait(false);
            if (_error is { IsPassing: false } || _attempts >= options.MaxReconnects)
                throw Failure();
            await PauseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Notes that the connection has brought something new.</summary>
    public void Progress() => _attempts = 0;

    public ValueTask DisposeAsync() => DropAsync();

    private async ValueTask<FinFrame?> TryNextAsync()
    {
        (_error, _failure) = (null, null);
        try
        {
            deadlines.ThrowIfCallerEnds();
            if (_connection is null)
                (_connection, _error) = await FinConnection.OpenAsync(subscription, _lastId, options, deadlines).ConfigureAwait(false);
            while (_connection is not null && await _connection.NextAsync().ConfigureAwait(false) is { } frame)
                if (!frame.IsBlank)
                    return frame;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            deadlines.ThrowIfOver(subscription.Redact(e));
            _failure = subscription.Redact(e);
        }

        return null;
    }

    private async ValueTask DropAsync()
    {
        if (_connection is { } connection)
            await connection.DisposeAsync().ConfigureAwait(false);
        _connection = null;
    }

    private async Task PauseAsync()
    {
        var own = options.ReconnectDelay * Math.Pow(2, Math.Min(_attempts++, MostDoublings));
        var longest = new[] { own, _serversPause, _error?.RetryAfter ?? TimeSpan.Zero }.Max();
        var pause = longest < LongestPause ? longest : LongestPause;
        try
        {
            await Task.Delay(pause, options.TimeProvider, deadlines.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            deadlines.ThrowIfOver(e);
            throw;
        }
    }

    private FinStreamException Failure() => _error?.ToException(subscription) ?? new FinStreamException(
        FinStreamFailure.ConnectionLost,
        $"the connection {(_failure is null ? "was closed" : "was lost")} before Fin was done, "
        + $"and {options.MaxReconnects} reconnects in a row brought nothing new. "
        + "Ask again, or rely on webhooks.",
        _failure);
}
