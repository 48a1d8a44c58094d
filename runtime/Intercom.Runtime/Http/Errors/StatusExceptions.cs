using System.Net;

namespace Intercom;

/// <summary>400 or 422: a parameter or the body is not valid; <see cref="IntercomError.Field"/> may name it.</summary>
public sealed class IntercomBadRequestException : IntercomApiException
{
    /// <inheritdoc/>
    public IntercomBadRequestException()
        : base(HttpStatusCode.BadRequest)
    {
    }

    /// <inheritdoc/>
    public IntercomBadRequestException(string? message)
        : base(HttpStatusCode.BadRequest, message)
    {
    }

    /// <inheritdoc/>
    public IntercomBadRequestException(string? message, Exception? innerException)
        : base(HttpStatusCode.BadRequest, message, innerException)
    {
    }

    internal IntercomBadRequestException(IntercomErrorResponse response)
        : base(response)
    {
    }
}

/// <summary>401: the token is missing, not valid, or of another region.</summary>
public sealed class IntercomUnauthorizedException : IntercomApiException
{
    /// <inheritdoc/>
    public IntercomUnauthorizedException()
        : base(HttpStatusCode.Unauthorized)
    {
    }

    /// <inheritdoc/>
    public IntercomUnauthorizedException(string? message)
        : base(HttpStatusCode.Unauthorized, message)
    {
    }

    /// <inheritdoc/>
    public IntercomUnauthorizedException(string? message, Exception? innerException)
        : base(HttpStatusCode.Unauthorized, message, innerException)
    {
    }

    internal IntercomUnauthorizedException(IntercomErrorResponse response)
        : base(response)
    {
    }
}

/// <summary>402 or 403: the token lacks a permission, or the workspace's plan lacks the feature.</summary>
public sealed class IntercomForbiddenException : IntercomApiException
{
    /// <inheritdoc/>
    public IntercomForbiddenException()
        : base(HttpStatusCode.Forbidden)
    {
    }

    /// <inheritdoc/>
    public IntercomForbiddenException(string? message)
        : base(HttpStatusCode.Forbidden, message)
    {
    }

    /// <inheritdoc/>
    public IntercomForbiddenException(string? message, Exception? innerException)
        : base(HttpStatusCode.Forbidden, message, innerException)
    {
    }

    internal IntercomForbiddenException(IntercomErrorResponse response)
        : base(response)
    {
    }
}

/// <summary>404 or 410: what the call names does not exist, or exists no longer (a contact that was merged).</summary>
public sealed class IntercomNotFoundException : IntercomApiException
{
    /// <inheritdoc/>
    public IntercomNotFoundException()
        : base(HttpStatusCode.NotFound)
    {
    }

    /// <inheritdoc/>
    public IntercomNotFoundException(string? message)
        : base(HttpStatusCode.NotFound, message)
    {
    }

    /// <inheritdoc/>
    public IntercomNotFoundException(string? message, Exception? innerException)
        : base(HttpStatusCode.NotFound, message, innerException)
    {
    }

    internal IntercomNotFoundException(IntercomErrorResponse response)
        : base(response) => CanonicalId = response.CanonicalId;

    /// <summary>The id of the contact into which the one that was asked for was merged; null where the response names none.</summary>
    public string? CanonicalId { get; init; }
}

/// <summary>409: the state of the resource does not allow the call, for instance because someone else answered first.</summary>
public sealed class IntercomConflictException : IntercomApiException
{
    /// <inheritdoc/>
    public IntercomConflictException()
        : base(HttpStatusCode.Conflict)
    {
    }

    /// <inheritdoc/>
    public IntercomConflictException(string? message)
        : base(HttpStatusCode.Conflict, message)
    {
    }

    /// <inheritdoc/>
    public IntercomConflictException(string? message, Exception? innerException)
        : base(HttpStatusCode.Conflict, message, innerException)
    {
    }

    internal IntercomConflictException(IntercomErrorResponse response)
        : base(response)
    {
    }
}

/// <summary>
/// 429: too many calls in the window of ten seconds, or too many jobs at once. <see cref="IntercomApiException.RetryAfter"/> says how long
/// to wait.
/// </summary>
public sealed class IntercomRateLimitException : IntercomApiException
{
    /// <inheritdoc/>
    public IntercomRateLimitException()
        : base(HttpStatusCode.TooManyRequests)
    {
    }

    /// <inheritdoc/>
    public IntercomRateLimitException(string? message)
        : base(HttpStatusCode.TooManyRequests, message)
    {
    }

    /// <inheritdoc/>
    public IntercomRateLimitException(string? message, Exception? innerException)
        : base(HttpStatusCode.TooManyRequests, message, innerException)
    {
    }

    internal IntercomRateLimitException(IntercomErrorResponse response)
        : base(response)
    {
    }
}

/// <summary>5xx or 408: Intercom, or a gateway before it, failed.</summary>
public sealed class IntercomServerException : IntercomApiException
{
    /// <inheritdoc/>
    public IntercomServerException()
        : base(HttpStatusCode.InternalServerError)
    {
    }

    /// <inheritdoc/>
    public IntercomServerException(string? message)
        : base(HttpStatusCode.InternalServerError, message)
    {
    }

    /// <inheritdoc/>
    public IntercomServerException(string? message, Exception? innerException)
        : base(HttpStatusCode.InternalServerError, message, innerException)
    {
    }

    internal IntercomServerException(IntercomErrorResponse response)
        : base(response)
    {
    }
}
