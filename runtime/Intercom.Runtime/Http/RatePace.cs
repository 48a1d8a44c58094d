namespace Intercom;

/// <summary>Spreads calls over the rest of the rate limit's window once few are left in it.</summary>
internal sealed class RatePace(TimeProvider time)
{
    // Below this share of the limit calls are spread; above it they go at once.
    private const double Few = 0.2;

    // A window lasts ten seconds. What claims to end much later is no window, and nothing waits for it.
    private static readonly TimeSpan LongestWindow = TimeSpan.FromSeconds(60);

    private readonly object _gate = new();
    private RateLimitState? _state;
    private DateTimeOffset _next;

    /// <summary>Takes note of what the last response says.</summary>
    public void Observe(RateLimitState? state)
    {
        if (state is null)
            return;
        lock (_gate)
            // Responses overtake each other: within a window the smallest number is the latest.
            if (_state?.Reset is not { } reset || state.Reset != reset || state.Remaining < _state.Remaining)
                _state = state;
    }

    /// <summary>Takes the next place in the window.</summary>
    /// <returns>How long to wait for it; never longer than the window.</returns>
    public TimeSpan Take()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_state is not { Limit: { } limit, Remaining: { } remaining, Reset: { } reset } || reset <= now || reset - now > LongestWindow || remaining >= limit * Few)
                return TimeSpan.Zero;
            if (remaining == 0)
                return reset - now;
            var slot = _next > now ? _next : now;
            _next = slot + ((reset - slot) / remaining);
            _state = _state with { Remaining = remaining - 1 };
            return slot < reset ? slot - now : reset - now;
        }
    }
}
