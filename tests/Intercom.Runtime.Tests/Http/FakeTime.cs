namespace Intercom.Runtime.Tests.Http;

/// <summary>A clock that stands still until something waits: a delay ends at once and moves the clock by its length. Timeouts fire when the clock passes them.</summary>
internal sealed class FakeTime : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<Timer> _timeouts = [];
    private readonly List<TimeSpan> _delays = [];
    private DateTimeOffset _now = Start;

    public static DateTimeOffset Start { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>How long was waited, each time.</summary>
    public IReadOnlyList<TimeSpan> Delays
    {
        get
        {
            lock (_gate)
                return [.. _delays];
        }
    }

    public IEnumerable<double> Seconds => Delays.Select(static delay => Math.Round(delay.TotalSeconds, 6));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (_gate)
        {
            _now += by;
            due = _timeouts.Where(timer => timer.Due <= _now).ToList();
            _timeouts.RemoveAll(due.Contains);
        }

        due.ForEach(static timer => timer.Fire());
    }

    private sealed class Timer(FakeTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
                time._timeouts.Remove(this);
            if (dueTime < TimeSpan.Zero)
                return true;
            lock (time._gate)
            {
                Due = time._now + dueTime;
                // What a source of cancellation waits for is a timeout; anything else is a delay.
                if (state is CancellationTokenSource)
                {
                    time._timeouts.Add(this);
                    return true;
                }

                time._delays.Add(dueTime);
            }

            ThreadPool.QueueUserWorkItem(_ =>
            {
                time.Advance(dueTime);
                Fire();
            });
            return true;
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (time._gate)
                time._timeouts.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
