using Intercom.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Intercom.AspNetCore;

/// <summary>Answers calls about the app itself. They are not deduplicated: each waits for an answer of its own.</summary>
internal sealed class WebhookAppCalls(WebhookHandlers handlers, IntercomWebhookOptions options, IServiceScopeFactory scopes, ILogger log)
{
    /// <summary>The status to answer with; null where it was answered.</summary>
    public async Task<int?> AnswerAsync(AppCall call, HttpContext context)
    {
        if (handlers.AppCalls is not { } handler)
        {
            WebhookLog.UnhandledAppCall(log);
            return StatusCodes.Status200OK;
        }

        try
        {
            var result = await RunAsync(call, handler, context.RequestAborted).ConfigureAwait(false);
            await result.ExecuteAsync(context).ConfigureAwait(false);
            return null;
        }
        catch (TimeoutException)
        {
            WebhookLog.TooSlowAppCall(log, options.HandlerTimeout);
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task<IResult> RunAsync(AppCall call, AppCallHandler handler, CancellationToken aborted)
    {
        var result = new TaskCompletionSource<IResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = result.Task.WaitAsync(options.HandlerTimeout, options.TimeProvider, aborted);
        _ = Task.Run(async () => result.SetResult(await TryAsync(call, handler).ConfigureAwait(false)), CancellationToken.None);
        return await waiting.ConfigureAwait(false);
    }

    private async Task<IResult> TryAsync(AppCall call, AppCallHandler handler)
    {
        using var limit = new CancellationTokenSource(options.HandlerTimeout, options.TimeProvider);
        try
        {
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
                return await handler(
                    call,
                    scope.ServiceProvider,
                    limit.Token).ConfigureAwait(false) ?? throw new InvalidOperationException("The handler gave no result.");
        }
        // Whatever a handler throws, Intercom must be told that the call failed.
        catch (Exception e)
        {
            WebhookLog.FailedAppCall(log, e);
            return Results.StatusCode(
                limit.IsCancellationRequested ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError);
        }
    }
}
