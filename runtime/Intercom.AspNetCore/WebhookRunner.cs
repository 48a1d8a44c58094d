using Intercom.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Intercom.AspNetCore;

/// <summary>Runs the handlers of a body in a scope of their own, and forgets the delivery if they fail. Nothing of it throws.</summary>
internal sealed class WebhookRunner(WebhookHandlers handlers, IWebhookDeduplicator deduplicator, IServiceScopeFactory scopes, ILogger log)
{
    /// <summary>The status to answer with where no handler is to run; null where the delivery is new.</summary>
    public async Task<int?> AdmitAsync(WebhookDelivery delivery, CancellationToken limit)
    {
        try
        {
            if (await deduplicator.TryAddAsync(delivery.Body.DeliveryKey, limit).ConfigureAwait(false))
                return null;
        }
        // It may have been noted all the same: rather is it handled twice than never.
        catch (Exception e)
        {
            WebhookLog.Broken(log, e);
            await ForgetAsync(delivery).ConfigureAwait(false);
            return StatusCodes.Status500InternalServerError;
        }

        return await RepeatedAsync(delivery, limit).ConfigureAwait(false);
    }

    /// <summary>Runs the handlers, and gives the status that this ends with.</summary>
    public async Task<int> RunAsync(WebhookDelivery delivery, CancellationToken limit)
    {
        try
        {
            await HandleAsync(delivery, limit).ConfigureAwait(false);
        }
        // Whatever a handler throws, the delivery failed and Intercom must be told so.
        catch (Exception e)
        {
            WebhookLog.Failed(log, e, delivery.Topic, delivery.Id);
            await ForgetAsync(delivery).ConfigureAwait(false);
            return e is OperationCanceledException && limit.IsCancellationRequested
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status500InternalServerError;
        }

        await CompleteAsync(delivery).ConfigureAwait(false);
        return StatusCodes.Status200OK;
    }

    public async Task ForgetAsync(WebhookDelivery delivery)
    {
        try
        {
            await deduplicator.RemoveAsync(delivery.Body.DeliveryKey, CancellationToken.None).ConfigureAwait(false);
        }
        // The delivery failed already; that its repetition will be taken for a duplicate can only be logged.
        catch (Exception e)
        {
            WebhookLog.NotForgotten(log, e, delivery.Topic, delivery.Id);
        }
    }

    private async Task<int> RepeatedAsync(WebhookDelivery delivery, CancellationToken limit)
    {
        try
        {
            if (await deduplicator.IsUnderWayAsync(delivery.Body.DeliveryKey, limit).ConfigureAwait(false))
            {
                WebhookLog.UnderWay(log, delivery.Topic, delivery.Id);
                return StatusCodes.Status503ServiceUnavailable;
            }
        }
        catch (Exception e)
        {
            WebhookLog.Broken(log, e);
            return StatusCodes.Status500InternalServerError;
        }

        WebhookLog.Repeated(log, delivery.Topic, delivery.Id);
        return StatusCodes.Status200OK;
    }

    private async Task HandleAsync(WebhookDelivery delivery, CancellationToken limit)
    {
        var all = handlers.For(delivery.Body);
        if (all.Count == 0)
            WebhookLog.Unhandled(log, delivery.Topic, delivery.Id);
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            foreach (var handler in all)
                await handler(delivery.Body, scope.ServiceProvider, limit).ConfigureAwait(false);
    }

    private async Task CompleteAsync(WebhookDelivery delivery)
    {
        try
        {
            await deduplicator.CompleteAsync(delivery.Body.DeliveryKey, CancellationToken.None).ConfigureAwait(false);
        }
        // It was handled; the worst is that its repetition is turned away.
        catch (Exception e)
        {
            WebhookLog.NotCompleted(log, e, delivery.Topic, delivery.Id);
        }
    }
}
