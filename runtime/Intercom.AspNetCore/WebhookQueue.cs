using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Intercom.AspNetCore;

/// <summary>Keeps bodies for handlers that run after the answer.</summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "It lives as long as the application, and handlers hold its token.")]
internal sealed class WebhookQueue
{
    private readonly Channel<WebhookDelivery> _waiting;
    private readonly ConcurrentDictionary<WebhookDelivery, bool> _undone = new();
    private readonly WebhookRunner _runner;
    private readonly IntercomWebhookOptions _options;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _readers;

    public WebhookQueue(IntercomWebhookOptions options, WebhookRunner runner, IHostApplicationLifetime? lifetime, ILogger log)
    {
        _options = options;
        _runner = runner;
        _log = log;
        _waiting = Channel.CreateBounded<WebhookDelivery>(options.QueueCapacity);
        _readers = Task.WhenAll(Enumerable.Range(0, options.QueueReaders).Select(_ => Task.Run(ReadAsync)));
        lifetime?.ApplicationStopping.Register(Drain);
    }

    /// <summary>False when the queue is full, or the application stops.</summary>
    public bool TryAdd(WebhookDelivery delivery)
    {
        _undone.TryAdd(delivery, true);
        if (_waiting.Writer.TryWrite(delivery))
            return true;
        _undone.TryRemove(delivery, out _);
        return false;
    }

    private async Task ReadAsync()
    {
        await foreach (var delivery in _waiting.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            if (_ending.IsCancellationRequested)
                return;
            await HandleAsync(delivery).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the handlers of a body as long as they may take. Those that go on hold up nobody.</summary>
    private async Task HandleAsync(WebhookDelivery delivery)
    {
        var time = new CancellationTokenSource(_options.QueuedHandlerTimeout, _options.TimeProvider);
        var limit = CancellationTokenSource.CreateLinkedTokenSource(time.Token, _ending.Token);
        var token = limit.Token;
        var running = Task.Run(() => RunAsync(delivery, time, limit), CancellationToken.None);
        try
        {
            await running.WaitAsync(token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!_ending.IsCancellationRequested)
        {
            delivery.GiveUp();
            WebhookLog.GivenUp(_log, delivery.Topic, delivery.Id, _options.QueuedHandlerTimeout);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task RunAsync(WebhookDelivery delivery, CancellationTokenSource time, CancellationTokenSource limit)
    {
        using (time)
        using (limit)
            await _runner.RunAsync(delivery, limit.Token).ConfigureAwait(false);
        _undone.TryRemove(delivery, out _);
        delivery.Ends();
    }

    // Intercom was told that it is done: the host is held up until it is, or until the time is over.
    private void Drain()
    {
        _waiting.Writer.TryComplete();
        using var patience = new CancellationTokenSource(_options.DrainTimeout, _options.TimeProvider);
        try
        {
            _readers.Wait(patience.Token);
        }
        catch (OperationCanceledException)
        {
        }

        var undone = _undone.Keys;
        _ending.Cancel();
        foreach (var delivery in undone)
            WebhookLog.Lost(_log, delivery.Topic, delivery.Id);
        if (undone.Count > 0)
            WebhookLog.Undrained(_log, undone.Count);
    }
}
