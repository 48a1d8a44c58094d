using Intercom.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Intercom.AspNetCore;

/// <summary>Runs the handlers of a body in a scope of their own, and forgets the delivery if they fail.</summary>
internal sealed class WebhookRunner(WebhookHandlers handlers, IWebhookDeduplicator deduplicator, IServiceScopeFactory scopes, ILogger log)
{
    /// <summary>Whether all handlers succeeded. Never throws.</summary>
    public async Task<bool> RunAsync(WebhookBody body, CancellationToken cancellationToken)
    {
        try
        {
            var all = handlers.For(body);
            if (all.Count == 0)
                WebhookLog.Unhandled(log, body.Topic);
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
                foreach (var handler in all)
                    await handler(body, scope.ServiceProvider, cancellationToken).ConfigureAwait(false);
            return true;
        }
        // Whatever a handler throws, the delivery failed and Intercom must be told so.
        catch (Exception e)
        {
            WebhookLog.Failed(log, e, body.Topic);
            await ForgetAsync(body).ConfigureAwait(false);
            return false;
        }
    }

    public async Task ForgetAsync(WebhookBody body)
    {
        try
        {
            await deduplicator.RemoveAsync(body.DeliveryKey, CancellationToken.None).ConfigureAwait(false);
        }
        // The delivery failed already; that its repetition will be taken for a duplicate can only be logged.
        catch (Exception e)
        {
            WebhookLog.NotForgotten(log, e, body.Topic);
        }
    }
}
