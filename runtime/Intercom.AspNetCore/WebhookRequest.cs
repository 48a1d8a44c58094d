using Intercom.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Intercom.AspNetCore;

/// <summary>A request as far as it can be trusted before its signature was checked.</summary>
internal static class WebhookRequest
{
    /// <summary>How long a body may take to come in: twice as long as Intercom itself waits for an answer to it.</summary>
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(10);

    private static readonly WebhookSignature[] Known = [WebhookSignature.Notifications, WebhookSignature.Fin, WebhookSignature.AppCalls];

    /// <summary>
    /// The ways in which a request says to be signed, all of which must hold, the first of them the one that says what it is; none where it
    /// says none, or contradicts itself.
    /// Both signatures of the client secret may stand beside each other.
    /// </summary>
    public static IReadOnlyList<WebhookSignature> Signatures(HttpRequest request)
    {
        var all = Known.Where(signature => request.Headers.ContainsKey(signature.Header)).ToList();
        return all.Count > 1 && all.Contains(WebhookSignature.Fin) ? [] : all;
    }

    /// <summary>The whole body, or the status to refuse it with: it is too large, too slow, or broken off.</summary>
    public static async Task<(byte[]? Utf8, int Refusal)> ReadAsync(
        HttpRequest request,
        int limit,
        TimeProvider time,
        CancellationToken aborted)
    {
        using var timer = new CancellationTokenSource(LongestReading, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, aborted);
        try
        {
            var utf8 = await ReadAsync(request, limit, either.Token).ConfigureAwait(false);
            return (utf8, StatusCodes.Status413PayloadTooLarge);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            return (null, StatusCodes.Status408RequestTimeout);
        }
        catch (IOException e)
        {
            var isTooLarge = e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge };
            return (null, isTooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
            return null;
        using var body = new MemoryStream();
        var part = new byte[8192];
        while (await request.Body.ReadAsync(part, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            if (body.Length + count > limit)
                return null;
            body.Write(part, 0, count);
        }

        return body.ToArray();
    }
}
