using System.Net;
using System.Text;

namespace Intercom;

/// <summary>A response, read to its end where its body is not handed on as a stream.</summary>
internal sealed class Reply : IDisposable
{
    private const int MostSearched = 64 * 1024;

    private readonly Call _call;
    private readonly List<IntercomError> _errors;
    private readonly string? _bodyRequestId;

    private Reply(Call call, Uri sentTo, HttpResponseMessage response, byte[] body, DateTimeOffset now)
    {
        _call = call;
        Response = response;
        Body = body;
        Location = LocationOf(call, sentTo, response);
        RateLimit = RateLimitState.From(response.Headers);
        RetryAfter = RetryDelay(response, RateLimit, now);
        var isFailure = !response.IsSuccessStatusCode && !(Location is not null && (int)Status < 400);
        (_errors, _bodyRequestId, var isErrorList) = isFailure || MayBeErrorList(body) ? ErrorBody.Read(body) : ([], null, false);
        IsError = isFailure || isErrorList;
    }

    public string Operation => _call.Operation;

    public HttpResponseMessage Response { get; }

    public HttpStatusCode Status => Response.StatusCode;

    public byte[] Body { get; }

    /// <summary>Where the operation points to, where pointing is what it does.</summary>
    public Uri? Location { get; }

    public bool IsError { get; }

    public RateLimitState? RateLimit { get; }

    public TimeSpan? RetryAfter { get; }

    private string Text => _call.Redact(Encoding.UTF8.GetString(Body));

    public string? RequestId => _bodyRequestId ?? (Response.Headers.TryGetValues("X-Request-Id", out var ids) ? ids.FirstOrDefault() : null);

    public static async Task<Reply> ReadAsync(Call call, Uri sentTo, HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        var isElsewhere = response.IsSuccessStatusCode && call.Answer is Answer.Stream or Answer.Location;
        var body = isElsewhere ? [] : await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return new Reply(call, sentTo, response, body, time.GetUtcNow());
    }

    public IntercomApiException Error() => new IntercomErrorResponse
    {
        Operation = Operation,
        Status = Status,
        Errors = _errors.ConvertAll(error => new IntercomError(_call.Redact(error.Code), error.Message is null ? null : _call.Redact(error.Message), error.Field)),
        RequestId = RequestId,
        Body = Text,
        MediaType = Response.Content.Headers.ContentType?.MediaType,
        RetryAfter = RetryAfter,
        RateLimit = RateLimit,
        CanonicalId = CanonicalLink.Id(Response.Headers),
    }.ToException();

    public IntercomUnreadableResponseException Unreadable(Exception? inner) => new(Operation, Status, RequestId, Text, inner);

    public void Dispose() => Response.Dispose();

    // An HttpClient that follows redirects, handed over by the user, has gone there already.
    private static Uri? LocationOf(Call call, Uri sentTo, HttpResponseMessage response)
    {
        if (call.Answer != Answer.Location)
            return null;
        if (response.Headers.Location is { } location)
            return new Uri(sentTo, location);
        return response.IsSuccessStatusCode && response.RequestMessage?.RequestUri is { } arrived && arrived != sentTo ? arrived : null;
    }

    // A list of errors can come with 2xx. It says so at its beginning, or it is short; a page of contacts need not be searched for it.
    private static bool MayBeErrorList(byte[] body) => body.AsSpan(0, Math.Min(body.Length, MostSearched)).IndexOf("error.list"u8) >= 0;

    private static TimeSpan? RetryDelay(HttpResponseMessage response, RateLimitState? rateLimit, DateTimeOffset now)
    {
        if (response.Headers.RetryAfter is { } after)
            return after.Delta ?? (after.Date is { } date ? NotNegative(date - now) : null);
        // Every response tells when the window ends; only the one that refuses means that it must be waited for.
        return response.StatusCode == HttpStatusCode.TooManyRequests && rateLimit?.Reset is { } reset ? NotNegative(reset - now) : null;
    }

    private static TimeSpan NotNegative(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time;
}
