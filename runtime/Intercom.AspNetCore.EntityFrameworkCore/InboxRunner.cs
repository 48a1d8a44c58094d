using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Intercom.AspNetCore;

/// <summary>Takes a delivery and runs its handlers: what they change and that it was handled is one transaction.</summary>
internal sealed class InboxRunner<TDbContext>(
    IServiceScopeFactory scopes,
    IntercomWebhookInboxOptions options,
    InboxEndpoints endpoints,
    ILogger log)
    where TDbContext : DbContext
{
    private readonly InboxLeases _leases = new(options);

    /// <summary>Handles the next delivery that is due; false where there is none.</summary>
    /// <param name="stopping">Ends the look for one.</param>
    /// <param name="ending">Ends the handlers: the application does not wait any longer.</param>
    public async Task<bool> RunNextAsync(CancellationToken stopping, CancellationToken ending)
    {
        var names = endpoints.Names;
        if (names.Count == 0)
            return false;
        var since = Stopwatch.GetTimestamp();
        var entry = await InDatabaseAsync(db => _leases.TakeAsync(db, names, stopping)).ConfigureAwait(false);
        if (entry is null)
            return false;
        if (entry.Attempts > options.MaxAttempts)
            await FailAsync(entry, $"It was begun {options.MaxAttempts} times, and no process lived to its end.").ConfigureAwait(false);
        else
            await RunAsync(entry, options.Lease - Stopwatch.GetElapsedTime(since), ending).ConfigureAwait(false);
        return true;
    }

    private async Task RunAsync(InboxEntry entry, TimeSpan time, CancellationToken ending)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ending);
        limit.CancelAfter(time > TimeSpan.Zero ? time : TimeSpan.Zero);
        var token = limit.Token;
        try
        {
            // One that does not heed its token is left alone: it cannot commit once the delivery is not its own any more.
            await Task.Run(() => HandleAsync(entry, token), CancellationToken.None).WaitAsync(token).ConfigureAwait(false);
        }
        catch (LeaseLostException)
        {
            InboxLog.Lost(log, entry.Topic, entry.Key);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            InboxLog.GivenBack(log, entry.Topic, entry.Key);
            await InDatabaseAsync(entry, db => _leases.GiveBackAsync(db, entry, CancellationToken.None)).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (token.IsCancellationRequested)
        {
            await FailAsync(entry, new TimeoutException($"It was not handled in {options.Lease}.", e)).ConfigureAwait(false);
        }
        // Whatever a handler throws, the delivery failed.
        catch (Exception e)
        {
            await FailAsync(entry, e).ConfigureAwait(false);
        }
    }

    private Task HandleAsync(InboxEntry entry, CancellationToken cancellationToken) => InDatabaseAsync(db =>
        // A strategy that repeats what failed in passing wants to repeat a transaction as a whole.
        db.Database.CreateExecutionStrategy().ExecuteAsync(cancellationToken, token => HandleOnceAsync(entry, token)));

    private async Task<bool> HandleOnceAsync(InboxEntry entry, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var db = scope.ServiceProvider.GetRequiredService<TDbContext>();
            var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await endpoints[entry.Endpoint].HandleAsync(entry.ToBody(), scope.ServiceProvider, cancellationToken).ConfigureAwait(false);
                await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                if (!await _leases.CompleteAsync(db, entry, cancellationToken).ConfigureAwait(false))
                    throw new LeaseLostException();
                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                return true;
            }
        }
    }

    private Task FailAsync(InboxEntry entry, Exception exception)
    {
        InboxLog.Failed(log, exception, entry.Topic, entry.Key, entry.Attempts, options.MaxAttempts);
        return FailAsync(entry, exception.ToString());
    }

    private Task FailAsync(InboxEntry entry, string error) =>
        InDatabaseAsync(entry, db => _leases.FailAsync(db, entry, InboxText.Lines(error), CancellationToken.None));

    // What cannot be noted is taken over once the lease is over.
    private async Task InDatabaseAsync(InboxEntry entry, Func<TDbContext, Task> note)
    {
        try
        {
            await InDatabaseAsync(async db =>
            {
                await note(db).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            InboxLog.NotNoted(log, e, entry.Topic, entry.Key);
        }
    }

    private async Task<T> InDatabaseAsync<T>(Func<TDbContext, Task<T>> run)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            return await run(scope.ServiceProvider.GetRequiredService<TDbContext>()).ConfigureAwait(false);
    }

    private sealed class LeaseLostException : Exception;
}
