using System.Globalization;
using System.Net;
using System.Text;

namespace Intercom;

/// <summary>A response that was read to its end.</summary>
internal sealed class Reply
{
    private readonly List<IntercomError> _errors;
    private readonly string? _bodyRequestId;
    private readonly TimeSpan? _retryAfter;
    private readonly string? _headerRequestId;

    private Reply(string operation, HttpResponseMessage response, byte[] body)
    {
        Operation = operation;
        Status = response.StatusCode;
        Body = body;
        Location = response.Headers.Location;
        var isFailure = !response.IsSuccessStatusCode && !(Location is not null && (int)Status is >= 300 and < 400);
        (_errors, _bodyRequestId, var isErrorList) = isFailure || MayBeErrorList(body) ? ErrorBody.Read(body) : ([], null, false);
        IsError = isFailure || isErrorList;
        _headerRequestId = HeaderRequestId(response);
        _retryAfter = RetryDelay(response);
    }

    public string Operation { get; }

    public HttpStatusCode Status { get; }

    public byte[] Body { get; }

    public Uri? Location { get; }

    public bool IsError { get; }

    public string? RequestId => _bodyRequestId ?? _headerRequestId;

    public static async Task<Reply> ReadAsync(string operation, HttpResponseMessage response, CancellationToken cancellationToken) =>
        new(operation, response, await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));

    public static string? HeaderRequestId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Request-Id", out var ids) ? ids.FirstOrDefault() : null;

    public IntercomApiException Error() => new IntercomErrorResponse
    {
        Operation = Operation,
        Status = Status,
        Errors = _errors,
        RequestId = RequestId,
        Body = Encoding.UTF8.GetString(Body),
        RetryAfter = _retryAfter,
    }.ToException();

    public IntercomUnreadableResponseException Unreadable(Exception? inner) => new(Operation, Status, RequestId, Encoding.UTF8.GetString(Body), inner);

    // A list of errors can come with 2xx. It is short; a page of contacts need not be searched for it.
    private static bool MayBeErrorList(byte[] body) => body.Length < 4096 && body.AsSpan().IndexOf("error.list"u8) >= 0;

    private static TimeSpan? RetryDelay(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is { } after)
            return after.Delta ?? (after.Date is { } date ? NotNegative(date - DateTimeOffset.UtcNow) : null);
        return response.Headers.TryGetValues("X-RateLimit-Reset", out var values)
            && long.TryParse(values.FirstOrDefault(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var reset)
            && reset is > 0 and < 253_402_300_799
            ? NotNegative(DateTimeOffset.FromUnixTimeSeconds(reset) - DateTimeOffset.UtcNow)
            : null;
    }

    private static TimeSpan NotNegative(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time;
}
