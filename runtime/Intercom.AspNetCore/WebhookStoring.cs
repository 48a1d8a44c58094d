using Intercom.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Intercom.AspNetCore;

/// <summary>Answers a body once it is stored.</summary>
internal sealed class WebhookStoring(
    IWebhookInbox inbox,
    WebhookInboxEndpoint endpoint,
    IntercomWebhookOptions options,
    ILogger log)
{
    /// <summary>The status to answer a body with.</summary>
    public async Task<int> AnswerAsync(WebhookBody body, CancellationToken aborted)
    {
        var (topic, id) = (WebhookLog.Shown(body.Topic), WebhookLog.Shown(body.DeliveryKey));
        if (!endpoint.Takes(body))
        {
            WebhookLog.Unhandled(log, topic, id);
            return StatusCodes.Status200OK;
        }

        using var limit = new CancellationTokenSource(options.HandlerTimeout, options.TimeProvider);
        try
        {
            // A store that blocks its thread, or does not heed its token, holds up nobody but itself.
            var storing = Task.Run(() => inbox.StoreAsync(endpoint, body, limit.Token), CancellationToken.None);
            if (!await storing.WaitAsync(limit.Token).WaitAsync(aborted).ConfigureAwait(false))
                WebhookLog.Repeated(log, topic, id);
            return StatusCodes.Status200OK;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            WebhookLog.NotStoredInTime(log, topic, id, options.HandlerTimeout);
            return StatusCodes.Status503ServiceUnavailable;
        }
        catch (Exception e) when (e is not OperationCanceledException || !aborted.IsCancellationRequested)
        {
            WebhookLog.NotStored(log, e, topic, id);
            return StatusCodes.Status500InternalServerError;
        }
    }
}
