using System.Collections.Concurrent;

namespace Intercom.AspNetCore;

/// <summary>The endpoints of this process, and a bell that rings when something was stored.</summary>
internal sealed class InboxEndpoints(IntercomWebhookInboxOptions options) : IDisposable
{
    private readonly ConcurrentDictionary<string, WebhookInboxEndpoint> _endpoints = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _bell = new(0);

    public IReadOnlyCollection<string> Names => [.. _endpoints.Keys];

    public WebhookInboxEndpoint this[string name] => _endpoints[name];

    public void Add(WebhookInboxEndpoint endpoint)
    {
        if (!_endpoints.TryAdd(endpoint.Name, endpoint))
            throw new InvalidOperationException(
                $"There is an endpoint at {endpoint.Name} already, whose deliveries in the inbox could not be told from those of another.");
    }

    public void Ring()
    {
        if (_bell.CurrentCount < options.Concurrency)
            _bell.Release();
    }

    public Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) => _bell.WaitAsync(time, cancellationToken);

    public void Dispose() => _bell.Dispose();
}
