using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Intercom;

/// <summary>Sends a call as often as it takes: one pipeline per connection, outside the repeats, inside the time of one attempt.</summary>
internal sealed class CallPipeline
{
    private static readonly ResiliencePropertyKey<(Call Call, CallTrace Trace)> State = new("intercom");

    private readonly IntercomClientOptions _options;
    private readonly Sender _sender;
    private readonly RatePace? _pace;
    private readonly ResiliencePipeline<Reply> _pipeline;

    public CallPipeline(IntercomClientOptions options, Sender sender)
    {
        _options = options;
        _sender = sender;
        _pace = options.LimitRate ? new RatePace(options.TimeProvider) : null;
        var rules = new RetryRules(options);
        _pipeline = new ResiliencePipelineBuilder<Reply> { TimeProvider = options.TimeProvider }
            .AddRetry(new RetryStrategyOptions<Reply>
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args => ValueTask.FromResult(Repeats(rules, args.Context, args.Outcome)),
                DelayGenerator = static args => ValueTask.FromResult<TimeSpan?>(Of(args.Context).Call.Delay),
                OnRetry = static args =>
                {
                    Of(args.Context).Trace.Repeats(args.Outcome, args.RetryDelay);
                    return default;
                },
            })
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = static args => ValueTask.FromResult(Of(args.Context).Call.AttemptTimeout) })
            .Build();
    }

    public async ValueTask<Reply> RunAsync(Call call, CallTrace trace, CancellationToken cancellationToken)
    {
        if (_options.Credential is { } credential)
            call.Token = await credential.GetTokenAsync(cancellationToken).ConfigureAwait(false);
        var context = ResilienceContextPool.Shared.Get(call.Operation, cancellationToken);
        try
        {
            context.Properties.Set(State, (call, trace));
            return await _pipeline.ExecuteAsync(static (context, pipeline) => pipeline.AttemptAsync(Of(context).Call, Of(context).Trace, context.CancellationToken), context, this).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Reply> AttemptAsync(Call call, CallTrace trace, CancellationToken cancellationToken)
    {
        if (_pace?.Take() is { } wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
        call.Attempts++;
        var reply = await _sender.SendAsync(call, cancellationToken).ConfigureAwait(false);
        _pace?.Observe(reply.RateLimit);
        trace.Answered(reply);
        return reply;
    }

    private static bool Repeats(RetryRules rules, ResilienceContext context, Outcome<Reply> outcome)
    {
        if (context.CancellationToken.IsCancellationRequested || rules.Delay(Of(context).Call, outcome) is not { } delay)
            return false;
        Of(context).Call.Delay = delay;
        return true;
    }

    private static (Call Call, CallTrace Trace) Of(ResilienceContext context) => context.Properties.GetValue(State, default);
}
