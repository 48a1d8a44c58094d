using System.Collections.Concurrent;
using Intercom.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Intercom.AspNetCore;

/// <summary>Tries each body once at a time: a repetition of one that is still being tried is answered as that one ends.</summary>
internal sealed class WebhookDeliveries(IntercomWebhookOptions options, WebhookRunner runner, WebhookQueue? queue, ILogger log)
{
    private readonly ConcurrentDictionary<string, WebhookDelivery> _underWay = new(StringComparer.Ordinal);

    /// <summary>The status to answer a body with.</summary>
    public async Task<int> AnswerAsync(WebhookBody body, CancellationToken aborted)
    {
        var own = new WebhookDelivery(body);
        var tried = _underWay.GetOrAdd(body.DeliveryKey, own);
        // The sender's time runs from here, also where the handlers begin later.
        var answer = tried.Answer.WaitAsync(options.HandlerTimeout, options.TimeProvider, aborted);
        if (tried == own)
            _ = Task.Run(() => TryAsync(own), CancellationToken.None);
        else
            WebhookLog.Awaited(log, tried.Topic, tried.Id);
        return await StatusAsync(answer, tried).ConfigureAwait(false);
    }

    private async Task<int> StatusAsync(Task<int> answer, WebhookDelivery tried)
    {
        try
        {
            var status = await answer.ConfigureAwait(false);
            return tried.IsGivenUp ? StatusCodes.Status503ServiceUnavailable : status;
        }
        catch (TimeoutException)
        {
            WebhookLog.TooSlow(log, tried.Topic, tried.Id, options.HandlerTimeout);
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task TryAsync(WebhookDelivery delivery)
    {
        using var limit = new CancellationTokenSource(options.HandlerTimeout, options.TimeProvider);
        var status = await runner.AdmitAsync(delivery, limit.Token).ConfigureAwait(false);
        if (status is null)
            status = await (queue is null ? runner.RunAsync(delivery, limit.Token) : QueueAsync(queue, delivery)).ConfigureAwait(false);
        // What is known of it has to stand in the deduplicator before the next delivery can begin.
        _underWay.TryRemove(delivery.Body.DeliveryKey, out _);
        delivery.Answers(status.Value);
    }

    private async Task<int> QueueAsync(WebhookQueue to, WebhookDelivery delivery)
    {
        if (to.TryAdd(delivery))
        {
            delivery.Answers(StatusCodes.Status200OK);
            await delivery.End.ConfigureAwait(false);
            return StatusCodes.Status200OK;
        }

        WebhookLog.QueueFull(log, delivery.Topic, delivery.Id);
        await runner.ForgetAsync(delivery).ConfigureAwait(false);
        return StatusCodes.Status503ServiceUnavailable;
    }
}
