using System.Diagnostics;
using System.Globalization;
using System.Net;
using Intercom.Json;
using Polly;
using Polly.Timeout;

namespace Intercom;

/// <summary>
/// What is told about one call: an activity, measurements, the observer. No token, query, header or body is in any of it.
/// </summary>
internal sealed class CallTrace : IDisposable
{
    private readonly Call _call;
    private readonly IntercomClientOptions _options;
    private readonly CallTags _tags;
    private readonly Activity? _activity;
    private HttpStatusCode? _status;
    private string? _requestId;
    private string? _error;

    public CallTrace(Call call, IntercomClientOptions options, Uri baseAddress)
    {
        _call = call;
        call.Trace = this;
        _options = options;
        _tags = new CallTags(call, options, baseAddress);
        _activity = Telemetry.Activities.StartActivity(call.Operation, ActivityKind.Client);
        if (_activity is { IsAllDataRequested: true })
            _activity.SetTag("url.full", _tags.Address).SetTag("intercom.region", IntercomRegions.Find(baseAddress)?.ToString());
        Tell(call.Operation, static (observer, operation) => observer.OnStarted(operation));
    }

    public void Answered(Reply reply)
    {
        _status = reply.Status;
        if (_activity is not null || _options.Observer is not null)
            _requestId = reply.RequestId;
        if (Telemetry.RateLimitRemaining.Enabled && reply.RateLimit?.Remaining is { } remaining)
            Telemetry.RateLimitRemaining.Record(remaining, _tags.OfServer());
    }

    public void Repeats(Outcome<Reply> outcome, TimeSpan delay)
    {
        Telemetry.Retries.Add(1, _tags.OfCall());
        var error = outcome.Exception is { } failure ? Name(failure)
            : outcome.Result!.IsError ? Name(outcome.Result.Status)
            : "unreadable_response";
        var tags = new ActivityTagsCollection
        {
            ["error.type"] = error,
            ["http.request.resend_count"] = _call.Attempts,
            ["intercom.delay"] = delay.TotalSeconds,
        };
        _activity?.AddEvent(new ActivityEvent("retry", tags: tags));
        var retry = new IntercomRetry(_call.Operation, _call.Attempts, delay, outcome.Result?.Status, error);
        Tell(retry, static (observer, retry) => observer.OnRetrying(retry));
        _status = null;
        _requestId = null;
    }

    public void Deviates(JsonDeviations deviations)
    {
        Telemetry.Deviations.Add(deviations.Count, _tags.OfCall());
        if (_options.OnDeviation is null && _options.Observer is null)
            return;
        var secrets = _call.Secrets;
        foreach (var found in deviations.All())
        {
            var deviation = found with { Path = secrets.Redact(found.Path) };
            if (_options.Observer is { } told && DeviationReport.IsNew(told, deviation))
                Tell(deviation, static (observer, deviation) => observer.OnDeviation(deviation));
            if (_options.OnDeviation is { } listener && DeviationReport.IsNew(listener, deviation))
                Quietly(listener, deviation, static (observe, deviation) => observe(deviation));
        }
    }

    public void Failed(Exception failure) => _error = Name(failure);

    public void Dispose()
    {
        var elapsed = _call.Elapsed;
        if (_activity is not null || Telemetry.Calls.Enabled || Telemetry.Duration.Enabled)
            Measured(elapsed);
        if (_options.Observer is null)
            return;
        var summary = new IntercomCallSummary(_call.Operation, _status, elapsed, _call.Attempts, _requestId, _error);
        Tell(summary, static (observer, call) => observer.OnFinished(call));
    }

    private void Measured(TimeSpan elapsed)
    {
        var tags = _tags.OfCall(_status, _error);
        Telemetry.Calls.Add(1, tags);
        Telemetry.Duration.Record(elapsed.TotalSeconds, tags);
        if (_activity is not null)
            End(_activity, tags);
    }

    private void End(Activity activity, TagList tags)
    {
        foreach (var (name, value) in tags)
            activity.SetTag(name, value);
        if (_call.Attempts > 1)
            activity.SetTag("http.request.resend_count", _call.Attempts - 1);
        activity.SetTag("intercom.attempts", _call.Attempts).SetTag("intercom.request_id", _requestId);
        activity.SetStatus(_error is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
        activity.Dispose();
    }

    private static string Name(Exception failure) => failure switch
    {
        IntercomApiException { Status: >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous } => "error_list",
        IntercomApiException error => Name(error.Status),
        IntercomUnreadableResponseException => "unreadable_response",
        IntercomTimeoutException or TimeoutRejectedException => "timeout",
        IntercomConnectionException { IsTransient: false, InnerException: { } fault } => fault.GetType().FullName!,
        IntercomConnectionException => "connection",
        IntercomCredentialException => "credential",
        IntercomResponseTooLargeException => "response_too_large",
        OperationCanceledException => "cancelled",
        _ => failure.GetType().FullName!,
    };

    private static string Name(HttpStatusCode status) => ((int)status).ToString(CultureInfo.InvariantCulture);

    private void Tell<T>(T what, Action<IntercomObserver, T> tell) => Quietly(_options.Observer, what, tell);

    private static void Quietly<TTarget, T>(TTarget? target, T what, Action<TTarget, T> tell)
        where TTarget : class
    {
        if (target is null)
            return;
        try
        {
            tell(target, what);
        }
        catch (Exception)
        {
            // The call had its effect. That somebody who watches it fails must not make it look as if it had not.
        }
    }
}
