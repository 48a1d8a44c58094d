using Intercom.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Intercom.AspNetCore;

/// <summary>Stores deliveries in the database, each once.</summary>
internal sealed class InboxStore<TDbContext>(
    IServiceScopeFactory scopes,
    IOptions<IntercomWebhookInboxOptions> options,
    InboxEndpoints endpoints) : IWebhookInbox
    where TDbContext : DbContext
{
    public void Add(WebhookInboxEndpoint endpoint) => endpoints.Add(endpoint);

    public async Task<bool> StoreAsync(WebhookInboxEndpoint endpoint, WebhookBody body, CancellationToken cancellationToken)
    {
        var entry = Entry(endpoint, body);
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var db = scope.ServiceProvider.GetRequiredService<TDbContext>();
            // A row that is there already would be an error of the database in the log.
            if (await IsKnownAsync(db, entry, cancellationToken).ConfigureAwait(false))
                return false;
            entry.ReceivedAt = await InboxClock.NowAsync(db, options.Value, cancellationToken).ConfigureAwait(false);
            entry.DueAt = entry.ReceivedAt;
            db.Add(entry);
            try
            {
                await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (DbUpdateException)
            {
                if (await IsKnownAsync(db, entry, cancellationToken).ConfigureAwait(false))
                    return false;
                throw;
            }
        }

        endpoints.Ring();
        return true;
    }

    private static Task<bool> IsKnownAsync(TDbContext db, InboxEntry entry, CancellationToken cancellationToken) =>
        db.Set<InboxEntry>().AnyAsync(e => e.Hash == entry.Hash, cancellationToken);

    private InboxEntry Entry(WebhookInboxEndpoint endpoint, WebhookBody body) => new()
    {
        Hash = InboxText.Hash($"{endpoint.Name.ToUpperInvariant()}\n{body.DeliveryKey}"),
        Endpoint = endpoint.Name,
        Topic = InboxText.Line(body.Topic),
        Key = InboxText.Line(body.DeliveryKey),
        Body = body.Utf8.ToArray(),
        IsFin = body is FinWebhookEvent,
        OrderedWithin = options.Value.OrderWithin?.Invoke(body) is { } order ? InboxText.Hash(order) : null,
    };
}
