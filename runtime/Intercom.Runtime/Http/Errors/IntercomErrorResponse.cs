using System.Globalization;
using System.Net;
using System.Text;

namespace Intercom;

/// <summary>An error response, taken apart.</summary>
internal sealed class IntercomErrorResponse
{
    /// <summary>How many characters of one text of a response an exception keeps.</summary>
    public const int LongestText = 64 * 1024;

    private const int MostDescribed = 20;

    public required string Operation { get; init; }

    public required HttpStatusCode Status { get; init; }

    public required IReadOnlyList<IntercomError> Errors { get; init; }

    public required string? RequestId { get; init; }

    public required string Body { get; init; }

    public string? MediaType { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public RateLimitState? RateLimit { get; init; }

    public string? CanonicalId { get; init; }

    /// <summary>Says that the version that was spoken lacks the operation; null where it is not known to.</summary>
    public string? Lack { get; init; }

    public IntercomApiException ToException() => (int)Status switch
    {
        400 or 422 => new IntercomBadRequestException(this),
        401 => new IntercomUnauthorizedException(this),
        402 or 403 => new IntercomForbiddenException(this),
        404 or 410 => new IntercomNotFoundException(this),
        409 => new IntercomConflictException(this),
        429 => new IntercomRateLimitException(this),
        408 or >= 500 => new IntercomServerException(this),
        _ => new IntercomApiException(this),
    };

    public string Describe()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Operation}: {(int)Status}");
        if (Errors.Count > 0)
            text.Append(' ').AppendJoin("; ", Errors.Take(MostDescribed).Select(Describe));
        else
            text.Append(Body.Length == 0 ? " with an empty body" : $" with a body ({MediaType ?? "of no media type"}) that names no error");
        if (Errors.Count > MostDescribed)
            text.Append(CultureInfo.InvariantCulture, $"; and {Errors.Count - MostDescribed} more");
        if (CanonicalId is not null)
            text.Append(CultureInfo.InvariantCulture, $" (now {CanonicalId})");
        if (RetryAfter is { } wait)
            text.Append(CultureInfo.InvariantCulture, $" (retry after {wait.TotalSeconds:0.#} s)");
        if (RequestId is not null)
            text.Append(CultureInfo.InvariantCulture, $" [request id {RequestId}]");
        return Lack is null ? text.ToString() : text.Append(". ").Append(Lack).ToString();
    }

    private static string Describe(IntercomError error)
    {
        var code = error.Field is null ? error.Code : $"{error.Code} ({error.Field})".TrimStart();
        return error.Message is null ? code : code.Length == 0 ? error.Message : $"{code}: {error.Message}";
    }
}
