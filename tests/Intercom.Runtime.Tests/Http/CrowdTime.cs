namespace Intercom.Runtime.Tests.Http;

/// <summary>A clock for several workers: it stands still while one of them works, and goes on to the next moment that one waits for once all of them wait.</summary>
internal sealed class CrowdTime(int workers) : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<Timer> _waiting = [];
    private readonly List<Timer> _timeouts = [];
    private DateTimeOffset _now = FakeTime.Start;
    private int _workers = workers;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    /// <summary>A worker has done its work.</summary>
    public void Leave()
    {
        lock (_gate)
            _workers--;
        GoOn();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void GoOn()
    {
        List<Timer> due;
        lock (_gate)
        {
            if (_workers == 0 || _waiting.Count < _workers)
                return;
            _now = _waiting.Min(static timer => timer.Due);
            due = [.. _waiting.Concat(_timeouts).Where(timer => timer.Due <= _now)];
            due.ForEach(timer => _ = _waiting.Remove(timer) || _timeouts.Remove(timer));
        }

        foreach (var timer in due)
            ThreadPool.QueueUserWorkItem(_ => timer.Fire());
    }

    private sealed class Timer(CrowdTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Dispose();
            if (dueTime < TimeSpan.Zero)
                return true;
            lock (time._gate)
            {
                Due = time._now + dueTime;
                // What a source of cancellation waits for is a timeout, which nobody stands still for.
                (state is CancellationTokenSource ? time._timeouts : time._waiting).Add(this);
            }

            time.GoOn();
            return true;
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (time._gate)
                _ = time._waiting.Remove(this) || time._timeouts.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
