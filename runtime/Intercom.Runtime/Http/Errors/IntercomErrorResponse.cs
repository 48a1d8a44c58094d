using System.Globalization;
using System.Net;
using System.Text;

namespace Intercom;

/// <summary>An error response, taken apart.</summary>
internal sealed class IntercomErrorResponse
{
    public required string Operation { get; init; }

    public required HttpStatusCode Status { get; init; }

    public required IReadOnlyList<IntercomError> Errors { get; init; }

    public required string? RequestId { get; init; }

    public required string Body { get; init; }

    public TimeSpan? RetryAfter { get; init; }

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
        foreach (var error in Errors)
        {
            text.Append(error == Errors[0] ? " " : "; ").Append(error.Code);
            if (error.Field is not null)
                text.Append(CultureInfo.InvariantCulture, $" ({error.Field})");
            if (error.Message is not null)
                text.Append(error.Code.Length == 0 && error.Field is null ? "" : ": ").Append(error.Message);
        }

        return RequestId is null ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $" [request id {RequestId}]").ToString();
    }
}
