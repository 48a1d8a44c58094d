using Intercom.Webhooks;

namespace Intercom.AspNetCore;

/// <summary>A body from when it came until its handlers are done.</summary>
internal sealed class WebhookDelivery(WebhookBody body)
{
    private readonly TaskCompletionSource<int> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isGivenUp;

    public WebhookBody Body => body;

    /// <summary>The topic, as logs show it.</summary>
    public string Topic => WebhookLog.Shown(body.Topic);

    /// <summary>What tells it from others, as logs show it.</summary>
    public string Id => WebhookLog.Shown(body.DeliveryKey);

    /// <summary>The status that the sender is answered with, once it is certain.</summary>
    public Task<int> Answer => _answer.Task;

    /// <summary>Completes once its handlers are done, well or not.</summary>
    public Task End => _end.Task;

    /// <summary>Whether it was accepted, and its handlers take longer than they may.</summary>
    public bool IsGivenUp => _isGivenUp;

    public void Answers(int status) => _answer.TrySetResult(status);

    public void Ends() => _end.TrySetResult();

    public void GiveUp() => _isGivenUp = true;
}
