using System.Net;

namespace Intercom;

/// <summary>
/// No response came, or not all of it: the connection could not be made or broke, or the body that came was cut or damaged.
/// </summary>
public sealed class IntercomConnectionException : IntercomException
{
    /// <inheritdoc/>
    public IntercomConnectionException()
    {
    }

    /// <inheritdoc/>
    public IntercomConnectionException(string? message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public IntercomConnectionException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal IntercomConnectionException(string operation, Secrets secrets, Exception cause)
        : base(operation, $"{operation}: no response. {secrets.Redact(cause.Message)}", secrets.Redact(cause))
    {
        NeverSent = Transport.NeverSent(cause);
        IsTransient = Transport.IsTransient(cause);
    }

    /// <summary>Whether nothing was sent, so that the call had no effect.</summary>
    internal bool NeverSent { get; }

    /// <summary>Whether the next attempt may fare better.</summary>
    internal bool IsTransient { get; }
}

/// <summary>The call, or the last attempt at it, took longer than the options allow. It is not known whether it had its effect.</summary>
public sealed class IntercomTimeoutException : IntercomException
{
    /// <inheritdoc/>
    public IntercomTimeoutException()
    {
    }

    /// <inheritdoc/>
    public IntercomTimeoutException(string? message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public IntercomTimeoutException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal IntercomTimeoutException(string operation, TimeSpan timeout, Exception? inner)
        : this(operation, timeout, "no complete response within", inner)
    {
    }

    private IntercomTimeoutException(string operation, TimeSpan timeout, string what, Exception? inner)
        : base(operation, FormattableString.Invariant($"{operation}: {what} {timeout.TotalSeconds:0.###} s."), inner) => Timeout = timeout;

    /// <summary>The time that was allowed.</summary>
    public TimeSpan Timeout { get; init; }

    internal static IntercomTimeoutException OfSilence(string operation, TimeSpan timeout, Exception inner) =>
        new(operation, timeout, $"nothing of the download came for the {nameof(IntercomClientOptions.DownloadIdleTimeout)} of", inner);
}

/// <summary>
/// The body of a response is larger than <see cref="IntercomClientOptions.MaxResponseBytes"/> allows. What had come of it was dropped; it
/// is not known whether the call had its effect.
/// </summary>
public sealed class IntercomResponseTooLargeException : IntercomException
{
    /// <inheritdoc/>
    public IntercomResponseTooLargeException()
    {
    }

    /// <inheritdoc/>
    public IntercomResponseTooLargeException(string? message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public IntercomResponseTooLargeException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal IntercomResponseTooLargeException(string operation, HttpStatusCode status, int limit, long? size)
        : base(operation, Describe(operation, status, limit, size), null)
    {
        Status = status;
        Limit = limit;
        Size = size;
    }

    /// <summary>The status.</summary>
    public HttpStatusCode Status { get; init; }

    /// <summary>How many bytes were allowed, unpacked.</summary>
    public int Limit { get; init; }

    /// <summary>How many bytes the response said that it has; null where it did not say, or came packed.</summary>
    public long? Size { get; init; }

    private static string Describe(string operation, HttpStatusCode status, int limit, long? size)
    {
        var length = size is null ? "" : FormattableString.Invariant($"{size} bytes, ");
        const string Option = nameof(IntercomClientOptions.MaxResponseBytes);
        return FormattableString.Invariant(
            $"{operation}: {(int)status} with a body of {length}more than the {limit} bytes that {Option} allows.");
    }
}

/// <summary>The credential's provider failed: it threw, or gave no token. Nothing was sent.</summary>
public sealed class IntercomCredentialException : IntercomException
{
    /// <inheritdoc/>
    public IntercomCredentialException()
    {
    }

    /// <inheritdoc/>
    public IntercomCredentialException(string? message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public IntercomCredentialException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    private IntercomCredentialException(string operation, string message, Exception inner)
        : base(operation, message, inner)
    {
    }

    internal static IntercomCredentialException Of(string operation, Exception inner) =>
        new(operation, $"{operation}: there is no token to send it with. {inner.Message}", inner);
}

/// <summary>
/// A successful response whose body is empty, or is not JSON, where the document declares JSON. It is not known whether the call had its
/// effect.
/// </summary>
public sealed class IntercomUnreadableResponseException : IntercomException
{
    /// <inheritdoc/>
    public IntercomUnreadableResponseException()
    {
    }

    /// <inheritdoc/>
    public IntercomUnreadableResponseException(string? message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public IntercomUnreadableResponseException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal IntercomUnreadableResponseException(
        string operation, HttpStatusCode status, string? requestId, string body, string what, Exception? inner)
        : base(operation, $"{operation}: {(int)status} with {what}.{(requestId is null ? "" : $" Request id {requestId}.")}", inner)
    {
        Status = status;
        RequestId = requestId;
        Body = body;
    }

    /// <summary>The status.</summary>
    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    /// <summary>The id under which Intercom's support finds the call; null where none was sent.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// The body as it came, of a long one the first 65,536 characters; where it repeats a secret, three asterisks stand in its place.
    /// </summary>
    public string Body { get; init; } = "";
}
