using System.Threading.Channels;
using Intercom.Webhooks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Intercom.AspNetCore;

/// <summary>Keeps bodies for handlers that run after the answer.</summary>
internal sealed class WebhookQueue
{
    private readonly Channel<WebhookBody> _waiting;
    private readonly WebhookRunner _runner;
    private readonly IntercomWebhookOptions _options;
    private readonly ILogger _log;
    private readonly CancellationToken _stopped;
    private readonly Task _readers;

    public WebhookQueue(IntercomWebhookOptions options, WebhookRunner runner, IHostApplicationLifetime? lifetime, ILogger log)
    {
        _options = options;
        _runner = runner;
        _log = log;
        _stopped = lifetime?.ApplicationStopped ?? CancellationToken.None;
        _waiting = Channel.CreateBounded<WebhookBody>(options.QueueCapacity);
        _readers = Task.WhenAll(Enumerable.Range(0, options.QueueReaders).Select(_ => Task.Run(ReadAsync)));
        lifetime?.ApplicationStopping.Register(Drain);
    }

    /// <summary>False when the queue is full, or the application stops.</summary>
    public bool TryAdd(WebhookBody body) => _waiting.Writer.TryWrite(body);

    private async Task ReadAsync()
    {
        await foreach (var body in _waiting.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            if (!_stopped.IsCancellationRequested)
                await _runner.RunAsync(body, _stopped).ConfigureAwait(false);
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
            WebhookLog.Undrained(_log, _waiting.Reader.Count);
        }
    }
}
