namespace Intercom.Runtime.Tests.Fin;

/// <summary>A clock that moves when it is told to.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(TimeSpan Due, TaskCompletionSource Seen)> _waiting = [];
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Completes once a timer is set to run out after exactly this time.</summary>
    public Task TimerDueInAsync(TimeSpan time)
    {
        lock (_gate)
        {
            if (_timers.Any(timer => timer.Due == _now + time))
                return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((_now + time, seen));
            return seen.Task;
        }
    }

    public void Advance(TimeSpan time)
    {
        List<ManualTimer> due;
        lock (_gate)
        {
            _now += time;
            due = _timers.Where(timer => timer.Due <= _now).ToList();
            due.ForEach(static timer => timer.Due = null);
        }

        due.ForEach(static timer => timer.Run());
    }

    private sealed class ManualTimer(ManualTime time, Action run) : ITimer
    {
        public TimeSpan? Due { get; set; }

        public void Run() => run();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : time._now + dueTime;
                time._timers.Remove(this);
                time._timers.Add(this);
                foreach (var (_, seen) in time._waiting.Where(waiting => waiting.Due == Due))
                    seen.TrySetResult();
                return true;
            }
        }

        public void Dispose()
        {
            lock (time._gate)
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
