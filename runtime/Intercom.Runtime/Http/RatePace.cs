namespace Intercom;

/// <summary>
/// Lets no more calls be under way than the rate limit's window has left for them, and spreads them over the rest of it once few are left.
/// </summary>
internal sealed class RatePace(TimeProvider time)
{
    // Below this share of the limit calls are spread; above it they go at once.
    private const double Few = 0.2;

    // A window lasts ten seconds. What claims to end much later is no window, and nothing waits for it.
    private static readonly TimeSpan LongestWindow = TimeSpan.FromSeconds(60);

    private readonly object _gate = new();
    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isKnown;
    private int? _limit;
    private DateTimeOffset? _reset;
    private DateTimeOffset _next;

    // The smallest number that a response of the window said is left. Each call that the server counted is in it, or under way, or lost.
    private int _least;
    private int _underWay;
    private int _lost;

    /// <summary>A place in the window, or what to wait for until there may be one.</summary>
    /// <param name="IsGiven">Whether there is a place; it is taken up after the wait, and left after that.</param>
    /// <param name="Wait">How long to wait at most.</param>
    /// <param name="Change">Ends the wait for a place that is not given yet.</param>
    public readonly record struct Place(bool IsGiven, TimeSpan Wait, Task Change);

    private int Left => _least - _underWay - _lost;

    /// <summary>Waits for a place in the window.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var place = Take();
            if (!place.IsGiven)
            {
                await WaitAsync(place, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (place.Wait > TimeSpan.Zero)
                await TakeUpAsync(place.Wait, cancellationToken).ConfigureAwait(false);
            return;
        }
    }

    /// <summary>Takes the next place in the window.</summary>
    public Place Take()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_reset <= now)
                (_reset, _least, _lost, _next) = (null, _limit!.Value, 0, default);
            // What nobody who is under way could change is not waited for without an end.
            if (_underWay == 0 ? Left > 0 || _reset is null : _isKnown && (_limit is null || Left > 0))
                return Give(now);
            return new Place(false, _reset is { } reset ? reset - now : LongestWindow, _change.Task);
        }
    }

    /// <summary>A call has ended.</summary>
    /// <param name="hasAnswer">Whether there was a response.</param>
    /// <param name="state">What it says of the window.</param>
    public void Leave(bool hasAnswer, RateLimitState? state)
    {
        lock (_gate)
        {
            _underWay--;
            _isKnown |= hasAnswer;
            if (!Observe(state))
                _lost++;
            Changed();
        }
    }

    private Place Give(DateTimeOffset now)
    {
        var (left, wait) = (Left, TimeSpan.Zero);
        _underWay++;
        if (_limit is { } limit && _reset is { } reset && left > 0 && left < limit * Few)
        {
            var slot = _next > now ? _next : now;
            _next = slot + ((reset - slot) / left);
            wait = slot - now;
        }

        return new Place(true, wait, Task.CompletedTask);
    }

    /// <summary>Takes note of what a response says; false where it says nothing of the window.</summary>
    private bool Observe(RateLimitState? state)
    {
        var now = time.GetUtcNow();
        if (state is not { Limit: { } limit, Remaining: { } remaining, Reset: { } reset } || reset <= now || reset - now > LongestWindow)
            return false;
        if (_reset is { } known && reset < known)
            return false;
        // Responses overtake each other: within a window the smallest number is the latest.
        _least = reset == _reset || (_reset is null && _limit is not null) ? Math.Min(_least, remaining) : remaining;
        if (_reset is not null && reset != _reset)
            (_lost, _next) = (0, default);
        (_limit, _reset) = (limit, reset);
        return true;
    }

    private async Task WaitAsync(Place place, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(Task.Delay(place.Wait, time, over.Token), place.Change).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task TakeUpAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            lock (_gate)
            {
                _underWay--;
                Changed();
            }

            throw;
        }
    }

    private void Changed()
    {
        _change.TrySetResult();
        _change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
