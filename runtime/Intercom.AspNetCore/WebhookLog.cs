using System.Globalization;
using System.Text;
using Intercom.Webhooks;
using Microsoft.Extensions.Logging;

namespace Intercom.AspNetCore;

internal static partial class WebhookLog
{
    private const int LongestShown = 200;

    [LoggerMessage(1, LogLevel.Warning, "A webhook was refused ({Header}: {Result}).")]
    public static partial void Refused(ILogger log, string header, WebhookSignatureCheck result);

    [LoggerMessage(2, LogLevel.Warning, "A webhook was refused: its signature is valid, its body is not what belongs to {Header}.")]
    public static partial void Unreadable(ILogger log, Exception exception, string header);

    [LoggerMessage(3, LogLevel.Debug, "{Topic} ({Id}) was delivered before.")]
    public static partial void Repeated(ILogger log, string topic, string id);

    [LoggerMessage(4, LogLevel.Debug, "{Topic} ({Id}) has no handler.")]
    public static partial void Unhandled(ILogger log, string topic, string id);

    [LoggerMessage(5, LogLevel.Error, "{Topic} ({Id}) was not handled.")]
    public static partial void Failed(ILogger log, Exception exception, string topic, string id);

    [LoggerMessage(6, LogLevel.Error, "{Topic} ({Id}) was not handled, and its repetition will be taken for a duplicate.")]
    public static partial void NotForgotten(ILogger log, Exception exception, string topic, string id);

    [LoggerMessage(7, LogLevel.Warning, "{Topic} ({Id}) was not handled in {Timeout}; handlers that need longer can run after the answer.")]
    public static partial void TooSlow(ILogger log, string topic, string id, TimeSpan timeout);

    [LoggerMessage(8, LogLevel.Warning, "{Topic} ({Id}) was turned away: the queue is full, or the application stops.")]
    public static partial void QueueFull(ILogger log, string topic, string id);

    [LoggerMessage(9, LogLevel.Error, "A webhook could not be received.")]
    public static partial void Broken(ILogger log, Exception exception);

    [LoggerMessage(10, LogLevel.Error, "The application stops, and {Count} webhooks were accepted and not handled; each is named above.")]
    public static partial void Undrained(ILogger log, int count);

    [LoggerMessage(11, LogLevel.Warning, "{Topic} was refused: it was made at {CreatedAt:u}.")]
    public static partial void Old(ILogger log, string topic, DateTimeOffset createdAt);

    [LoggerMessage(12, LogLevel.Error, "{Topic} ({Id}) was not handled in {Timeout}; the queue goes on without it.")]
    public static partial void GivenUp(ILogger log, string topic, string id, TimeSpan timeout);

    [LoggerMessage(13, LogLevel.Error, "{Topic} ({Id}) was accepted and not handled: the application stops.")]
    public static partial void Lost(ILogger log, string topic, string id);

    [LoggerMessage(14, LogLevel.Debug, "{Topic} ({Id}) was delivered again while it is under way; it is answered as that ends.")]
    public static partial void Awaited(ILogger log, string topic, string id);

    [LoggerMessage(15, LogLevel.Warning, "{Topic} ({Id}) was turned away: it is under way elsewhere.")]
    public static partial void UnderWay(ILogger log, string topic, string id);

    [LoggerMessage(16, LogLevel.Error, "{Topic} ({Id}) was handled, which could not be noted.")]
    public static partial void NotCompleted(ILogger log, Exception exception, string topic, string id);

    [LoggerMessage(17, LogLevel.Debug, "A call about the app has no handler.")]
    public static partial void UnhandledAppCall(ILogger log);

    [LoggerMessage(18, LogLevel.Warning, "A call about the app was not answered in {Timeout}.")]
    public static partial void TooSlowAppCall(ILogger log, TimeSpan timeout);

    [LoggerMessage(19, LogLevel.Error, "A call about the app was not answered.")]
    public static partial void FailedAppCall(ILogger log, Exception exception);

    [LoggerMessage(20, LogLevel.Error, "The options of Intercom's webhooks have changed and cannot work; the secrets of before stay.")]
    public static partial void NotReloaded(ILogger log, Exception? exception);

    [LoggerMessage(21, LogLevel.Error, "{Topic} ({Id}) could not be stored; it is left to Intercom to repeat it.")]
    public static partial void NotStored(ILogger log, Exception exception, string topic, string id);

    [LoggerMessage(22, LogLevel.Warning, "{Topic} ({Id}) was not stored in {Timeout}; it is left to Intercom to repeat it.")]
    public static partial void NotStoredInTime(ILogger log, string topic, string id, TimeSpan timeout);

    /// <summary>A text of the sender on one line, in visible characters, and not too long.</summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder(text, 0, Math.Min(text.Length, LongestShown), LongestShown + 1);
        for (var i = 0; i < shown.Length; i++)
            if (!IsVisible(shown[i]))
                shown[i] = '\uFFFD';
        return (text.Length > LongestShown ? shown.Append('…') : shown).ToString();
    }

    private static bool IsVisible(char c) => char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
