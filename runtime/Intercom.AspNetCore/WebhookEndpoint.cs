using System.Text.Json;
using Intercom.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Intercom.AspNetCore;

/// <summary>Answers what is posted to an endpoint. Never with 410, which would end the subscription, nor with 429, which would slow it down
/// for hours.</summary>
internal sealed class WebhookEndpoint(
    IntercomWebhookOptions options,
    WebhookSecrets secrets,
    Func<WebhookBody, CancellationToken, Task<int>> answer,
    WebhookAppCalls appCalls,
    ILogger log)
{
    public async Task HandleAsync(HttpContext context)
    {
        // Intercom looks with HEAD whether there is something, when the address is saved.
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        try
        {
            if (await ReceiveAsync(context).ConfigureAwait(false) is { } status)
                context.Response.StatusCode = status;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
        }
        // What escapes would be answered by the application, with whatever status it has for it.
        catch (Exception e)
        {
            WebhookLog.Broken(log, e);
            if (!context.Response.HasStarted)
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    /// <summary>The status to answer with; null where it was answered.</summary>
    private async Task<int?> ReceiveAsync(HttpContext context)
    {
        var (request, aborted) = (context.Request, context.RequestAborted);
        var signatures = WebhookRequest.Signatures(request);
        if (signatures.Count == 0)
        {
            WebhookLog.Refused(log, "signature", WebhookSignatureCheck.Missing);
            return StatusCodes.Status401Unauthorized;
        }

        var (utf8, refusal) = await WebhookRequest.ReadAsync(
            request,
            options.MaxBodyBytes,
            options.TimeProvider,
            aborted).ConfigureAwait(false);
        if (utf8 is null)
            return refusal;
        foreach (var signature in signatures)
            if (Check(utf8, request, signature) is not WebhookSignatureCheck.Valid and var found)
            {
                WebhookLog.Refused(log, signature.Header, found);
                return StatusCodes.Status401Unauthorized;
            }

        return await AnswerAsync(utf8, signatures[0], context).ConfigureAwait(false);
    }

    private WebhookSignatureCheck Check(byte[] utf8, HttpRequest request, WebhookSignature signature) =>
        signature.Check(utf8, request.Headers[signature.Header], signature == WebhookSignature.Fin ? secrets.Fin : secrets.Client);

    private async Task<int?> AnswerAsync(byte[] utf8, WebhookSignature signature, HttpContext context)
    {
        if (signature == WebhookSignature.AppCalls && Parse(utf8, AppCall.Parse, signature) is { } call)
            return await appCalls.AnswerAsync(call, context).ConfigureAwait(false);
        WebhookBody? body = signature == WebhookSignature.Fin ? Parse(utf8, FinWebhookEvent.Parse, signature)
            : signature == WebhookSignature.Notifications ? Parse(utf8, WebhookNotification.Parse, signature)
            : null;
        if (body is null)
            return StatusCodes.Status400BadRequest;
        if (body.CreatedAt is { } createdAt && options.TimeProvider.GetUtcNow() - createdAt > options.MaxAge)
        {
            WebhookLog.Old(log, WebhookLog.Shown(body.Topic), createdAt);
            return StatusCodes.Status400BadRequest;
        }

        return await answer(body, context.RequestAborted).ConfigureAwait(false);
    }

    private T? Parse<T>(byte[] utf8, Func<ReadOnlyMemory<byte>, T> parse, WebhookSignature signature)
        where T : class
    {
        try
        {
            return parse(utf8);
        }
        catch (JsonException e)
        {
            WebhookLog.Unreadable(log, e, signature.Header);
            return null;
        }
    }
}
