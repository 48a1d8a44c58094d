using Intercom;
using Intercom.Json;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Writes calls to the log, in the category <c>Intercom</c>.</summary>
internal sealed partial class CallLog(ILogger logger, IntercomObserver? next) : IntercomObserver
{
    private readonly ILogger _logger = logger;

    public override void OnStarted(string operation)
    {
        Started(operation);
        next?.OnStarted(operation);
    }

    public override void OnRetrying(IntercomRetry retry)
    {
        Repeats(retry.Operation, retry.Attempt, retry.Error, retry.Delay.TotalMilliseconds);
        next?.OnRetrying(retry);
    }

    public override void OnDeviation(JsonDeviation deviation)
    {
        Deviates(deviation.Operation, deviation.Path, deviation.Found, deviation.Expected);
        next?.OnDeviation(deviation);
    }

    public override void OnFinished(IntercomCallSummary summary)
    {
        if (summary.Error is null)
            Succeeded(summary.Operation, (int?)summary.Status, summary.Duration.TotalMilliseconds, summary.Attempts, summary.RequestId);
        else
            Failed(
                summary.Operation,
                summary.Error,
                (int?)summary.Status,
                summary.Duration.TotalMilliseconds,
                summary.Attempts,
                summary.RequestId);
        next?.OnFinished(summary);
    }

    [LoggerMessage(1, LogLevel.Debug, "{Operation} starts")]
    private partial void Started(string operation);

    [LoggerMessage(2, LogLevel.Information, "{Operation}: {Status} after {Duration} ms, attempts: {Attempts}, request id: {RequestId}")]
    private partial void Succeeded(string operation, int? status, double duration, int attempts, string? requestId);

    [LoggerMessage(
        3,
        LogLevel.Warning,
        "{Operation} failed ({Error}): {Status} after {Duration} ms, attempts: {Attempts}, request id: {RequestId}")]
    private partial void Failed(string operation, string error, int? status, double duration, int attempts, string? requestId);

    [LoggerMessage(4, LogLevel.Warning, "{Operation}: attempt {Attempt} failed ({Error}), the next one in {Delay} ms")]
    private partial void Repeats(string operation, int attempt, string error, double delay);

    [LoggerMessage(5, LogLevel.Debug, "{Operation}: {Found} at {Path}, where {Expected} is declared")]
    private partial void Deviates(string operation, string path, string found, string expected);
}
