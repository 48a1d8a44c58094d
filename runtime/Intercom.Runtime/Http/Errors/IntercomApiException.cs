using System.Net;

namespace Intercom;

/// <summary>Intercom answered with an error. The derived types tell the statuses apart that are worth telling apart.</summary>
public class IntercomApiException : IntercomException
{
    /// <inheritdoc/>
    public IntercomApiException()
    {
    }

    /// <inheritdoc/>
    public IntercomApiException(string? message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public IntercomApiException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    private protected IntercomApiException(HttpStatusCode status, string? message = null, Exception? innerException = null)
        : base(message ?? $"{(int)status} {status}", innerException) => Status = status;

    internal IntercomApiException(IntercomErrorResponse response)
        : base(response.Operation, response.Describe(), null)
    {
        Status = response.Status;
        Errors = response.Errors;
        RequestId = response.RequestId;
        Body = response.Body;
        RetryAfter = response.RetryAfter;
        RateLimit = response.RateLimit;
    }

    /// <summary>The status. It is 2xx where the body of a successful response was a list of errors.</summary>
    public HttpStatusCode Status { get; init; }

    /// <summary>The errors of the body; empty where the body was empty, or not Intercom's (a gateway answers in HTML).</summary>
    public IReadOnlyList<IntercomError> Errors { get; init; } = [];

    /// <summary>The id under which Intercom's support finds the call; null where none was sent.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// The body as it came, of a long one the first 65,536 characters; where it repeats a secret, three asterisks stand in its place.
    /// </summary>
    public string Body { get; init; } = "";

    /// <summary>How long to wait before the next call; null where the response does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the response says about the rate limit; null where it says nothing, as before the token is accepted.</summary>
    public RateLimitState? RateLimit { get; init; }

    /// <summary>Whether one of the errors has a code.</summary>
    /// <param name="code">The code, for instance <c>scroll_exists</c>.</param>
    public bool Has(string code) => Errors.Any(error => string.Equals(error.Code, code, StringComparison.Ordinal));
}
