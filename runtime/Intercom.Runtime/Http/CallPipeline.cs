using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Intercom;

/// <summary>Sends a call as often as it takes: outside the repeats, inside the time of one attempt.</summary>
internal sealed class CallPipeline
{
    private static readonly ResiliencePropertyKey<Call> State = new("intercom");

    private readonly IntercomClientOptions _options;
    private readonly Sender _sender;
    private readonly RatePace? _pace;
    private readonly ResiliencePipeline<Reply> _repeats;
    private readonly ResiliencePipeline<Reply> _attempt;

    public CallPipeline(IntercomClientOptions options, Sender sender)
    {
        _options = options;
        _sender = sender;
        _pace = options.LimitRate ? new RatePace(options.TimeProvider) : null;
        var rules = new RetryRules(options);
        _repeats = new ResiliencePipelineBuilder<Reply> { TimeProvider = options.TimeProvider }
            .AddRetry(new RetryStrategyOptions<Reply>
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args => ValueTask.FromResult(Repeats(rules, args.Context, args.Outcome)),
                DelayGenerator = static args => ValueTask.FromResult<TimeSpan?>(Of(args.Context).Delay),
                OnRetry = static args =>
                {
                    Of(args.Context).Trace?.Repeats(args.Outcome, args.RetryDelay);
                    return default;
                },
            })
            .Build();
        _attempt = new ResiliencePipelineBuilder<Reply> { TimeProvider = options.TimeProvider }
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = static args => ValueTask.FromResult(Of(args.Context).AttemptTimeout),
            })
            .Build();
    }

    public async ValueTask<Reply> RunAsync(Call call, CancellationToken cancellationToken)
    {
        if (_options.Credential is { } credential && credential != IntercomCredential.None)
            call.Token = await TokenAsync(call, credential, cancellationToken).ConfigureAwait(false);
        var context = ResilienceContextPool.Shared.Get(call.Operation, cancellationToken);
        try
        {
            context.Properties.Set(State, call);
            return await _repeats
                .ExecuteAsync(static (context, pipeline) => pipeline.AttemptAsync(context), context, this)
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static async ValueTask<string> TokenAsync(Call call, IntercomCredential credential, CancellationToken cancellationToken)
    {
        try
        {
            var token = credential.GetTokenAsync(cancellationToken);
            // A provider may know nothing of tokens that end a wait.
            return token.IsCompleted
                ? await token.ConfigureAwait(false)
                : await token.AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not IntercomException)
        {
            throw cancellationToken.IsCancellationRequested
                ? new OperationCanceledException(e.Message, e, cancellationToken)
                : IntercomCredentialException.Of(call.Operation, e);
        }
    }

    private async ValueTask<Reply> AttemptAsync(ResilienceContext context)
    {
        // What is waited for the limit is no time of the attempt: it has not begun.
        if (_pace is not null)
            await _pace.EnterAsync(context.CancellationToken).ConfigureAwait(false);
        var call = Of(context);
        call.Attempts++;
        Reply? reply = null;
        try
        {
            reply = await _attempt
                .ExecuteAsync(SendAsync, context, _sender)
                .ConfigureAwait(false);
        }
        finally
        {
            _pace?.Leave(reply is not null, reply?.RateLimit);
        }

        call.Trace?.Answered(reply);
        reply.Read();
        return reply;
    }

    private static async ValueTask<Reply> SendAsync(ResilienceContext context, Sender sender) =>
        await sender.SendAsync(Of(context), context.CancellationToken).ConfigureAwait(false);

    private static bool Repeats(RetryRules rules, ResilienceContext context, Outcome<Reply> outcome)
    {
        if (context.CancellationToken.IsCancellationRequested || rules.Delay(Of(context), outcome) is not { } delay)
            return false;
        Of(context).Delay = delay;
        return true;
    }

    private static Call Of(ResilienceContext context) => context.Properties.GetValue(State, null!);
}
