using Intercom.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Intercom.AspNetCore;

/// <summary>A request as far as it can be trusted before its signature was checked.</summary>
internal static class WebhookRequest
{
    /// <summary>The way in which a request says to be signed; null where it says none, or both.</summary>
    public static WebhookSignature? Signature(HttpRequest request)
    {
        var notification = request.Headers.ContainsKey(WebhookSignature.Notifications.Header);
        var fin = request.Headers.ContainsKey(WebhookSignature.Fin.Header);
        return notification == fin ? null : fin ? WebhookSignature.Fin : WebhookSignature.Notifications;
    }

    /// <summary>The whole body; null where it has more bytes than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
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
