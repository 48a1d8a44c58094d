namespace Intercom;

/// <summary>400 or 422: a parameter or the body is not valid; <see cref="IntercomError.Field"/> may name it.</summary>
public sealed class IntercomBadRequestException : IntercomApiException
{
    internal IntercomBadRequestException(IntercomErrorResponse response)
        : base(response)
    {
    }
}

/// <summary>401: the token is missing, not valid, or of another region.</summary>
public sealed class IntercomUnauthorizedException : IntercomApiException
{
    internal IntercomUnauthorizedException(IntercomErrorResponse response)
        : base(response)
    {
    }
}

/// <summary>402 or 403: the token lacks a permission, or the workspace's plan lacks the feature.</summary>
public sealed class IntercomForbiddenException : IntercomApiException
{
    internal IntercomForbiddenException(IntercomErrorResponse response)
        : base(response)
    {
    }
}

/// <summary>404 or 410: what the call names does not exist, or exists no longer (a contact that was merged).</summary>
public sealed class IntercomNotFoundException : IntercomApiException
{
    internal IntercomNotFoundException(IntercomErrorResponse response)
        : base(response) => CanonicalId = response.CanonicalId;

    /// <summary>The id of the contact into which the one that was asked for was merged; null where the response names none.</summary>
    public string? CanonicalId { get; }
}

/// <summary>409: the state of the resource does not allow the call, for instance because someone else answered first.</summary>
public sealed class IntercomConflictException : IntercomApiException
{
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
    internal IntercomRateLimitException(IntercomErrorResponse response)
        : base(response)
    {
    }
}

/// <summary>5xx or 408: Intercom, or a gateway before it, failed.</summary>
public sealed class IntercomServerException : IntercomApiException
{
    internal IntercomServerException(IntercomErrorResponse response)
        : base(response)
    {
    }
}
