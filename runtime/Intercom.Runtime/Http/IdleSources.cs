using System.Collections.Concurrent;

namespace Intercom;

/// <summary>Sources of cancellation that were not needed: they and their timers serve the next call.</summary>
internal static class IdleSources
{
    private const int Most = 64;

    private static readonly ConcurrentQueue<CancellationTokenSource> Idle = new();

    /// <summary>A source that is cancelled after a time.</summary>
    public static CancellationTokenSource Take(TimeSpan timeout, TimeProvider time)
    {
        if (time != TimeProvider.System || !Idle.TryDequeue(out var source))
            return new CancellationTokenSource(timeout, time);
        source.CancelAfter(timeout);
        return source;
    }

    /// <summary>Takes back a source of which no token is used any more.</summary>
    public static void Give(CancellationTokenSource source, TimeProvider time)
    {
        // One with another clock's timer says that it can be reset, and is not.
        if (time == TimeProvider.System && Idle.Count < Most && source.TryReset())
            Idle.Enqueue(source);
        else
            source.Dispose();
    }
}
