using Intercom.Webhooks;
using Microsoft.Extensions.Logging;

namespace Intercom.AspNetCore;

internal static partial class WebhookLog
{
    [LoggerMessage(1, LogLevel.Warning, "A webhook was refused ({Header}: {Result}).")]
    public static partial void Refused(ILogger log, string header, WebhookSignatureCheck result);

    [LoggerMessage(2, LogLevel.Warning, "A webhook was refused: its signature is valid, its body is not what belongs to {Header}.")]
    public static partial void Unreadable(ILogger log, Exception exception, string header);

    [LoggerMessage(3, LogLevel.Debug, "{Topic} was delivered before.")]
    public static partial void Repeated(ILogger log, string topic);

    [LoggerMessage(4, LogLevel.Debug, "{Topic} has no handler.")]
    public static partial void Unhandled(ILogger log, string topic);

    [LoggerMessage(5, LogLevel.Error, "{Topic} was not handled.")]
    public static partial void Failed(ILogger log, Exception exception, string topic);

    [LoggerMessage(6, LogLevel.Error, "{Topic} was not handled, and its repetition will be taken for a duplicate.")]
    public static partial void NotForgotten(ILogger log, Exception exception, string topic);

    [LoggerMessage(7, LogLevel.Warning, "{Topic} was not handled in {Timeout}; handlers that need longer can run after the answer.")]
    public static partial void TooSlow(ILogger log, string topic, TimeSpan timeout);

    [LoggerMessage(8, LogLevel.Warning, "{Topic} was turned away: the queue is full, or the application stops.")]
    public static partial void QueueFull(ILogger log, string topic);

    [LoggerMessage(9, LogLevel.Error, "A webhook could not be received.")]
    public static partial void Broken(ILogger log, Exception exception);

    [LoggerMessage(10, LogLevel.Error, "The application stops, and handlers were not done in time; {Count} webhooks were not begun.")]
    public static partial void Undrained(ILogger log, int count);

    [LoggerMessage(11, LogLevel.Warning, "{Topic} was refused: it was made at {CreatedAt:u}.")]
    public static partial void Old(ILogger log, string topic, DateTimeOffset createdAt);
}
