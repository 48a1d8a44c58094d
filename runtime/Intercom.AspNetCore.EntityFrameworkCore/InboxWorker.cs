using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Intercom.AspNetCore;

/// <summary>Works the inbox off while the application runs, and removes what is old.</summary>
internal sealed class InboxWorker<TDbContext>(
    IServiceScopeFactory scopes,
    IOptions<IntercomWebhookInboxOptions> options,
    InboxEndpoints endpoints,
    IIntercomWebhookInbox inbox,
    ILoggerFactory logs) : BackgroundService
    where TDbContext : DbContext
{
    private readonly CancellationTokenSource _ending = new();
    private readonly ILogger _log = logs.CreateLogger("Intercom.Webhooks.Inbox");
    private readonly IntercomWebhookInboxOptions _options = options.Value;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _ending.CancelAfter(_options.DrainTimeout);
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    public override void Dispose()
    {
        base.Dispose();
        _ending.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var runner = new InboxRunner<TDbContext>(scopes, _options, endpoints, _log);
        var ending = _ending.Token;
        var workers = Enumerable.Range(0, _options.Concurrency).Select(_ => Task.Run(
            () => RepeatAsync(
                async () =>
                {
                    if (!await runner.RunNextAsync(stoppingToken, ending).ConfigureAwait(false))
                        await endpoints.WaitAsync(_options.PollInterval, stoppingToken).ConfigureAwait(false);
                },
                stoppingToken),
            CancellationToken.None));
        var purging = Task.Run(() => RepeatAsync(() => PurgeAsync(stoppingToken), stoppingToken), CancellationToken.None);
        return Task.WhenAll(workers.Append(purging));
    }

    private async Task PurgeAsync(CancellationToken stopping)
    {
        await inbox.PurgeAsync(stopping).ConfigureAwait(false);
        await Task.Delay(_options.PurgeInterval, stopping).ConfigureAwait(false);
    }

    // A database that is away for a while ends nothing.
    private async Task RepeatAsync(Func<Task> run, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
            try
            {
                await run().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
            }
            catch (Exception e)
            {
                InboxLog.Broken(_log, e);
                await Task.Delay(_options.PollInterval, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }
}
