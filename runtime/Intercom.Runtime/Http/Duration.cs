namespace Intercom;

/// <summary>The times that a timer can wait for.</summary>
internal static class Duration
{
    /// <summary>The longest of them: 24 days.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(24);

    /// <summary>Whether a time can be a limit.</summary>
    public static bool IsLimit(TimeSpan time) => time == Timeout.InfiniteTimeSpan || (time > TimeSpan.Zero && time <= Longest);

    /// <summary>Why an option cannot be a limit; null where it can.</summary>
    public static string? Fault(string name, TimeSpan? time) =>
        time is { } limit && !IsLimit(limit) ? $"{name} is {limit}; it is a positive time of at most 24 days, or infinite." : null;
}
