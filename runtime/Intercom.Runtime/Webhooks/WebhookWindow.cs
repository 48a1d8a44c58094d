namespace Intercom.Webhooks;

/// <summary>Recognises the deliveries of the last hours, in memory.</summary>
public sealed class WebhookWindow : IWebhookDeduplicator
{
    private readonly object _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _known = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _oldestFirst = [];
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
            while (_oldestFirst.First is { Value: var oldest } && _time.GetElapsedTime(oldest.AddedAt, now) >= _length)
                Forget(oldest.Key);
            if (_known.ContainsKey(key))
                return ValueTask.FromResult(false);
            if (_oldestFirst.Count == _capacity)
                Forget(_oldestFirst.First!.Value.Key);
            _known.Add(key, _oldestFirst.AddLast(new Entry(key, now)));
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(string key, CancellationToken cancellationToken)
    {
        lock (_gate)
            Forget(key);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string key, CancellationToken cancellationToken)
    {
        lock (_gate)
            if (_known.TryGetValue(key, out var entry))
                entry.Value.IsDone = true;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<bool> IsUnderWayAsync(string key, CancellationToken cancellationToken)
    {
        lock (_gate)
            return ValueTask.FromResult(_known.TryGetValue(key, out var entry) && !entry.Value.IsDone);
    }

    // What was removed leaves no trace: many that are refused push nothing out of the window that was handled.
    private void Forget(string key)
    {
        if (_known.Remove(key, out var entry))
            _oldestFirst.Remove(entry);
    }

    private sealed class Entry(string key, long addedAt)
    {
        public string Key => key;

        public long AddedAt => addedAt;

        public bool IsDone { get; set; }
    }
}
