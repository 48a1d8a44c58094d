using System.Net;
using System.Text;
using Intercom.Json;

namespace Intercom;

/// <summary>
/// A response, read to its end where its body is not handed on as a stream. What it gives to people is without the secrets of the call.
/// </summary>
internal sealed class Reply : IDisposable
{
    private const int MostSearched = 64 * 1024;

    private readonly Call _call;
    private readonly ResponseBody _body;
    private readonly Uri _sentTo;
    private readonly Uri? _location;
    private readonly IReadOnlyList<IntercomError> _errors;
    private readonly string? _requestId;

    private Reply(Call call, Uri sentTo, HttpResponseMessage response, ResponseBody body, DateTimeOffset now)
    {
        _call = call;
        Secrets = call.Secrets;
        _sentTo = sentTo;
        Response = response;
        _body = body;
        _location = response.Headers.Location;
        RateLimit = RateLimitState.From(response.Headers);
        RetryAfter = RetryDelay(response, RateLimit, now);
        Redact(response);
        var isFailure = !response.IsSuccessStatusCode && !(call.Answer == Answer.Location && _location is not null && (int)Status < 400);
        var mayBeError = isFailure || MayBeErrorList(Body.Span);
        (_errors, _requestId, var isErrorList) = mayBeError ? ErrorBody.Read(Body.ToArray()) : ([], null, false);
        IsError = isFailure || isErrorList;
    }

    /// <summary>What no text shows that is made of the response.</summary>
    public Secrets Secrets { get; }

    public string Operation => _call.Operation;

    public HttpResponseMessage Response { get; }

    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>The body, for as long as the reply is not disposed.</summary>
    public ReadOnlyMemory<byte> Body => _body.Bytes;

    public bool IsError { get; }

    public RateLimitState? RateLimit { get; }

    public TimeSpan? RetryAfter { get; }

    public string? RequestId =>
        Shown(_requestId ?? (Response.Headers.TryGetValues("X-Request-Id", out var ids) ? ids.FirstOrDefault() : null));

    /// <summary>Why the result could not be read; null where it was.</summary>
    public IntercomUnreadableResponseException? Fault { get; private set; }

    /// <summary>Whether the body stops in the middle of its JSON, as one does whose sender broke off.</summary>
    public bool IsCut => Fault is not null && JsonEnd.IsMissing(Body.Span);

    private string Text => Shown(Encoding.UTF8.GetString(Body.Span[..Math.Min(Body.Length, IntercomErrorResponse.LongestText)]));

    public static async ValueTask<Reply> ReadAsync(
        Call call, Uri sentTo, HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode && call.Answer is Answer.Stream or Answer.Location)
            return new Reply(call, sentTo, response, ResponseBody.None(), time.GetUtcNow());
        response.Content = UnpackedContent.Of(response.Content);
        var body = await ResponseBody.ReadAsync(response.Content, call.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        return body is not null
            ? new Reply(call, sentTo, response, body, time.GetUtcNow())
            : throw new IntercomResponseTooLargeException(
                call.Operation, response.StatusCode, call.MaxResponseBytes, response.Content.Headers.ContentLength);
    }

    /// <summary>Makes the result.</summary>
    public void Read()
    {
        try
        {
            if (!IsError)
                _call.Read(this);
        }
        catch (IntercomUnreadableResponseException e)
        {
            Fault = e;
        }
    }

    public IntercomApiException Error() => new IntercomErrorResponse
    {
        Operation = Operation,
        Status = Status,
        Errors = [.. _errors.Select(error => new IntercomError(Shown(error.Code), Shown(error.Message), Shown(error.Field)))],
        RequestId = RequestId,
        Body = Text,
        MediaType = Response.Content.Headers.ContentType?.MediaType,
        RetryAfter = RetryAfter,
        RateLimit = RateLimit,
        Lack = Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound ? Shown(_call.Request.Lack(_call.Version)) : null,
        CanonicalId = Shown(CanonicalLink.Id(Response.Headers)),
    }.ToException();

    /// <summary>The body where JSON is declared cannot be read.</summary>
    public IntercomUnreadableResponseException Unreadable(Exception? inner)
    {
        var what = Body.Length == 0 ? "an empty body" : JsonEnd.IsMissing(Body.Span) ? "a body that was cut" : "a body that cannot be read";
        return Unreadable($"{what}, where JSON is declared", inner);
    }

    /// <summary>Where the operation points to, where pointing is what it does.</summary>
    public Uri Location()
    {
        // An HttpClient that follows redirects, handed over by the user, has gone there already.
        var arrived = Response.RequestMessage?.RequestUri is { } address && address != _sentTo ? address : null;
        var given = _location ?? (Response.IsSuccessStatusCode ? arrived : null)
            ?? throw Unreadable("no address, where one is declared", null);
        return Uri.TryCreate(_sentTo, given, out var location) && location.Scheme is "https" or "http"
            ? location
            : throw Unreadable("an address that is none of http or https", null);
    }

    public void Dispose()
    {
        _body.Dispose();
        Response.Dispose();
    }

    private IntercomUnreadableResponseException Unreadable(string what, Exception? inner) =>
        new(Operation, Status, RequestId, Text, what, Secrets.Redact(inner));

    private void Redact(HttpResponseMessage response)
    {
        Secrets.Redact(response.Headers);
        Secrets.Redact(response.Content.Headers);
        // .NET knows some phrases by their status, which need no look.
        if (response.ReasonPhrase is { } phrase && Secrets.Redact(phrase) is var shown && shown != phrase)
            response.ReasonPhrase = shown;
    }

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private string? Shown(string? text) => text is null
        ? null
        : Secrets.Redact(text.Length > IntercomErrorResponse.LongestText ? text[..IntercomErrorResponse.LongestText] : text);

    // A list of errors can come with 2xx. It says so at its beginning, or it is short; a page of contacts need not be searched for it.
    private static bool MayBeErrorList(ReadOnlySpan<byte> body) => body[..Math.Min(body.Length, MostSearched)].IndexOf("error.list"u8) >= 0;

    private static TimeSpan? RetryDelay(HttpResponseMessage response, RateLimitState? rateLimit, DateTimeOffset now)
    {
        if (response.Headers.RetryAfter is { } after)
            return after.Delta ?? (after.Date is { } date ? NotNegative(date - now) : null);
        // Every response tells when the window ends; only the one that refuses means that it must be waited for.
        return response.StatusCode == HttpStatusCode.TooManyRequests && rateLimit?.Reset is { } reset ? NotNegative(reset - now) : null;
    }

    private static TimeSpan NotNegative(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time;
}
