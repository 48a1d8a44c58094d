namespace Intercom.Webhooks;

/// <summary>Recognises the deliveries of the last hours, in memory.</summary>
public sealed class WebhookWindow : IWebhookDeduplicator
{
    private readonly object _gate = new();
    private readonly Dictionary<string, long> _known = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, long AddedAt)> _oldestFirst = new();
    private readonly int _capacity;
    private readonly TimeSpan _length;
    private readonly TimeProvider _time;

    /// <summary>Opens a window.</summary>
    /// <param name="capacity">How many deliveries are known at most, 1 or more; the oldest are forgotten first.</param>
    /// <param name="length">How long a delivery is known; 3 hours by default, since throttled deliveries come up to 2 hours late.</param>
    /// <param name="time">The clock; the system's by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity or the length is not positive.</exception>
    public WebhookWindow(int capacity = 10_000, TimeSpan? length = null, TimeProvider? time = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _length = length ?? TimeSpan.FromHours(3);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_length, TimeSpan.Zero, nameof(length));
        _capacity = capacity;
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(string key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = _time.GetTimestamp();
            while (_oldestFirst.TryPeek(out var oldest) && _time.GetElapsedTime(oldest.AddedAt, now) >= _length)
                DropOldest();
            if (!_known.TryAdd(key, now))
                return ValueTask.FromResult(false);
            if (_oldestFirst.Count == _capacity)
                DropOldest();
            _oldestFirst.Enqueue((key, now));
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(string key, CancellationToken cancellationToken)
    {
        lock (_gate)
            _known.Remove(key);
        return ValueTask.CompletedTask;
    }

    // A key that was removed and added again stands in the queue twice; only its last entry counts.
    private void DropOldest()
    {
        var (key, addedAt) = _oldestFirst.Dequeue();
        if (_known.TryGetValue(key, out var current) && current == addedAt)
            _known.Remove(key);
    }
}
