using Microsoft.Extensions.Logging;

namespace Intercom.AspNetCore;

internal static partial class InboxLog
{
    [LoggerMessage(1, LogLevel.Error, "{Topic} ({Id}) was not handled; this was attempt {Attempt} of {MaxAttempts}.")]
    public static partial void Failed(ILogger log, Exception exception, string topic, string id, int attempt, int maxAttempts);

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "{Topic} ({Id}) took longer than its lease, and is another's now; what its handlers changed is undone.")]
    public static partial void Lost(ILogger log, string topic, string id);

    [LoggerMessage(3, LogLevel.Information, "{Topic} ({Id}) was not finished before the application stops, and is put back.")]
    public static partial void GivenBack(ILogger log, string topic, string id);

    [LoggerMessage(4, LogLevel.Error, "How {Topic} ({Id}) ended could not be noted; it is tried again once its lease is over.")]
    public static partial void NotNoted(ILogger log, Exception exception, string topic, string id);

    [LoggerMessage(5, LogLevel.Error, "The inbox could not be worked off; it is tried again.")]
    public static partial void Broken(ILogger log, Exception exception);
}
