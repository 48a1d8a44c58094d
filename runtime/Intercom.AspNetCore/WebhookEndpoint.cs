using System.Text.Json;
using Intercom.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Intercom.AspNetCore;

/// <summary>Answers what is posted to an endpoint. Never with 410, which would end the subscription, nor with 429, which would slow it down for hours.</summary>
internal sealed class WebhookEndpoint(IntercomWebhookOptions options, WebhookDeliveries deliveries, ILogger log)
{
    public async Task HandleAsync(HttpContext context)
    {
        // Intercom looks with HEAD whether there is something, when the address is saved.
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        try
        {
            context.Response.StatusCode = await ReceiveAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
        }
        // What escapes would be answered by the application, with whatever status it has for it.
        catch (Exception e)
        {
            WebhookLog.Broken(log, e);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private async Task<int> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (WebhookRequest.Signature(request) is not { } signature)
        {
            WebhookLog.Refused(log, "signature", WebhookSignatureCheck.Missing);
            return StatusCodes.Status401Unauthorized;
        }

        var (utf8, refusal) = await WebhookRequest.ReadAsync(request, options.MaxBodyBytes, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        return utf8 is null ? refusal : await VerifyAsync(utf8, request, signature, cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> VerifyAsync(byte[] utf8, HttpRequest request, WebhookSignature signature, CancellationToken cancellationToken)
    {
        var isFin = signature == WebhookSignature.Fin;
        var check = signature.Check(utf8, request.Headers[signature.Header], [.. isFin ? options.FinSecrets : options.ClientSecrets]);
        if (check != WebhookSignatureCheck.Valid)
        {
            WebhookLog.Refused(log, signature.Header, check);
            return StatusCodes.Status401Unauthorized;
        }

        WebhookBody body;
        try
        {
            body = isFin ? FinWebhookEvent.Parse(utf8) : WebhookNotification.Parse(utf8);
        }
        catch (JsonException e)
        {
            WebhookLog.Unreadable(log, e, signature.Header);
            return StatusCodes.Status400BadRequest;
        }

        if (body.CreatedAt is { } createdAt && options.TimeProvider.GetUtcNow() - createdAt > options.MaxAge)
        {
            WebhookLog.Old(log, WebhookLog.Shown(body.Topic), createdAt);
            return StatusCodes.Status400BadRequest;
        }

        return await deliveries.AnswerAsync(body, cancellationToken).ConfigureAwait(false);
    }
}
