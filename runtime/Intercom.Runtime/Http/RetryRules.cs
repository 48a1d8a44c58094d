using System.Net;
using Polly;
using Polly.Timeout;

namespace Intercom;

/// <summary>Decides whether a call is sent again, and when.</summary>
internal sealed class RetryRules(IntercomClientOptions options)
{
    private const double FirstBackoff = 0.5;
    private const double LongestBackoff = 8;

    /// <summary>How long to wait before the call is sent again; null where it is not.</summary>
    public TimeSpan? Delay(Call call, Outcome<Reply> outcome)
    {
        if (call.Attempts > call.MaxRetries)
            return null;
        var delay = outcome.Exception is { } failure ? AfterFailure(call, failure) : AfterReply(call, outcome.Result!);
        return delay is { } wait && call.HasTimeFor(wait) ? wait : null;
    }

    private TimeSpan? AfterFailure(Call call, Exception failure) => failure switch
    {
        IntercomConnectionException { NeverSent: true } => Backoff(call),
        IntercomConnectionException { IsTransient: true } or IntercomTimeoutException or TimeoutRejectedException =>
            call.IsRepeatable ? Backoff(call) : null,
        _ => null,
    };

    private TimeSpan? AfterReply(Call call, Reply reply)
    {
        var refused = reply.Status == HttpStatusCode.TooManyRequests;
        if (!refused && !(call.IsRepeatable && HasFailed(call, reply)))
            return null;
        if (reply.RetryAfter is not { } asked || asked <= TimeSpan.Zero)
            return Backoff(call);
        if (asked > options.MaxRetryDelay)
            return null;
        // Everyone who waits for the same moment would come back at the same moment.
        var spread = asked + TimeSpan.FromSeconds(options.Random());
        return spread < options.MaxRetryDelay ? spread : options.MaxRetryDelay;
    }

    private static bool HasFailed(Call call, Reply reply) => (int)reply.Status switch
    {
        408 or 500 or 502 or 503 or 504 => true,
        204 or >= 300 => false,
        _ => call.Answer == Answer.Json && (reply.Body.Length == 0 || reply.IsCut),
    };

    private TimeSpan? Backoff(Call call)
    {
        var seconds = Math.Min(FirstBackoff * Math.Pow(2, call.Attempts - 1), LongestBackoff) * (0.5 + (options.Random() / 2));
        return TimeSpan.FromSeconds(Math.Min(seconds, options.MaxRetryDelay.TotalSeconds));
    }
}
