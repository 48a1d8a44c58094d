namespace Intercom.Runtime.Tests.Webhooks;

/// <summary>A clock that moves when it is told to.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly HashSet<Timer> _timers = [];
    private readonly List<(TimeSpan For, TaskCompletionSource Source)> _waiting = [];
    private DateTimeOffset _now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        lock (_timers)
        {
            _timers.Add(timer);
            foreach (var waiting in _waiting.Where(waiting => waiting.For == dueTime))
                waiting.Source.TrySetResult();
        }

        return timer;
    }

    /// <summary>Completes once a timer of this length was started.</summary>
    public Task Waiting(TimeSpan dueTime)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_timers)
        {
            if (_timers.Any(timer => timer.Due == _now + dueTime))
                source.SetResult();
            else
                _waiting.Add((dueTime, source));
        }

        return source.Task;
    }

    public void Advance(TimeSpan by)
    {
        _now += by;
        Timer[] due;
        lock (_timers)
        {
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.ExceptWith(due);
        }

        foreach (var timer in due)
            timer.Callback(timer.State);
    }

    private sealed class Timer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public TimerCallback Callback => callback;

        public object? State => state;

        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : time._now + dueTime;
            return true;
        }

        public void Dispose()
        {
            Due = null;
            lock (time._timers)
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
