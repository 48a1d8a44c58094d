using System.Net;
using Intercom.Json;

namespace Intercom;

/// <summary>
/// Is told of calls as they start, are repeated and end, for logs. Overrides are called concurrently; what they throw is dropped.
/// </summary>
/// <remarks>Nothing that it is told holds a token, a query, a header or a body.</remarks>
public abstract class IntercomObserver
{
    /// <summary>A call starts.</summary>
    /// <param name="operation">The operation, as verb and path template: <c>GET /contacts/{id}</c>.</param>
    public virtual void OnStarted(string operation)
    {
    }

    /// <summary>A call will be sent again.</summary>
    /// <param name="retry">Why and when.</param>
    public virtual void OnRetrying(IntercomRetry retry)
    {
    }

    /// <summary>A response is not what the document declares.</summary>
    /// <param name="deviation">Where.</param>
    public virtual void OnDeviation(JsonDeviation deviation)
    {
    }

    /// <summary>A call ended, well or not.</summary>
    /// <param name="summary">How.</param>
    public virtual void OnFinished(IntercomCallSummary summary)
    {
    }
}

/// <summary>Why and when a call is sent again.</summary>
/// <param name="Operation">The operation, as verb and path template.</param>
/// <param name="Attempt">The attempt that failed, from 1.</param>
/// <param name="Delay">How long is waited.</param>
/// <param name="Status">The status of the response; null where none came.</param>
/// <param name="Error">What failed, as in <see cref="IntercomCallSummary.Error"/>.</param>
public readonly record struct IntercomRetry(string Operation, int Attempt, TimeSpan Delay, HttpStatusCode? Status, string Error);

/// <summary>How a call ended.</summary>
/// <param name="Operation">The operation, as verb and path template.</param>
/// <param name="Status">The status of the last response; null where none came.</param>
/// <param name="Duration">How long the call took, repeats included.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="RequestId">The id under which Intercom's support finds the call; null where none was sent.</param>
/// <param name="Error">What failed: a status, <c>connection</c>, <c>timeout</c>, <c>credential</c>, <c>response_too_large</c>,
/// <c>unreadable_response</c>, <c>error_list</c>, <c>cancelled</c>, or the name of another exception; null where the call
/// succeeded.</param>
public readonly record struct IntercomCallSummary(
    string Operation,
    HttpStatusCode? Status,
    TimeSpan Duration,
    int Attempts,
    string? RequestId,
    string? Error);
